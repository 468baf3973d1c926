package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.AadstsCode.here;
import static io.entrabroker.diagnostics.NextStep.ACCOUNT_STATE;
import static io.entrabroker.diagnostics.NextStep.ORGANISATION_RULES;
import static io.entrabroker.diagnostics.NextStep.OTHER_ACCOUNT;
import static io.entrabroker.diagnostics.NextStep.SET_UP;
import static io.entrabroker.diagnostics.Remedy.administrator;
import static io.entrabroker.diagnostics.Remedy.microsoft;
import static io.entrabroker.diagnostics.Remedy.person;

import java.util.List;

/** Codes about the account: which it is, and the state it is in. */
final class AccountCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(
              50057,
              ACCOUNT_STATE,
              "The account is disabled.",
              administrator(
                  "If the person should come in: Users > the person > Edit properties >"
                      + " Account enabled.")),
          either(
              50053,
              ACCOUNT_STATE,
              "The account is locked after too many wrong passwords, or the sign-in came from"
                  + " an address with a bad reputation.",
              administrator(
                  "Wait, or look at the sign-in under Monitoring & health > Sign-in logs and"
                      + " reset the password under Users.")),
          either(
              50055,
              ACCOUNT_STATE,
              "The password has expired.",
              person(
                  "Change the password at Microsoft, then sign in again. An administrator can"
                      + " reset it under Users > Reset password.")),
          either(
              50056,
              ACCOUNT_STATE,
              "The account has no password in this directory.",
              administrator(
                  "Reset it under Users > Reset password, or check the synchronisation with"
                      + " the directory it comes from.")),
          either(
              50126,
              ACCOUNT_STATE,
              "User name or password is wrong.",
              person(
                  "Sign in again with the right ones. An administrator can reset the password"
                      + " under Users > Reset password.")),
          either(
              50144,
              ACCOUNT_STATE,
              "The password in the local directory has expired.",
              administrator("Let the person change it in the local directory (Active Directory).")),
          either(
              50034,
              OTHER_ACCOUNT,
              "The account does not exist in this directory.",
              person(
                  "Sign in with the work or school account of this organisation. If it is a"
                      + " guest, an administrator has to invite it under Users > Invite external"
                      + " user.")),
          either(
              51004,
              OTHER_ACCOUNT,
              "The account does not exist in this directory.",
              person(
                  "Sign in with the work or school account of this organisation. If it is a"
                      + " guest, an administrator has to invite it under Users > Invite external"
                      + " user.")),
          either(
              16003,
              OTHER_ACCOUNT,
              "The account has not been added to this tenant.",
              administrator(
                  "Invite it under Users > Invite external user, if the person should come"
                      + " in; the person may also choose another account.")),
          either(
              50014,
              OTHER_ACCOUNT,
              "The guest has not accepted the invitation yet.",
              person(
                  "Open the invitation mail and accept it. An administrator can send it again"
                      + " under Users > the guest > Resend invitation.")),
          either(
              50020,
              OTHER_ACCOUNT,
              "The account belongs to another tenant, or is a personal one, and is no guest"
                  + " here.",
              person(
                  "Sign out at Microsoft and choose the account of this organisation. If the"
                      + " person should come in with this one, an administrator invites it under"
                      + " Users > Invite external user.")),
          either(
              90072,
              OTHER_ACCOUNT,
              "The account of another organisation does not exist in this tenant.",
              person(
                  "Sign out at Microsoft and choose the account of this organisation. If the"
                      + " person should come in with this one, an administrator invites it under"
                      + " Users > Invite external user.")),
          either(
              16000,
              OTHER_ACCOUNT,
              "Microsoft needs the person to choose an account: several are signed in, or"
                  + " this one is not of this tenant.",
              person("Sign in again and choose the account of this organisation.")),
          either(
              500212,
              ORGANISATION_RULES,
              "The person's own organisation does not let its people sign in to this tenant.",
              administrator(
                  "An administrator of the person's organisation: External Identities >"
                      + " Cross-tenant access settings > Outbound access.")),
          either(
              500213,
              ORGANISATION_RULES,
              "This tenant does not let people of that organisation sign in.",
              administrator(
                  "External Identities > Cross-tenant access settings > Inbound access.")),
          either(
              500021,
              ORGANISATION_RULES,
              "The network that the person uses allows certain tenants only, and this one is"
                  + " not among them.",
              administrator(
                  "Add the tenant to the tenant restrictions of that network's proxy, or use"
                      + " another network.")),
          either(
              500022,
              ORGANISATION_RULES,
              "The network or device that the person uses allows certain tenants only, and"
                  + " this one is not among them.",
              administrator(
                  "External Identities > Cross-tenant access settings > Tenant restrictions,"
                      + " in the tenant that owns network or device.")),
          here(
              50042,
              SET_UP,
              "Microsoft cannot make the person's id for this application: a secret part of"
                  + " it is missing in the tenant.",
              microsoft("Open a support request at Microsoft with code and correlation id.")),
          here(
              50043,
              SET_UP,
              "Microsoft cannot make the person's id for this application: a secret part of"
                  + " it is there more than once.",
              microsoft("Open a support request at Microsoft with code and correlation id.")));

  private AccountCodes() {}
}
