package io.entrabroker.signin;

/**
 * Why a sign-in was refused. One definition: it yields the page, the event, the log line and the
 * row in {@code docs/messages.md}.
 */
public enum Rejection {
  SETTINGS_INVALID(
      1001,
      Page.NOT_SET_UP,
      "The stored configuration of the identity provider is not valid.",
      "Open the identity provider in the administration console and save it: each problem is named."
          + " The log line lists them, too."),
  TENANT_UNRESOLVED(
      1002,
      Page.UNAVAILABLE,
      "The tenant of the authority's domain could not be looked up at the login host.",
      "Check that the domain is verified in the tenant and that this server reaches the login host;"
          + " or write the tenant's id as the authority."),
  TENANT_MOVED(
      1003,
      Page.NOT_SET_UP,
      "The authority's domain now belongs to another tenant than at the first sign-in.",
      "If the move is intended, write the new tenant's id as the authority. If not, somebody else"
          + " may have taken the domain over: do nothing before you know."),
  FIRST_SIGN_IN_FLOW(
      1004,
      Page.NOT_SET_UP,
      "The identity provider's first login flow is not made for it: it could link people by e-mail"
          + " address, or let them change their own.",
      "Create a flow with the one step 'Entra: create the person, or refuse' (required) and choose"
          + " it as the identity provider's First login flow."),

  USER_PROFILE(
      1005,
      Page.NOT_SET_UP,
      "Users of the realm can write the attributes that say who they are in Entra and in the"
          + " catalog.",
      "In Realm settings > User profile let only administrators edit entra_oid, entra_tid,"
          + " entra_upn, entra_roles, entra_teams, catalog_username and catalog_email, or set"
          + " Unmanaged attributes to anything but Enabled."),
  PREVIOUS_PROVIDER(
      1006,
      Page.NOT_SET_UP,
      "Previous alias names no identity provider whose links can be taken over, so nobody can say"
          + " whether a newcomer was here before.",
      "Write the alias of the provider that people signed in with before, or empty Previous alias."
          + " People who are linked with this provider already come in meanwhile."),
  LINK_ONLY(
      1007,
      Page.START_AGAIN,
      "Somebody came back from Microsoft to sign in with an identity provider that is only for"
          + " linking accounts.",
      "Mostly it became so while the person was at Microsoft. If people should sign in with it,"
          + " switch Account linking only off."),
  CREDENTIAL_UNUSABLE(
      1101,
      Page.NOT_SET_UP,
      "The credential of the app registration cannot be read on this server.",
      "The detail says which and why. Check that file, folder, key and vault are there on every"
          + " node: see docs/credentials.md."),

  STATE_UNKNOWN(
      2001,
      Page.START_AGAIN,
      "The answer's state belongs to no sign-in that this browser began, or to one that is over.",
      "Mostly an old page or a bookmark. If it happens to many people, check that all nodes share"
          + " their sessions and that a proxy keeps cookies."),
  ANSWER_INCOMPLETE(
      2002,
      Page.START_AGAIN,
      "The answer carries neither what the flow promises nor an error.",
      "Check that no proxy drops query or form parameters on the way."),
  MICROSOFT_REFUSED(
      2101,
      Page.MICROSOFT_REFUSED,
      "Microsoft refused at the authorization endpoint.",
      "The AADSTS code says what to do; the correlation id leads to the entry in Entra's sign-in"
          + " log."),
  CANCELLED(
      2102,
      Page.START_AGAIN,
      "The person cancelled at Microsoft, or declined consent.",
      "Nothing, unless the person expected to be let in: then grant admin consent."),
  DEMANDED_AGAIN(
      2103,
      Page.MICROSOFT_MORE_PROOF,
      "Microsoft demanded more than the sign-in brought, the person went back to Microsoft, and"
          + " Microsoft demanded it again.",
      "Look the sign-in up by its correlation id under Monitoring & health > Sign-in logs in the"
          + " Entra admin center: it names the rule that was not met."),
  TOKEN_ENDPOINT_UNREACHABLE(
      2201,
      Page.UNAVAILABLE,
      "The token endpoint could not be reached or did not answer in time.",
      "Check this server's way out: name resolution, proxy, trust store."),
  TOKEN_ENDPOINT_REFUSED(
      2202,
      Page.MICROSOFT_REFUSED,
      "Microsoft refused to redeem the code.",
      "The AADSTS code says what to do; the correlation id leads to the entry in Entra's sign-in"
          + " log."),
  TOKEN_ENDPOINT_NONSENSE(
      2203,
      Page.NOT_TRUSTED,
      "The token endpoint answered without an ID token.",
      "Check that nothing between this server and the login host changes the answer."),
  SIGN_OUT_OVER(
      2301,
      Page.SIGN_OUT_OVER,
      "A browser came to a sign-out that is over, or that never began.",
      "Mostly a page that was loaded again. If it happens to everybody, check that Microsoft sends"
          + " the state back and that all nodes share their sessions."),
  SIGN_OUT_NOTICE_MALFORMED(
      2302,
      Page.SIGN_OUT_OVER,
      "Somebody reported a sign-out (front-channel logout) without iss and sid as Entra sends them.",
      "Check that the front-channel logout URL in Entra is the provider's address and nothing more."
          + " Otherwise treat it as an attack: no session was ended."),
  SIGN_OUT_NOTICE_ISSUER(
      2303,
      Page.SIGN_OUT_OVER,
      "Somebody reported a sign-out in the name of an issuer whose people may not sign in.",
      "Check the authority. If it is right, treat it as an attack: no session was ended."),
  SIGN_OUT_NOTICE_NOT_IN_USE(
      2304,
      Page.SIGN_OUT_OVER,
      "A sign-out was reported to an identity provider that is only for linking, or in a disabled"
          + " realm.",
      "Remove the front-channel logout URL in Entra. No session was ended."),
  SIGN_OUT_NOT_ASKED(
      2305,
      Page.SIGN_OUT_OVER,
      "A sign-out everywhere was sent without the question having been asked in this session.",
      "Mostly a page that was open for too long. If it happens often, another site may be trying to"
          + " sign people out: no session was ended."),

