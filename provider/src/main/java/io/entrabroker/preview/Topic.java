package io.entrabroker.preview;

/** What a sentence of the report is about, in the order in which a sign-in gets there. */
public enum Topic {
  ACCOUNT("entraPreviewAccount"),
  ADDRESS("entraPreviewAddress"),
  GROUPS("entraPreviewGroups"),
  GATE("entraPreviewGate"),
  USER("entraPreviewUser"),
  NAME("entraPreviewName"),
  TEAMS("entraPreviewTeams"),
  ROLES("entraPreviewRoles"),
  CLAIM("entraPreviewClaim");

  private final String messageKey;

  Topic(String messageKey) {
    this.messageKey = messageKey;
  }

  /** The key of its heading in the message bundles. */
  public String messageKey() {
    return messageKey;
  }
}
