package io.entrabroker.samplecatalog.rules;

/** What a band of OpenMetadata versions does to a mapped username that has an '@'. */
public enum UsernameForm {
  /** 1.8 and older keep it whole. */
  WHOLE {
    @Override
    String of(String value) {
      return value;
    }
  },
  /** 1.9 and newer cut it at the first '@'. */
  BEFORE_AT {
    @Override
    String of(String value) {
      return value.split("@", 2)[0];
    }
  };

  abstract String of(String value);

  /** What follows the first '@'; empty without one. */
  static String domain(String value) {
    return value.contains("@") ? value.split("@", 2)[1] : "";
  }
}