  REFRESHED_SOMEBODY_ELSE(
      2321,
      Page.NOT_TRUSTED,
      "The refreshed ID token is about somebody else than the session that it was asked for.",
      "Nothing an honest Microsoft sends: treat it as an attack."),
  PREVIEW_OVER(
      2401,
      Page.PREVIEW_OVER,
      "Somebody came with the link of a preview, or from Microsoft with the answer to one, that was"
          + " used, is too old, or was made for another identity provider.",
      "Ask for a new link. It is good for five minutes and for one result."),
  PREVIEW_ELSEWHERE(
      2402,
      Page.PREVIEW_OVER,
      "The link of a preview, or Microsoft's answer to one, came from another browser than the one"
          + " that opened the link first.",
      "Mostly a program that looks at links in mails opened it: hand the link over in another way."
          + " If nobody can say who it was, treat the link as stolen: nothing was shown."),

  TOKEN_MALFORMED(
      3001,
      Page.NOT_TRUSTED,
      "The ID token is not a signed token.",
      "Nothing an honest Microsoft sends: treat it as an attack or a broken proxy."),
  ALGORITHM(
      3002,
      Page.NOT_TRUSTED,
      "The ID token is not signed with RS256.",
      "Nothing an honest Microsoft sends: treat it as an attack."),
  SIGNATURE(
      3003,
      Page.NOT_TRUSTED,
      "No key of the tenant has signed the ID token.",
      "Nothing an honest Microsoft sends: treat it as an attack."),
  KEYS_UNREACHABLE(
      3009,
      Page.UNAVAILABLE,
      "The tenant's signing keys could not be read, or the application's own among them, so that"
          + " nobody can say whether the token's key is one of them.",
      "Check this server's way out to the login host: name resolution, proxy, trust store. ENTRA5401"
          + " in the log names the cause."),
  KEY_ISSUER(
      3010,
      Page.NOT_TRUSTED,
      "The key that has signed the ID token may not sign for the token's tenant.",
      "Nothing an honest Microsoft sends: treat it as an attack."),
  AUDIENCE(
      3004,
      Page.NOT_TRUSTED,
      "The ID token is meant for another application.",
      "Check the client id. If it is right, treat it as an attack."),
  EXPIRED(
      3005,
      Page.NOT_TRUSTED,
      "The ID token's time has passed or has not come.",
      "Check this server's clock: it may differ from Microsoft's by 60 seconds."),
  NONCE(
      3006,
      Page.NOT_TRUSTED,
      "The ID token does not answer the request that this browser made.",
      "A replayed answer: treat it as an attack if it happens more than once."),
  TENANT(
      3007,
      Page.NOT_ADMITTED,
      "The ID token comes from a tenant that may not sign in.",
      "Check the authority and, where it stands for several tenants, Tenants. Guests sign in at home"
          + " there: their own tenant would have to be listed. People of other tenants have to be"
          + " invited to the one that is the authority, or use their own catalog."),
  ISSUER(
      3008,
      Page.NOT_TRUSTED,
      "The ID token's issuer is not the one of its tenant.",
      "Check the authority's host. If it is right, treat it as an attack."),

