package io.entrabroker.doctor;

import java.util.Locale;

/** How bad it is. The worst comes first. */
public enum Severity {
  /** People cannot sign in, or somebody can who must not. */
  ERROR,
  /** It works until something happens, or lets in more than it should. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  /** In lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
