package io.entrabroker.diagnostics;

/**
 * Something worth an administrator's look that does not stop a sign-in. One definition: it yields
 * the event detail, the log line and the row in {@code docs/messages.md}.
 */
public enum Finding {
  ADDRESS_CHANGED(
      5001,
      "The address in Entra is no longer the one under which the catalog knows the person.",
      "Nothing breaks: the catalog keeps the old address, since it would lock out whoever comes with"
          + " another. To change it, use the administrators' command (docs/people.md), and change the"
          + " address in the catalog at the same time."),
  ADDRESS_NOT_FOR_EMAIL_FIRST(
      5002,
      "The address has an apostrophe, which OpenMetadata refuses once it identifies people by"
          + " e-mail address (after 2.0).",
      "Give the account an address without it before the catalog is upgraded."),
  NAME_SUFFIXED(
      5003,
      "Somebody else has the name already, so the person's name in the catalog has a suffix.",
      "Nothing; the name stays as it is for life."),
  ACCOUNT_LINKED(
      5004,
      "A local account with the same proven address was joined with the Entra account.",
      "Nothing, if linking was intended; otherwise remove the link and set Existing account to"
          + " refuse."),
  LINK_MIGRATED(
      5005,
      "A link of the previous identity provider was taken over.",
      "Nothing. When these stop, remove Previous alias and the old provider."),
  MEMBERSHIP_UNKNOWN(
      5101,
      "It could not be found out which groups the person is in: nothing was joined, nothing left.",
      "The log line names the reason: check the permissions of the app registration and this"
          + " server's way to Microsoft Graph."),
  GROUP_NAME_REFUSED(
      5102,
      "A group was not created by its display name, since the name is taken or unusable.",
      "Bind the group's object id to a team explicitly, or rename the group in Entra."),
  ADMIN_STAYS(
      5201,
      "The role Admin was taken away here, but the catalog never takes it away itself.",
      "Open the user in OpenMetadata and withdraw the administrator's rights there."),
  TEAMS_STAY(
      5202,
      "The person left a team here, but the catalog only ever adds teams.",
      "Remove the person from the team in OpenMetadata."),
  CERTIFICATE_ENDS(
      5301,
      "The certificate with which this server signs in at Microsoft expires soon, or has expired.",
      "Upload the next certificate in Entra beside the old one, then switch to it here: see"
          + " docs/credentials.md. The detail names the day."),
  PREVIOUS_KEY(
      5302,
      "Microsoft does not know the key that signs for this server, and the one before it was used.",
      "Upload the new certificate in Entra (for keycloak-signed: check that Microsoft reaches the"
          + " realm's keys), or pin the key that is registered under Signing key, before the one"
          + " before it is gone."),
  KEYS_NOT_READ(
      5401,
      "An authority's signing keys could not be read. Keys that were read within the last day are"
          + " used until then; without any, nobody can sign in.",
      "Check this server's way out to the login host: name resolution, proxy, trust store."),
  SIGNED_OUT_BY_MICROSOFT(
      5501,
      "A session was ended here, because Microsoft said that the person signed out there.",
      "Nothing."),
  SESSION_ENDED(
      5601,
      "Microsoft says that the account is disabled or gone, or that its tokens were revoked: the"
          + " session was ended.",
      "Nothing, if that was intended. The correlation id leads to the entry in Entra's sign-in log."),
  SESSION_ENDED_NO_ACCESS(
      5602,
      "The person may not come in any more, by the access gate or by the kinds of account that are"
          + " admitted: the session was ended.",
      "Nothing, if that was intended."),
  SIGN_IN_AGAIN(
      5603,
      "Microsoft wants to see the person (a second factor, Conditional Access, consent): the next"
          + " sign-in of the browser leads there.",
      "Nothing; if it happens to everybody, look at the policies in Entra."),
  REFRESHING_STOPPED(
      5604,
      "The refresh token has come of age: this session is not compared with Entra any more.",
      "Nothing; the next sign-in brings a new one."),
  REFRESH_FAILED(
      5605,
      "A session could not be compared with Entra; it was left as it is.",
      "The detail names the cause. Until it is mended, nobody who is disabled in Entra loses a"
          + " session. Reported once an hour for each provider and node."),
  REFRESH_TOKEN_UNREADABLE(
      5606,
      "A kept refresh token could not be opened: the session is not compared with Entra any more.",
      "Expected after the realm's AES key was removed; keep old keys passive for as long as sessions"
          + " last. If no key was removed, somebody has changed the table."),
  REFRESH_NOT_TRUSTED(
      5607,
      "The answer to a refresh could not be trusted; the session was left as it is.",
      "The detail names the check that failed: see the refusal of that code."),
  NO_REFRESH_TOKEN(
      5608,
      "Microsoft gave no refresh token: this session will not be compared with Entra.",
      "Grant the app registration the delegated permission offline_access, or set Refresh interval"
          + " to off."),
  SENT_BACK(
      5701,
      "Microsoft demanded more than the sign-in brought, such as a second factor: the person was"
          + " sent back to Microsoft once, with the demand.",
      "Nothing, as long as people get in."),
  PREVIEWED(
      5801,
      "Somebody saw a preview of what they would be in the catalog. Nobody was signed in, and nothing"
          + " was kept.",
      "Nothing. The event's reason is the code of the refusal with which a sign-in would have ended,"
          + " or admitted.");

  private final int number;
  private final String whatWasFound;
  private final String whatToDo;

  Finding(int number, String whatWasFound, String whatToDo) {
    this.number = number;
    this.whatWasFound = whatWasFound;
    this.whatToDo = whatToDo;
  }

  /** The stable name in logs, events and documentation: {@code ENTRA5001}. */
  public String code() {
    return "ENTRA" + number;
  }

  /** What was found. */
  public String whatWasFound() {
    return whatWasFound;
  }

  /** What to do about it. */
  public String whatToDo() {
    return whatToDo;
  }
}
