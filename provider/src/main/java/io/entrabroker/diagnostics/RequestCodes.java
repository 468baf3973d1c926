package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.Remedy.operator;

import java.util.List;

/** Codes about the form of a request: what this server never sends wrong by itself. */
final class RequestCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(70011, SET_UP, "A scope is not valid.", operator("Correct Scopes in Keycloak.")),
          here(
              28000,
              SET_UP,
              "The scopes belong to more than one resource.",
              operator(
                  "Leave the scopes of one resource in Scopes: usually those of Microsoft"
                      + " Graph.")),
          here(
              28002,
              SET_UP,
              "The scopes are not valid where a token is asked for.",
              operator("Correct Scopes in Keycloak.")),
          here(
              28003,
              SET_UP,
              "No scope was given where a token was asked for.",
              operator("Write openid profile email into Scopes.")),
          either(
              700022,
              SET_UP,
              "The scopes belong to more than one resource.",
              operator(
                  "Leave the scopes of one resource in Scopes: usually those of Microsoft"
                      + " Graph.")),
          either(
              700023,
              SET_UP,
              "The scopes belong to no resource.",
              operator("Write openid profile email into Scopes.")),
          here(
              70003,
              SET_UP,
              "The grant type is not one that Microsoft offers.",
              operator(
                  "Find out what changes the token request on the way: this server asks with"
                      + " authorization_code and refresh_token only.")),
          either(
              70007,
              SET_UP,
              "The response mode does not fit the response type.",
              operator(
                  "Find out what changes response_mode on the way: this server sends query"
                      + " for a code and form_post for an ID token.")),
          either(
              900144,
              SET_UP,
              "A required parameter is missing.",
              operator(
                  "Find out what drops parameters on the way, for example a proxy that cuts"
                      + " long addresses.")),
          either(
              90014,
              SET_UP,
              "A required field is missing.",
              operator(
                  "Find out what drops parameters on the way, for example a proxy that cuts"
                      + " long addresses.")),
          either(
              900561,
              SET_UP,
              "The address was called in a way it does not accept (GET instead of POST, or"
                  + " the other way round).",
              operator("Find out what redirects the calls to the login host on the way.")),
          either(
              90056,
              SET_UP,
              "The token endpoint was called in a way it does not accept.",
              operator("Find out what redirects the calls to the login host on the way.")),
          either(
              901002,
              SET_UP,
              "The parameter resource belongs to the old endpoints (v1).",
              operator(
                  "Remove it from whatever adds it on the way; this server uses v2 and"
                      + " scopes.")));

  private RequestCodes() {}
}
