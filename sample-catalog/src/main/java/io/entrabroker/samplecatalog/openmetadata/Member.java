package io.entrabroker.samplecatalog.openmetadata;

/**
 * A member of OpenMetadata's configuration.
 *
 * @param path its place, with dots
 * @param kind what may be written there
 * @param variable the variable by which the shipped {@code openmetadata.yaml} takes it; empty where
 *     there is none
 * @param shipped what that file has for it where the variable is not set, as YAML
 * @param since the first release that knows it
 */
record Member(String path, Kind kind, String variable, String shipped, Release since) {

  /** What may be written. Jackson, which reads it in OpenMetadata, takes texts for the others. */
  enum Kind {
    TEXT,
    TEXTS,
    SWITCH,
    NUMBER,
    /** Texts by name. */
    MAP,
    /** Another provider's section, which nobody looks at here. */
    ELSEWHERE
  }

  static Member of(String path, Kind kind, String variable, String shipped) {
    return new Member(path, kind, variable, shipped, Release.OLDEST);
  }

  /** One that only a file or the Settings API can name. */
  static Member of(String path, Kind kind) {
    return of(path, kind, "", "");
  }

  Member since(int major, int minor, int patch) {
    return new Member(path, kind, variable, shipped, new Release(major, minor, patch));
  }

  boolean isKnownTo(Release release) {
    return !release.isBefore(since);
  }

  String section() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
