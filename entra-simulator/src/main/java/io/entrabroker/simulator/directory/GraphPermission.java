package io.entrabroker.simulator.directory;

import java.util.Arrays;
import java.util.Optional;

/**
 * The permissions of Microsoft Graph that the simulator gives a meaning to. Any other name can be
 * consented to and stands in the token, but opens nothing.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Microsoft Graph
 *     permissions reference</a>
 */
public enum GraphPermission {
  USER_READ("User.Read", "e1fe6dd8-ba31-4d61-89e7-88639da4683d", "", Consent.USER),
  USER_READ_WRITE("User.ReadWrite", "b4e74841-8e56-480b-be8b-910348b18b4c", "", Consent.USER),
  USER_READ_BASIC_ALL(
      "User.ReadBasic.All",
      "b340eb25-3456-403f-be2f-af7a0d370277",
      "97235f07-e226-4f63-ace3-39588e11d3a1",
      Consent.USER),
  USER_READ_ALL(
      "User.Read.All",
      "a154be20-db9c-4678-8ab7-66f6cc099a59",
      "df021288-bdef-4463-88db-98f22de89214",
      Consent.ADMIN),
  GROUP_MEMBER_READ_ALL(
      "GroupMember.Read.All",
      "bc024368-1153-4739-b217-4326f2e966d0",
      "98830695-27a2-44f7-8c18-0c3ebc9698f6",
      Consent.ADMIN),
  GROUP_READ_ALL(
      "Group.Read.All",
      "5f8c59db-677d-491f-a6b8-5f174b11ec1d",
      "5b567255-7703-4780-807c-7be8301ae99b",
      Consent.ADMIN),
  DIRECTORY_READ_ALL(
      "Directory.Read.All",
      "06da0dbc-49e2-44d2-8312-53f166ab848a",
      "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
      Consent.ADMIN),
  APPLICATION_READ_ALL(
      "Application.Read.All",
      "c79f8feb-a9db-4090-85f9-90d820caa0eb",
      "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
      Consent.ADMIN),
  APPLICATION_READ_WRITE_ALL(
      "Application.ReadWrite.All",
      "bdfbf15f-ee85-4955-8675-146e8e5296b5",
      "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
      Consent.ADMIN);

  /** The client id of Microsoft Graph itself. */
  public static final String GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

  private final String value;
  private final String delegatedId;
  private final String applicationId;
  private final Consent consent;

  GraphPermission(String value, String delegatedId, String applicationId, Consent consent) {
    this.value = value;
    this.delegatedId = delegatedId;
    this.applicationId = applicationId;
    this.consent = consent;
  }

  /** The name in {@code scp} and {@code roles}, for example {@code User.Read}. */
  public String value() {
    return value;
  }

  /** The id of the application permission; empty if there is none. */
  public String applicationId() {
    return applicationId;
  }

  /** Whether only an administrator can consent, whoever asks. */
  public static boolean needsAdministrator(String value) {
    return Arrays.stream(values())
        .anyMatch(known -> known.value.equals(value) && known.consent == Consent.ADMIN);
  }

  /** The permission that {@code requiredResourceAccess} means by the id of type Scope. */
  static Optional<GraphPermission> delegated(String id) {
    return Arrays.stream(values()).filter(known -> known.delegatedId.equals(id)).findFirst();
  }

  /** The permission that an app role assignment means by the id of type Role. */
  static Optional<GraphPermission> application(String id) {
    return Arrays.stream(values())
        .filter(known -> !known.applicationId.isEmpty() && known.applicationId.equals(id))
        .findFirst();
  }

  /** Who may consent to the delegated permission. */
  private enum Consent {
    USER,
    ADMIN
  }
}
