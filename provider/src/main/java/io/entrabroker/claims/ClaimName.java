package io.entrabroker.claims;

/** The names of claims. No other class writes one as a string. */
public final class ClaimName {

  // Entra's ID token: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
  public static final String ISSUER = "iss";
  public static final String AUDIENCE = "aud";
  public static final String EXPIRY = "exp";
  public static final String NOT_BEFORE = "nbf";
  public static final String ISSUED_AT = "iat";
  public static final String TOKEN_ID = "jti";
  public static final String NONCE = "nonce";
  public static final String SUBJECT = "sub";
  public static final String TENANT_ID = "tid";
  public static final String OBJECT_ID = "oid";
  public static final String SESSION_ID = "sid";
  public static final String LOGIN_HINT = "login_hint";
  public static final String AUTHORIZED_PARTY = "azp";
  public static final String EMAIL = "email";
  public static final String NAME = "name";
  public static final String GIVEN_NAME = "given_name";
  public static final String FAMILY_NAME = "family_name";
  public static final String PREFERRED_USERNAME = "preferred_username";
  public static final String UPN = "upn";
  public static final String ACCOUNT_STATUS = "acct";
  public static final String HOME_IDENTITY_PROVIDER = "idp";
  public static final String HAS_GROUPS = "hasgroups";
  public static final String DISTRIBUTED_CLAIMS = "_claim_names";
  public static final String UNIQUE_NAME = "unique_name";
  public static final String TOKEN_IDENTITY_TYPE = "idtyp";
  public static final String EMAIL_DOMAIN_OWNER_VERIFIED = "xms_edov";
  public static final String VERIFIED_PRIMARY_EMAIL = "verified_primary_email";

  // OpenMetadata's token, beyond the names above.
  public static final String EMAIL_VERIFIED = "email_verified";
  public static final String ROLES = "roles";
  public static final String GROUPS = "groups";

  // Where OpenMetadata looks for a display name, too.
  public static final String DISPLAY_NAME = "displayName";
  public static final String GIVEN_NAME_UNDIVIDED = "givenname";
  public static final String FIRST_NAME = "firstname";
  public static final String FAMILY_NAME_UNDIVIDED = "familyname";
  public static final String LAST_NAME = "lastname";

  // What would make OpenMetadata treat a person as one of its bots or sessions.
  public static final String IS_BOT = "isBot";
  public static final String TOKEN_TYPE = "tokenType";
  public static final String CATALOG_SESSION_ID = "sessionId";
  public static final String IMPERSONATED_USER = "impersonatedUser";

  private ClaimName() {}
}
