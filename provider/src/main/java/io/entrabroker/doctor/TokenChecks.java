package io.entrabroker.doctor;

import java.util.List;

/** What is looked at of the tokens and sessions that the catalog's client gets. */
final class TokenChecks {

  static final Check CLIENT_ALGORITHM =
      new Check(
          6305,
          Severity.ERROR,
          "The client does not sign ID and access tokens with RS256, which the catalog asks "
              + "for.",
          "Set both under Advanced > Fine grain OpenID Connect configuration.");

  static final Check ENCRYPTED_TOKENS =
      new Check(
          6328,
          Severity.ERROR,
          "The client encrypts ID tokens, which OpenMetadata cannot read.",
          "Clear ID token encryption under Advanced > Fine grain OpenID Connect configuration.");

  static final Check BOUND_TOKENS =
      new Check(
          6331,
          Severity.ERROR,
          "The client binds tokens to a key or a certificate, which OpenMetadata does not have.",
          "Switch DPoP and certificate-bound tokens off under Advanced.");

  static final Check SIGNED_USER_INFO =
      new Check(
          6334,
          Severity.ERROR,
          "The client signs user info with RS256: OpenMetadata takes the answer for a token, and it never expires.",
          "Clear User info signed response algorithm under Advanced. If somebody may have such an answer, replace the realm's RS256 key, too.");

  static final Check NO_REFRESH_TOKENS =
      new Check(
          6316,
          Severity.ERROR,
          "The client gets no refresh tokens: OpenMetadata up to 1.13 signs everybody out at "
              + "the first renewal.",
          "Switch Use refresh tokens on under Advanced.");

  static final Check NO_REFRESH_TOKENS_LATER =
      new Check(
          6336,
          Severity.WARNING,
          "The client gets no refresh tokens: OpenMetadata after 2.0 cannot ask whether a session may go on, so it goes on (unverified).",
          "Switch Use refresh tokens on under Advanced.");

  static final Check NO_CATALOG_MAPPER =
      new Check(
          6318,
          Severity.ERROR,
          "The mapper OpenMetadata user is missing: the catalog is not told who somebody is.",
          "Make openmetadata a default client scope of the client.");

  static final Check STANDARD_SCOPES =
      new Check(
          6319,
          Severity.ERROR,
          "A scope that OpenMetadata asks for is missing.",
          "Make email and profile default client scopes of the client.");

  static final Check FOREIGN_SCOPES =
      new Check(
          6320,
          Severity.WARNING,
          "A scope adds claims that OpenMetadata takes for teams or roles.",
          "Take it from the client scopes of the client.");

  static final Check PAIRWISE_SUBJECT =
      new Check(
          6321,
          Severity.ERROR,
          "A mapper writes another subject for each client: later releases of OpenMetadata bind"
              + " people to the first one they see.",
          "Remove the pairwise mapper.");

  static final Check TOKENS_SHORT =
      new Check(
          6322,
          Severity.WARNING,
          "Tokens of the client live less than five minutes: OpenMetadata up to 1.13, and in the browser every release, uses the ID token for every request.",
          "Set Access token lifespan of the client to 15 minutes.");

  static final Check TOKENS_LONG =
      new Check(
          6323,
          Severity.WARNING,
          "Tokens of the client live longer than an hour, and nobody can take them back.",
          "Set Access token lifespan of the client to 15 minutes.");

  static final Check SESSIONS_SHORT =
      new Check(
          6333,
          Severity.WARNING,
          "A session ends before its token does when nobody renews in between: people are signed out while they work.",
          "Let SSO Session Idle be longer than the tokens live.");

  static final List<Check> ALL =
      List.of(
          CLIENT_ALGORITHM,
          ENCRYPTED_TOKENS,
          BOUND_TOKENS,
          SIGNED_USER_INFO,
          NO_REFRESH_TOKENS,
          NO_REFRESH_TOKENS_LATER,
          NO_CATALOG_MAPPER,
          STANDARD_SCOPES,
          FOREIGN_SCOPES,
          PAIRWISE_SUBJECT,
          TOKENS_SHORT,
          TOKENS_LONG,
          SESSIONS_SHORT);

  private TokenChecks() {}
}
