package io.entrabroker.doctor;

import java.util.List;

/** What is looked at under "The catalog". */
public final class CatalogChecks {

  /** The id of the key pair in OpenMetadata's distribution. */
  public static final String SHIPPED_KEY_ID = "Gb389a-9f76-gdjs-a92j-0242bk94356";

  public static final Check CATALOG_SILENT =
      new Check(
          6501,
          Severity.ERROR,
          "The catalog does not answer.",
          "Check its address and that it is running.");

  public static final Check VALIDATOR_OBJECTS =
      new Check(
          6524,
          Severity.ERROR,
          "OpenMetadata's own validator objects to its configuration: what it names, the catalog cannot reach or use.",
          "Do what it says; addresses have to be reachable from the server of the catalog.");

  public static final Check OTHER_PROVIDER =
      Check.ofSetting(
          6502,
          Severity.ERROR,
          "The catalog does not sign people in with custom-oidc.",
          "Give it the configuration that bin/catalog-config writes.");

  public static final Check OTHER_AUTHORITY =
      Check.ofSetting(
          6503,
          Severity.ERROR,
          "The catalog's authority is not the realm.",
          "Write the issuer of the realm: no /auth, no slash at the end.");

  public static final Check OTHER_CLIENT_TYPE =
      Check.ofSetting(
          6504,
          Severity.ERROR,
          "The catalog signs in as another kind of client than the one that is enabled in the "
              + "realm.",
          "Enable the other client in the realm, or change clientType in the catalog.");

  public static final Check OTHER_CLIENT =
      Check.ofSetting(
          6505,
          Severity.ERROR,
          "The catalog's client id is not that of the realm's client.",
          "Write the client id.");

  public static final Check OTHER_CALLBACK =
      Check.ofSetting(
          6506,
          Severity.ERROR,
          "The catalog's callback is not the one that the realm sends people to.",
          "Write <catalog>/callback.");

  public static final Check REALM_KEYS_MISSING =
      Check.ofSetting(
          6507,
          Severity.ERROR,
          "The realm's signing keys are not among the catalog's public key URLs: no token is "
              + "accepted.",
          "Add them exactly as the discovery document names them (jwks_uri).");

  public static final Check OWN_KEYS_MISSING =
      Check.ofSetting(
          6508,
          Severity.WARNING,
          "The catalog's own signing keys are not among its public key URLs: bots and sessions "
              + "may be refused.",
          "Add <catalog>/api/v1/system/config/jwks.");

  public static final Check OTHER_KEYS =
      Check.ofSetting(
          6509,
          Severity.ERROR,
          "The catalog trusts signing keys of somebody else: whoever has those is anybody.",
          "Remove the address.");

  public static final Check OTHER_ALGORITHM =
      Check.ofSetting(
          6510,
          Severity.ERROR,
          "The catalog wants another algorithm than RS256, and its own tokens are signed with "
              + "RS256.",
          "Set tokenValidationAlgorithm to RS256.");

  public static final Check OTHER_CLAIMS =
      Check.ofSetting(
          6511,
          Severity.ERROR,
          "The catalog reads username and address from other claims than the realm writes them "
              + "to.",
          "Set the claims as bin/catalog-config writes them for its release.");

  public static final Check SHIPPED_KEY =
      new Check(
          6512,
          Severity.ERROR,
          "The catalog signs with the key that comes with it, which everybody has: everybody "
              + "can be its administrator.",
          "Give it a key pair and a key id (JWT_KEY_ID) of its own.");

  public static final Check NO_SELF_SIGNUP =
      new Check(
          6513,
          Severity.NOTE,
          "Self-signup is off: whoever is not in the catalog yet cannot come in.",
          "Nothing, if that is intended.");

  public static final Check OTHER_RELEASE =
      new Check(
          6514,
          Severity.ERROR,
          "The identity provider is set up for another version of OpenMetadata: names may be "
              + "read in another way.",
          "Set Catalog version of the identity provider to the one named here.");

