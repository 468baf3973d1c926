package io.entrabroker.diagnostics;

/**
 * Who can mend an error, and how.
 *
 * @param who who can
 * @param how one or more sentences; menus are those of the Microsoft Entra admin center, separated
 *     by {@code >}
 */
public record Remedy(Who who, String how) {

  /** Who can mend an error. */
  public enum Who {
    /** Whoever signs in. */
    PERSON("the person"),
    /** An administrator of the organisation in the Microsoft Entra admin center. */
    ENTRA_ADMINISTRATOR("an Entra administrator"),
    /** Whoever configures this Keycloak. */
    OPERATOR("the operator of this server"),
    /** Nobody here. */
    MICROSOFT("Microsoft");

    private final String text;

    Who(String text) {
      this.text = text;
    }

    /** In the middle of a sentence. */
    public String text() {
      return text;
    }
  }

  /** For the log and for events. */
  public String sentence() {
    return "To be mended by " + who.text() + ": " + how;
  }

  static Remedy person(String how) {
    return new Remedy(Who.PERSON, how);
  }

  static Remedy administrator(String how) {
    return new Remedy(Who.ENTRA_ADMINISTRATOR, how);
  }

  static Remedy operator(String how) {
    return new Remedy(Who.OPERATOR, how);
  }

  static Remedy microsoft(String how) {
    return new Remedy(Who.MICROSOFT, how);
  }
}
