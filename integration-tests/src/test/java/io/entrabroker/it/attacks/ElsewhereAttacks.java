package io.entrabroker.it.attacks;

import io.entrabroker.it.Stopped;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Attacks on what is no sign-in, or no answer to one: each is a test of its own class, beside the
 * one in which it succeeds.
 */
final class ElsewhereAttacks {

  private static final List<String> CLASSES =
      List.of(
          "signout.SignOutEverywhereIT",
          "signout.SignOutAttackIT",
          "signout.ForgedNoticeIT",
          "preview.PreviewAttackIT",
          "current.StayingCurrentIT",
          "attacks.SecondTryIT",
          "attacks.OtherPathsIT");

  private ElsewhereAttacks() {}

  static List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.add("| | Test | Succeeds in |");
    rows.add("| --- | --- | --- |");
    for (String name : CLASSES) {
      Class<?> tests = load("io.entrabroker.it." + name);
      Arrays.stream(tests.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Stopped.class))
          .sorted(Comparator.comparing(Method::getName))
          .forEach(method -> rows.add(row(rows.size() - 1, tests, method)));
    }
    return rows;
  }

  private static String row(int number, Class<?> tests, Method attack) {
    String twin = attack.getAnnotation(Stopped.class).butNotIn();
    boolean exists =
        Arrays.stream(tests.getDeclaredMethods()).anyMatch(method -> method.getName().equals(twin));
    if (!exists) {
      throw new AssertionError(tests.getSimpleName() + " has no test " + twin);
    }
    return "| %d | %s (`%s`) | %s |"
        .formatted(number, sentence(attack.getName()), tests.getSimpleName(), sentence(twin));
  }

  private static String sentence(String name) {
    String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ElsewhereAttacks.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
