package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.atMicrosoft;
import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.ASK_FOR_ACCESS;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.Remedy.administrator;
import static io.entrabroker.diagnostics.Remedy.operator;

import java.util.List;

/** Codes about the app registration and its redirect URIs. */
final class RegistrationCodes {

  static final List<AadstsCode> ALL =
      List.of(
          atMicrosoft(
              50011,
              SET_UP,
              "The redirect URI of this server is not registered.",
              administrator(
                  "Copy the Redirect URI from the identity provider's page in Keycloak and"
                      + " add it, letter by letter, under App registrations > Authentication, on the"
                      + " platform that is chosen as Registration in Keycloak.")),
          atMicrosoft(
              500113,
              SET_UP,
              "The app registration has no redirect URI at all.",
              administrator(
                  "Copy the Redirect URI from the identity provider's page in Keycloak and"
                      + " add it under App registrations > Authentication > Add a platform.")),
          either(
              700016,
              SET_UP,
              "The tenant knows no application with this client id.",
              operator(
                  "Compare Client ID and Authority of the identity provider with App"
                      + " registrations > Overview. The application may also be removed, or never"
                      + " have been added to this tenant.")),
          either(
              700038,
              SET_UP,
              "The client id is not the id of any application.",
              operator(
                  "Copy the Application (client) ID from App registrations > Overview into"
                      + " Client ID.")),
          either(
              700011,
              SET_UP,
              "The application does not exist in the person's tenant.",
              administrator(
                  "Add the application to the tenant: let an administrator of that tenant"
                      + " sign in once and consent, and check the Authority in Keycloak.")),
          either(
              70001,
              ASK_FOR_ACCESS,
              "The application is switched off, or missing, in this tenant.",
              administrator(
                  "Under Enterprise applications > Properties set Enabled for users to sign"
                      + " in to Yes; if the application is not listed there, check Client ID and"
                      + " Authority in Keycloak.")),
          either(
              7000112,
              ASK_FOR_ACCESS,
              "The application is switched off in this tenant.",
              administrator(
                  "Under Enterprise applications > Properties set Enabled for users to sign"
                      + " in to Yes.")),
          either(
              1000031,
              ASK_FOR_ACCESS,
              "The application cannot be used at this time.",
              administrator(
                  "Look at Enterprise applications > Properties: the application may be"
                      + " switched off, or Microsoft may have blocked it, which is written there.")),
          here(
              700025,
              SET_UP,
              "A credential was sent, but the redirect URI belongs to a public client.",
              operator(
                  "Choose the registration spa in Keycloak; or move the redirect URI to the"
                      + " platform Web under App registrations > Authentication.")),
          either(
              9002325,
              SET_UP,
              "The redirect URI belongs to a single-page application, and the request came"
                  + " without PKCE.",
              operator(
                  "This server always sends PKCE: find out what drops the parameters"
                      + " code_challenge and code_challenge_method on the way.")),
          here(
              9002326,
              SET_UP,
              "The redirect URI is registered as Web, but Keycloak redeems the code as a"
                  + " single-page application.",
              operator(
                  "Choose the registration web in Keycloak; or move the redirect URI to"
                      + " Single-page application under App registrations > Authentication.")),
          here(
              9002327,
              SET_UP,
              "The redirect URI is registered as Single-page application, but Keycloak"
                  + " redeems the code as a Web application.",
              operator(
                  "Choose the registration spa in Keycloak; or move the redirect URI to the"
                      + " platform Web under App registrations > Authentication.")),
          either(
              90023,
              SET_UP,
              "Microsoft finds the request not valid, for example because a client without a"
                  + " credential asks like a service.",
              operator(
                  "Compare Registration and Flow in Keycloak with App registrations >"
                      + " Authentication.")),
          here(
              700054,
              SET_UP,
              "ID tokens from the authorization endpoint are not enabled for the application.",
              operator(
                  "Choose the flow code in Keycloak (better); or tick ID tokens under App"
                      + " registrations > Authentication > Implicit grant and hybrid flows.")),
          here(
              700051,
              SET_UP,
              "Access tokens from the authorization endpoint are not enabled for the"
                  + " application.",
              operator(
                  "Leave them so. This server never asks for one: find out what changes the"
                      + " parameter response_type on the way.")),
          here(
              70005,
              SET_UP,
              "The response type is not enabled for the application.",
              operator(
                  "Choose the flow code in Keycloak; or tick ID tokens under App"
                      + " registrations > Authentication > Implicit grant and hybrid flows.")));

  private RegistrationCodes() {}
}