  NO_IDENTITY(
      4001,
      Page.NOT_TRUSTED,
      "The ID token does not say who the person is (tid, oid, sub).",
      "Check that no claims-mapping policy of the tenant removes them."),
  GUEST(
      4002,
      Page.NOT_ADMITTED,
      "The account is a guest in the tenant.",
      "Only members may sign in. Set Guests to admit if guests should."),
  NO_EMAIL(
      4003,
      Page.NO_EMAIL,
      "The ID token carries no e-mail address.",
      "Give the account a mail attribute in Entra, and add the optional claim email to the app"
          + " registration; or let E-mail source fall back on the user principal name."),
  PERSONAL_ACCOUNT(
      4004,
      Page.NOT_ADMITTED,
      "The account is a personal Microsoft account.",
      "Only work accounts may sign in. Set Personal accounts to admit if others should."),
  APPLICATION(
      4005,
      Page.NOT_ADMITTED,
      "The token speaks of an application, not of a person.",
      "Nothing an honest Microsoft sends at an interactive sign-in: treat it as an attack."),
  EMAIL_UNUSABLE(
      4006,
      Page.NO_EMAIL,
      "The e-mail address is not one that the catalog would take.",
      "Give the account an address of plain letters, digits and . _ % + - with at most 64"
          + " characters before the @ and 127 in all. An apostrophe is refused by OpenMetadata once"
          + " it identifies people by address."),
  EMAIL_UNTRUSTED(
      4007,
      Page.EMAIL_UNTRUSTED,
      "Nothing proves that the e-mail address is the person's own.",
      "If the organisation hands out the address itself, add its domain to Mail domains. Otherwise"
          + " add the optional claim xms_edov or verified_primary_email to the app registration, or"
          + " set Untrusted e-mail to verify."),
  TWO_LINKS(
      4101,
      Page.ACCOUNT_EXISTS,
      "Two users of this realm are linked to the same Entra account.",
      "Remove one of the two links in the administration console."),
  ACCOUNT_EXISTS(
      4102,
      Page.ACCOUNT_EXISTS,
      "A user with the same e-mail address or username exists already and is not linked to the"
          + " account.",
      "Decide who it is. If it is the same person, link the user to the identity provider in the"
          + " administration console (the id is tenant id, colon, object id) and mark the e-mail"
          + " address as verified. Deleting the user does not free the name: see Names in"
          + " docs/people.md."),
  NAME_RESERVED(
      4103,
      Page.NAME_NOT_AVAILABLE,
      "The person's name would be one that is reserved: the catalog knows an administrator or a bot"
          + " by it.",
      "If the person is meant to be just that, bind the name to the account under Name owners;"
          + " otherwise give the account another address."),
  NAME_TAKEN(
      4104,
      Page.NAME_NOT_AVAILABLE,
      "Somebody else has, or had, the person's name in the catalog: the part before the @ of another"
          + " address.",
      "Give the account another address, or set Name collision to suffix. If the name is the"
          + " person's after all (their account in Entra is a new one), give it to the account with"
          + " the administrators' command: see Names in docs/people.md."),
  ADDRESS_ALTERED(
      4105,
      Page.ACCOUNT_EXISTS,
      "The user's e-mail address in this realm is not the one under which the catalog knows the"
          + " person.",
      "Change an address with the administrators' command only (docs/people.md), or set the user's"
          + " e-mail address back."),
  USER_OF_ANOTHER_ACCOUNT(
      4106,
      Page.ACCOUNT_EXISTS,
      "The user belongs to another Entra account than the one that wants to be linked with it.",
      "If the person's account in Entra is a new one, remove the user's link in the administration"
          + " console and add one with the new account's id (tenant id, colon, object id)."),
  NOT_ADMITTED(
      4201,
      Page.NO_ACCESS,
      "The person has none of the groups or roles that the access gate asks for.",
      "Add the person to a group under Access groups, or assign a mapped role, if they should come"
          + " in."),
  MEMBERSHIP_UNKNOWN(
      4202,
      Page.ACCESS_UNKNOWN,
      "It could not be found out which groups the person is in, and the sign-in depends on it.",
      "The detail names the reason: check the permissions of the app registration and this server's"
          + " way to Microsoft Graph."),

  UNEXPECTED(
      9001,
      Page.FAILED,
      "Something failed in this server while the sign-in was completed.",
      "The log line names the failure; more is in the log at debug level of io.entrabroker. If an"
          + " identity provider mapper is to blame, mend or remove it.");

  private final int number;
  private final Page page;
  private final String whatHappened;
  private final String whatToDo;

  Rejection(int number, Page page, String whatHappened, String whatToDo) {
    this.number = number;
    this.page = page;
    this.whatHappened = whatHappened;
    this.whatToDo = whatToDo;
  }

  /** The stable name in logs, events and documentation: {@code ENTRA1001}. */
  public String code() {
    return "ENTRA" + number;
  }

  /** What the person sees. */
  public Page page() {
    return page;
  }

  /** For operators: what happened. */
  public String whatHappened() {
    return whatHappened;
  }

  /** For operators: what to do. */
  public String whatToDo() {
    return whatToDo;
  }
}
