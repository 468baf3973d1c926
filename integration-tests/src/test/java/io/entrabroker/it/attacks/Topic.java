package io.entrabroker.it.attacks;

/** What attacks go at; a table each in docs/attacks.md. */
enum Topic {
  ALGORITHM("The signature's algorithm"),
  HEADER("The token's header"),
  SHAPE("The token's shape"),
  ISSUER("Tenant, issuer and key"),
  TENANTS("Several tenants"),
  AUDIENCE("Audience"),
  TIME("Time"),
  REPLAY("Replayed, swapped and injected answers"),
  MIX_UP("Several providers, mixed up"),
  SESSION("Other people's browsers"),
  ADDRESS("Taking an account over by its address"),
  PERSON("Being somebody else"),
  UPSTREAM("Lying, redirecting and endless answers"),
  GROUPS("Groups and the access gate"),
  SETTINGS("Providers, and settings that change on the way");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
