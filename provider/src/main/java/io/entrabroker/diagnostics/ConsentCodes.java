package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.ASK_FOR_ACCESS;
import static io.entrabroker.diagnostics.NextStep.ASK_FOR_APPROVAL;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.Remedy.administrator;
import static io.entrabroker.diagnostics.Remedy.operator;
import static io.entrabroker.diagnostics.Remedy.person;

import java.util.List;

/** Codes about access to the application, consent and permissions. */
final class ConsentCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(
              50105,
              ASK_FOR_ACCESS,
              "The application is for assigned people only, and the person is not assigned.",
              administrator(
                  "Assign the person, or a group they are in directly, under Enterprise"
                      + " applications > Users and groups; groups within groups do not count.")),
          either(
              65001,
              ASK_FOR_APPROVAL,
              "Nobody has consented to the application.",
              administrator("Enterprise applications > Permissions > Grant admin consent.")),
          here(
              65004,
              ASK_FOR_APPROVAL,
              "The person declined consent.",
              person(
                  "Sign in again and accept; or let an administrator consent for everybody:"
                      + " Enterprise applications > Permissions > Grant admin consent.")),
          either(
              90094,
              ASK_FOR_APPROVAL,
              "An administrator has to consent to the application.",
              administrator("Enterprise applications > Permissions > Grant admin consent.")),
          either(
              90095,
              ASK_FOR_APPROVAL,
              "An administrator has to consent; the person could send a request to them.",
              administrator(
                  "Enterprise applications > Admin consent requests, or Permissions > Grant"
                      + " admin consent.")),
          either(
              90008,
              ASK_FOR_APPROVAL,
              "The application lacks the permission to sign people in (User.Read of Microsoft"
                  + " Graph).",
              administrator(
                  "Add User.Read under App registrations > API permissions and press Grant"
                      + " admin consent.")),
          either(
              650052,
              SET_UP,
              "The application asks for a service that the organisation does not have.",
              operator(
                  "Remove the scopes of that service from Scopes in Keycloak, or from App"
                      + " registrations > API permissions; or let the organisation enable the"
                      + " service.")),
          either(
              650053,
              SET_UP,
              "The application asks for a scope that does not exist.",
              operator(
                  "Correct Scopes in Keycloak. Scopes of an API of your own need its whole"
                      + " Application ID URI in front.")),
          either(
              650056,
              SET_UP,
              "The app registration lists no permissions, or nobody has consented to them.",
              administrator(
                  "Add openid, profile, email and User.Read under App registrations > API"
                      + " permissions and press Grant admin consent.")),
          either(
              650057,
              SET_UP,
              "The application asks for a resource that its registration does not list.",
              administrator(
                  "Add the resource under App registrations > API permissions; or remove its"
                      + " scopes from Scopes in Keycloak.")),
          either(
              65005,
              SET_UP,
              "The application asks for permissions that its registration does not list.",
              administrator(
                  "Add them under App registrations > API permissions; or remove them from"
                      + " Scopes in Keycloak.")),
          either(
              500011,
              SET_UP,
              "The resource that is asked for does not exist in this tenant.",
              operator(
                  "Correct Scopes in Keycloak; or let an administrator add the resource's"
                      + " application to the tenant.")),
          either(
              50001,
              SET_UP,
              "The resource that is asked for is disabled or does not exist.",
              operator(
                  "Correct Scopes in Keycloak; or enable the resource under Enterprise"
                      + " applications > Properties.")));

  private ConsentCodes() {}
}
