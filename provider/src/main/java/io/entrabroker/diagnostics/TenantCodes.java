package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.OTHER_ACCOUNT;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.Remedy.operator;
import static io.entrabroker.diagnostics.Remedy.person;

import java.util.List;

/** Codes about the tenant, the cloud and the kinds of account that an application is for. */
final class TenantCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(
              90002,
              SET_UP,
              "This cloud knows no such tenant.",
              operator(
                  "Check the tenant in Authority; then whether the tenant lives in another"
                      + " cloud: the login host is login.microsoftonline.com,"
                      + " login.microsoftonline.us (US Government) or"
                      + " login.partner.microsoftonline.cn (China).")),
          either(
              90038,
              SET_UP,
              "Wrong cloud: the tenant lives in another national cloud.",
              operator(
                  "Write the login host of that cloud into Authority:"
                      + " login.microsoftonline.us for US Government,"
                      + " login.partner.microsoftonline.cn for China, login.microsoftonline.com for"
                      + " all others.")),
          either(
              900439,
              SET_UP,
              "Wrong cloud: an application of US Government was used at the public login"
                  + " host.",
              operator(
                  "Write https://login.microsoftonline.us/ and the tenant id into Authority.")),
          either(
              900382,
              SET_UP,
              "Wrong cloud: the application has a credential, and the person's account lives"
                  + " in another cloud.",
              operator(
                  "Let the person use an account of this cloud; or connect the other cloud as"
                      + " an identity provider of its own, with an app registration there.")),
          either(
              900432,
              SET_UP,
              "Wrong cloud: an application with a credential cannot be used across clouds.",
              operator(
                  "Write the login host of the cloud in which the application is registered"
                      + " into Authority, and let people use accounts of that cloud.")),
          either(
              50049,
              SET_UP,
              "Microsoft knows no cloud by this login host.",
              operator("Check the host in Authority for typing errors.")),
          either(
              50194,
              SET_UP,
              "The application is for one tenant, but was used through common or"
                  + " organizations.",
              operator(
                  "Write the tenant id into Authority; or choose Accounts in any"
                      + " organizational directory under App registrations > Authentication >"
                      + " Supported account types.")),
          either(
              90124,
              SET_UP,
              "The resource cannot be asked for through common or consumers.",
              operator("Write the tenant id, or organizations, into Authority.")),
          either(
              90130,
              SET_UP,
              "The application cannot be used through common or consumers.",
              operator("Write the tenant id, or organizations, into Authority.")),
          either(
              9002332,
              SET_UP,
              "The application is for work and school accounts only, but was used through"
                  + " consumers.",
              operator("Write the tenant id, or organizations, into Authority.")),
          either(
              9001023,
              SET_UP,
              "This kind of request cannot be made through common or consumers.",
              operator("Write the tenant id into Authority.")),
          either(
              500208,
              OTHER_ACCOUNT,
              "The account's domain does not fit the kind of account that the application is"
                  + " for.",
              person(
                  "Sign in with a work or school account. If it is one: Domain hint in"
                      + " Keycloak may name a wrong domain.")),
          here(
              700005,
              SET_UP,
              "The code was issued for another tenant than the one it was redeemed at.",
              operator(
                  "Write the tenant id instead of common or organizations into Authority. If"
                      + " nobody changed it during the sign-in, find out who changes the address on"
                      + " the way.")));

  private TenantCodes() {}
}
