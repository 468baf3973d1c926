package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.NextStep.SIGN_IN_AGAIN;
import static io.entrabroker.diagnostics.NextStep.WAIT;
import static io.entrabroker.diagnostics.Remedy.operator;
import static io.entrabroker.diagnostics.Remedy.person;

import java.util.List;

/** Codes about authorization codes, refresh tokens and sessions that are over. */
final class GrantCodes {

  static final List<AadstsCode> ALL =
      List.of(
          here(
              54005,
              SIGN_IN_AGAIN,
              "The code was redeemed before: a reloaded page, or a replay.",
              person(
                  "Sign in again. If it happens to many people, look for a proxy that repeats"
                      + " requests.")),
          here(
              70008,
              SIGN_IN_AGAIN,
              "The code or refresh token has expired.",
              person("Sign in again.")),
          here(
              70000,
              SIGN_IN_AGAIN,
              "The code or refresh token is not valid, or was revoked.",
              person("Sign in again.")),
          here(
              501481,
              SIGN_IN_AGAIN,
              "The PKCE verifier does not fit the code: it belongs to another sign-in.",
              person("Sign in again. If it happens more than once, treat it as an attack.")),
          either(
              50147,
              SET_UP,
              "The PKCE challenge has a wrong length.",
              operator(
                  "This server sends one of 43 characters: find out what changes"
                      + " code_challenge on the way.")),
          either(
              501491,
              SET_UP,
              "The PKCE challenge or its method has a wrong length.",
              operator(
                  "This server sends S256 and 43 characters: find out what changes them on"
                      + " the way.")),
          here(
              700082,
              SIGN_IN_AGAIN,
              "The refresh token was not used for too long.",
              person("Sign in again.")),
          here(
              700084,
              SIGN_IN_AGAIN,
              "The refresh token of a single-page application ends after 24 hours, whatever"
                  + " happens.",
              person(
                  "Sign in again. For longer, register the redirect URI under Web and choose"
                      + " the registration web in Keycloak.")),
          here(
              50173,
              SIGN_IN_AGAIN,
              "The tokens were revoked, or the password was changed.",
              person("Sign in again.")),
          here(
              50132,
              SIGN_IN_AGAIN,
              "The session at Microsoft is over: the password has expired or was changed.",
              person("Sign in again.")),
          here(
              50133,
              SIGN_IN_AGAIN,
              "The session at Microsoft was revoked: the password has expired or was changed.",
              person("Sign in again.")),
          either(50089, SIGN_IN_AGAIN, "The sign-in took too long.", person("Sign in again.")),
          here(
              70043,
              SIGN_IN_AGAIN,
              "The organisation asks people to sign in more often than that (sign-in"
                  + " frequency).",
              person(
                  "Sign in again. How often is set under Conditional Access > Policies >"
                      + " Session.")),
          here(
              50058,
              SIGN_IN_AGAIN,
              "An application asked silently, and nobody is signed in at Microsoft.",
              person("Sign in.")),
          here(
              50196,
              WAIT,
              "The same request was made too often in a short time: a loop.",
              operator(
                  "This server asks once more and then stops, so look for an application that"
                      + " starts the sign-in by itself again and again. Microsoft answers again"
                      + " after some minutes.")));

  private GrantCodes() {}
}
