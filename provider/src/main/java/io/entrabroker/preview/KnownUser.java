package io.entrabroker.preview;

/**
 * Who of the realm's users the person is.
 *
 * @param relation by what
 * @param userId the user's id in the realm; empty if there is none
 * @param username the user's name in the realm; empty if there is none
 */
public record KnownUser(Relation relation, String userId, String username) {

  /** By what somebody is known. */
  public enum Relation {
    /** Nobody: a user would be created. */
    NEWCOMER(Text.NEWCOMER),
    /** By the link of this provider. */
    LINKED(Text.LINKED),
    /** By an older provider's link, which would be taken over. */
    OLDER_LINK(Text.OLDER_LINK),
    /** By what an interrupted first sign-in left. */
    LEFT_OVER(Text.LEFT_OVER),
    /** By the same proven address. */
    NAMESAKE(Text.NAMESAKE),
    /** The person's links lead to two users. */
    TWO_USERS(Text.TWO_USERS);

    private final Text text;

    Relation(Text text) {
      this.text = text;
    }
  }

  /** Nobody. */
  public static KnownUser none(Relation relation) {
    return new KnownUser(relation, "", "");
  }

  Line line() {
    return Line.of(relation.text, Mask.person(username), userId);
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "KnownUser[" + relation + "]";
  }
}
