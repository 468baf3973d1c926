package io.entrabroker.it.attacks;

/** What stands in the way of attacks, and can be switched off at the twin of the provider. */
enum Switch {
  SHAPE("A token is three parts of sensible size and depth, in which no member stands twice."),
  WRAPPING("A token that is wrapped in another is not looked for."),
  ALGORITHM("The header names RS256, and no extension that has to be understood."),
  SIGNATURE("A key that the authority itself publishes, under the header's key id, has signed."),
  KEY_ISSUER("The key's own issuer is the token's."),
  AUDIENCE("The token is meant for our client id and nobody else, and was got by nobody else."),
  EXPIRY("The token's time has come and has not passed."),
  NONCE("The token answers the very request that this browser made at this provider."),
  TENANT("The tenant is one that may sign in."),
  ISSUER("The issuer is exactly the one of the tenant at the configured login host."),
  PKCE("The code is bound to the request that it answers."),
  STATE("The state is that of the sign-in which the browser has begun."),
  COOKIE("A sign-in ends in the browser in which it began; switched off: its cookies are shared."),
  ARRIVAL("A code comes in the query, an ID token as a form post."),
  FIRST_LOGIN_FLOW("Newcomers meet our first login flow only, and never a namesake's account."),
  ADDRESS("An address is believed for a reason, and taken as it is written."),
  ACCOUNT_KIND("Members sign in; guests, personal accounts and applications where they may."),
  HTTP(
      "No redirect is followed; answers are bounded; JSON in which a member stands twice is none."),
  NEXT_PAGE("The access token goes to the configured Microsoft Graph and nowhere else."),
  CLAIM_SOURCE("Addresses in a token are not looked at."),
  MOMENT("An answer is judged by the settings of the moment in which it comes."),
  SINGLE_USE(
      "A code is redeemed once, by Microsoft; switched off: the simulator redeems it again."),
  SETTING("An administrator has not said otherwise.");

  private final String rule;

  Switch(String rule) {
    this.rule = rule;
  }

  /** What is so as long as it is on. */
  String rule() {
    return rule;
  }

  /** Whether the twin leaves it out; others are switched off by the attack's own arrangement. */
  boolean isOfTheTwin() {
    return this != COOKIE && this != SETTING && this != SINGLE_USE;
  }
}