  public static final Check OTHER_PRINCIPAL_DOMAIN =
      Check.ofSetting(
          6515,
          Severity.ERROR,
          "The catalog's principal domain is not the people's: its administrators have addresses that nobody signs in with.",
          "Set principalDomain to a mail domain of the identity provider.");

  public static final Check ROLES_NOT_TAKEN =
      Check.ofSetting(
          6516,
          Severity.WARNING,
          "The catalog does not take roles from tokens, so roles of Entra change nothing there.",
          "Set useRolesFromProvider to true.");

  public static final Check OTHER_TEAM_CLAIM =
      Check.ofSetting(
          6517,
          Severity.WARNING,
          "The catalog does not read teams from the claim that the realm writes them to.",
          "Set jwtTeamClaimMapping to groups (since 1.11.6; there is no variable for it).");

  public static final Check DEFAULT_ADMIN =
      Check.ofSetting(
          6518,
          Severity.WARNING,
          "The catalog's administrator is still the one that it comes with, whose name everybody knows.",
          "List administrators of your own (bin/catalog-config --admins), and delete the user admin.");

  public static final Check REDIRECTS_ANYWHERE =
      new Check(
          6522,
          Severity.WARNING,
          "This release sends people who have signed in, with their token, wherever a link says (#29662).",
          "Upgrade OpenMetadata to 1.13 or later.");

  public static final Check ROLES_LATE =
      new Check(
          6523,
          Severity.NOTE,
          "Early releases of OpenMetadata 2.0 do not take roles over for a client with a secret (#32960).",
          "Sign in and look at your roles; upgrade if they are missing.");

  public static final Check UNKNOWN_RELEASE =
      new Check(
          6525,
          Severity.ERROR,
          "What this release of OpenMetadata makes of a token is not known here: names and addresses may differ between its pages and its server (#9078).",
          "Upgrade OpenMetadata to 1.8 or later.");

  public static final Check SESSIONS_IN_MEMORY =
      new Check(
          6526,
          Severity.NOTE,
          "This release keeps a sign-in in the memory of the replica where it began: with several, people end on an error or in a loop (#23508).",
          "Run one replica, or let the load balancer keep people at theirs; 2.0 needs neither.");

  public static final Check ADDRESS_FROM_NAME =
      new Check(
          6527,
          Severity.NOTE,
          "This release may store another address for whoever is not named like the local part of theirs, and refuse them then (#26507, #29189).",
          "Nothing, unless there are namesakes (ENTRA5003 in the log); 2.0 is free of it.");

  public static final Check NOT_COMPARED =
      new Check(
          6534,
          Severity.ERROR,
          "The realm cannot say what the catalog has to be told, so the two were not compared.",
          "Mend what is wrong with the realm, and ask again.");

  public static final Check TOKEN_REFUSED =
      new Check(
          6535,
          Severity.ERROR,
          "The catalog refuses the token, so what only its administrators are told was not looked at.",
          "Give the token of an administrator of the catalog that has not expired, or none.");

  static final List<Check> ALL =
      List.of(
          CATALOG_SILENT,
          NOT_COMPARED,
          TOKEN_REFUSED,
          UNKNOWN_RELEASE,
          VALIDATOR_OBJECTS,
          OTHER_PROVIDER,
          OTHER_AUTHORITY,
          OTHER_CLIENT_TYPE,
          OTHER_CLIENT,
          OTHER_CALLBACK,
          REALM_KEYS_MISSING,
          OWN_KEYS_MISSING,
          OTHER_KEYS,
          OTHER_ALGORITHM,
          OTHER_CLAIMS,
          SHIPPED_KEY,
          NO_SELF_SIGNUP,
          OTHER_RELEASE,
          OTHER_PRINCIPAL_DOMAIN,
          ROLES_NOT_TAKEN,
          OTHER_TEAM_CLAIM,
          DEFAULT_ADMIN,
          REDIRECTS_ANYWHERE,
          ROLES_LATE,
          SESSIONS_IN_MEMORY,
          ADDRESS_FROM_NAME);

  private CatalogChecks() {}
}
