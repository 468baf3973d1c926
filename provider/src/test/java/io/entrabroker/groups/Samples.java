package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.claims.GroupId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Groups and policies of the tests in this package. */
public final class Samples {

  public static final GroupId STEWARDS = id(1);
  public static final GroupId ENGINEERS = id(2);
  public static final GroupId FINANCE = id(3);
  public static final GroupId STRANGERS = id(4);
  public static final TeamPrefix PREFIX = new TeamPrefix("entra-");

  private Samples() {}

  public static GroupId id(int number) {
    return new GroupId(new UUID(0x1111_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
  }

  /** The groups with the numbers from 1. */
  public static Set<GroupId> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Samples::id).collect(Collectors.toSet());
  }

  public static GroupBindings bindings(Map<GroupId, Set<String>> teams) {
    return new GroupBindings(new Table<>(teams));
  }

  public static GroupRoles groupRoles(Map<GroupId, Set<String>> roles) {
    return new GroupRoles(new Table<>(roles));
  }

  public static AppRoles appRoles(Map<String, Set<String>> roles) {
    return new AppRoles(new Table<>(roles));
  }

  static String problem(Parsed<?> parsed) {
    return parsed.fold(value -> "accepted: " + value, problem -> problem);
  }

  static <T> T accepted(Parsed<T> parsed) {
    return parsed.asOptional().orElseThrow(() -> new AssertionError(problem(parsed)));
  }
}
