package io.entrabroker.preview;

/** The sentences of the report. The texts are in the message bundles. */
public enum Text {
  MEMBER(Topic.ACCOUNT, "entraPreviewMember"),
  GUEST(Topic.ACCOUNT, "entraPreviewGuest"),
  PERSONAL(Topic.ACCOUNT, "entraPreviewPersonal"),
  APPLICATION(Topic.ACCOUNT, "entraPreviewApplication"),
  /** {0}: tenant id, {1}: object id. */
  KEY(Topic.ACCOUNT, "entraPreviewKey"),

  /** {0}: the address, here and in the next three. */
  LISTED_DOMAIN(Topic.ADDRESS, "entraPreviewListedDomain"),
  VOUCHED(Topic.ADDRESS, "entraPreviewVouched"),
  CLAIMED(Topic.ADDRESS, "entraPreviewClaimed"),
  UNTRUSTED(Topic.ADDRESS, "entraPreviewUntrusted"),
  NO_ADDRESS(Topic.ADDRESS, "entraPreviewNoAddress"),
  UNUSABLE_ADDRESS(Topic.ADDRESS, "entraPreviewUnusableAddress"),
  HELD(Topic.ADDRESS, "entraPreviewHeld"),
  BELIEVED(Topic.ADDRESS, "entraPreviewBelieved"),
  BY_MAIL(Topic.ADDRESS, "entraPreviewByMail"),

  /** {0}: how many. */
  GROUPS_KNOWN(Topic.GROUPS, "entraPreviewGroupsKnown"),
  /** {0}: why. */
  GROUPS_UNKNOWN(Topic.GROUPS, "entraPreviewGroupsUnknown"),
  /** {0}: the group's id, {1}: why. */
  GROUP_NAME_REFUSED(Topic.GROUPS, "entraPreviewGroupNameRefused"),

  OPEN(Topic.GATE, "entraPreviewGateOpen"),
  SHUT(Topic.GATE, "entraPreviewGateShut"),
  NOBODY_KNOWS(Topic.GATE, "entraPreviewGateUnknown"),

  NEWCOMER(Topic.USER, "entraPreviewNewcomer"),
  /** {0}: the user's name, {1}: the user's id, here and in the next three. */
  LINKED(Topic.USER, "entraPreviewLinked"),
  OLDER_LINK(Topic.USER, "entraPreviewOlderLink"),
  LEFT_OVER(Topic.USER, "entraPreviewLeftOver"),
  NAMESAKE(Topic.USER, "entraPreviewNamesake"),
  TWO_USERS(Topic.USER, "entraPreviewTwoUsers"),

  /** {0}: the name in the catalog, {1}: the address there; in both. */
  NAME_KEPT(Topic.NAME, "entraPreviewNameKept"),
  NAME_GIVEN(Topic.NAME, "entraPreviewNameGiven"),

  /** {0}: the names. */
  TEAMS(Topic.TEAMS, "entraPreviewTeamsAre"),
  NO_TEAMS(Topic.TEAMS, "entraPreviewNoTeams"),
  /** {0}: the names. */
  ROLES(Topic.ROLES, "entraPreviewRolesAre"),

  /** {0}: the value. */
  VALUE(Topic.CLAIM, "entraPreviewValue"),
  /** {0}: the first values, {1}: how many more there are. */
  VALUE_AND_MORE(Topic.CLAIM, "entraPreviewValueAndMore"),
  HIDDEN(Topic.CLAIM, "entraPreviewHidden");

  private final Topic topic;
  private final String messageKey;

  Text(Topic topic, String messageKey) {
    this.topic = topic;
    this.messageKey = messageKey;
  }

  /** What it is about. */
  public Topic topic() {
    return topic;
  }

  /** The key in the message bundles. */
  public String messageKey() {
    return messageKey;
  }
}
