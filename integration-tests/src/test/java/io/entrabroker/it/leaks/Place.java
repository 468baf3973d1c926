package io.entrabroker.it.leaks;

/**
 * Where something stands.
 *
 * @param kind which sort of place
 * @param name the path with its query, the name of a header, or the file; for people to find it
 */
record Place(Kind kind, String name) {

  enum Kind {
    BODY,
    /** The address that an answer leads to. */
    REDIRECT,
    COOKIE,
    HEADER,
    LOG,
    FILE,
    DATABASE,
    OUTPUT
  }

  boolean isBodyAt(String pattern) {
    return kind == Kind.BODY && name.matches(pattern);
  }

  boolean isRedirect() {
    return kind == Kind.REDIRECT;
  }

  boolean isCookie() {
    return kind == Kind.COOKIE;
  }

  boolean isDatabase() {
    return kind == Kind.DATABASE;
  }

  /** A path or a file; no query, which may hold what nobody should read. */
  @Override
  public String toString() {
    return kind + " " + name.replaceFirst("\\?.*", "");
  }
}
