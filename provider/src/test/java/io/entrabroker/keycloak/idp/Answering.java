package io.entrabroker.keycloak.idp;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/** Stands for the few methods of Keycloak's large interfaces that a test needs. */
final class Answering {

  private Answering() {}

  /**
   * Answers these methods; any other throws.
   *
   * @param answers by the method's name
   */
  static <T> T type(Class<T> type, Map<String, Supplier<?>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answers.get(method.getName()).get();
            }));
  }
}
