package io.entrabroker.keycloak.idp;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Makes sure that what closes a way into Keycloak still overrides something. A method that Keycloak
 * renames is silently not called any more, and the way behind it is open.
 */
final class ParentContract {

  private ParentContract() {}

  /**
   * Checks every public or protected method of the types.
   *
   * @throws IllegalStateException if one overrides nothing; thrown at start, it stops the server
   */
  static void require(Class<?>... types) {
    for (Class<?> type : types) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(ParentContract::isMeantToOverride)
          .filter(method -> !overrides(type.getSuperclass(), method))
          .findFirst()
          .ifPresent(ParentContract::refuse);
    }
  }

  private static void refuse(Method method) {
    throw new IllegalStateException(
        "ENTRA0002 This version of Keycloak does not know "
            + method.getDeclaringClass().getSimpleName()
            + "."
            + method.getName()
            + ", which closes a way in: install the release of this provider that was made for it.");
  }

  private static boolean isMeantToOverride(Method method) {
    int modifiers = method.getModifiers();
    return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
        && !Modifier.isStatic(modifiers)
        && !method.isSynthetic();
  }

  private static boolean overrides(Class<?> parent, Method method) {
    return parent != null
        && (declares(parent, method)
            || Arrays.stream(parent.getInterfaces()).anyMatch(type -> overrides(type, method))
            || overrides(parent.getSuperclass(), method));
  }

  private static boolean declares(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
  }
}
