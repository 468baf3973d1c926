package io.entrabroker.people;

/** What people differ in: a chapter of {@code docs/people.md} each. */
enum Topic {
  ADDRESS,
  TRUST,
  NAME,
  GUEST,
  IDENTITY,
  CATALOG_NAME,
  RETURN,
  ARRIVAL,
  GATE,
  ROLE,
  TEAM;

  /** The name of the generated table. */
  String marker() {
    return "people-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
