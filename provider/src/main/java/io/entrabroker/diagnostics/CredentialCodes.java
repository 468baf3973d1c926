package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.Remedy.operator;

import java.util.List;

/** Codes about the credential that this server shows at the token endpoint. */
final class CredentialCodes {

  static final List<AadstsCode> ALL =
      List.of(
          here(
              7000215,
              SET_UP,
              "The client secret is wrong; most often the Secret ID was pasted instead of the"
                  + " Value.",
              operator(
                  "Create a secret under App registrations > Certificates & secrets and paste"
                      + " its Value, which is shown only then, into Client secret.")),
          here(
              7000222,
              SET_UP,
              "The client secret has expired.",
              operator(
                  "Create a new one under App registrations > Certificates & secrets and"
                      + " paste its Value into Client secret; or use a certificate or a federated"
                      + " credential, which need no secret.")),
          here(
              7000218,
              SET_UP,
              "No credential was sent, but the application needs one.",
              operator(
                  "Choose the registration web in Keycloak and configure a credential; or, if"
                      + " the redirect URI is one of a single-page application, choose spa.")),
          here(
              7000216,
              SET_UP,
              "No credential was sent by a client that asks for itself.",
              operator("Configure a credential of the Web registration in Keycloak.")),
          here(
              700027,
              SET_UP,
              "The certificate that signed is not among those of the application.",
              operator(
                  "Upload the public certificate under App registrations > Certificates &"
                      + " secrets > Certificates. If it is there, let Keycloak send the other"
                      + " thumbprint (x5t instead of x5t#S256).")),
          here(
              700024,
              SET_UP,
              "The client assertion is not valid at this time.",
              operator("Set this server's clock: it goes wrong by minutes.")),
          here(
              700030,
              SET_UP,
              "The certificate's subject is not authorized for the application.",
              operator(
                  "Upload the certificate itself under App registrations > Certificates &"
                      + " secrets > Certificates.")),
          here(
              50012,
              SET_UP,
              "The client assertion was not accepted.",
              operator(
                  "Check that the certificate under App registrations > Certificates &"
                      + " secrets is the one that Keycloak signs with, and that it has not expired.")),
          here(
              50048,
              SET_UP,
              "Subject and issuer of the client assertion differ.",
              operator("Check Client ID: both have to be the Application (client) ID.")),
          here(
              700021,
              SET_UP,
              "The client assertion speaks of another application than the client id.",
              operator("Check Client ID: it has to be the Application (client) ID.")),
          here(
              70021,
              SET_UP,
              "No federated credential of the application fits the assertion.",
              operator(
                  "Compare issuer, subject and audience, letter by letter, with App"
                      + " registrations > Certificates & secrets > Federated credentials. A change"
                      + " there takes some minutes.")),
          here(
              700211,
              SET_UP,
              "No federated credential of the application has the assertion's issuer.",
              operator(
                  "Compare the Issuer under App registrations > Certificates & secrets >"
                      + " Federated credentials, letter by letter. A change there takes some"
                      + " minutes.")),
          here(
              700212,
              SET_UP,
              "No federated credential of the application has the assertion's audience.",
              operator(
                  "Compare the Audience under App registrations > Certificates & secrets >"
                      + " Federated credentials; each cloud has its own.")),
          here(
              700213,
              SET_UP,
              "No federated credential of the application has the assertion's subject.",
              operator(
                  "Compare the Subject identifier under App registrations > Certificates &"
                      + " secrets > Federated credentials: capital letters count.")),
          here(
              700229,
              SET_UP,
              "The federated credential is a token of a person; only tokens of applications"
                  + " are taken.",
              operator("Let the workload's own identity issue the token.")));

  private CredentialCodes() {}
}
