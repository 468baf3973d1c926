package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.NextStep.ORGANISATION_RULES;
import static io.entrabroker.diagnostics.Remedy.administrator;

import java.util.List;

/**
 * Codes of Conditional Access, security defaults and risk: the sign-in log says which rule it was.
 */
final class PolicyCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(
              53000,
              ORGANISATION_RULES,
              "The device does not keep the organisation's rules (not compliant).",
              administrator(
                  "Let the person use a managed device, or see Devices > the device >"
                      + " Compliant.")),
          either(
              53001,
              ORGANISATION_RULES,
              "The device has not joined the organisation's domain.",
              administrator(
                  "Let the person use a joined device; the rule is under Conditional Access >"
                      + " Policies.")),
          either(
              53002,
              ORGANISATION_RULES,
              "The rule asks for an approved client app, which a browser is not.",
              administrator(
                  "Leave this application out of the rule: Conditional Access > Policies >"
                      + " Target resources.")),
          either(
              53003,
              ORGANISATION_RULES,
              "A rule of Conditional Access blocks the sign-in.",
              administrator(
                  "Look the sign-in up by its correlation id under Monitoring & health >"
                      + " Sign-in logs; the tab Conditional Access names the policy.")),
          either(
              530003,
              ORGANISATION_RULES,
              "The device has to be managed by the organisation.",
              administrator(
                  "Let the person use a managed device, or register this one: Devices > All"
                      + " devices.")),
          either(
              530032,
              ORGANISATION_RULES,
              "A security policy of the organisation blocks the sign-in.",
              administrator(
                  "Look the sign-in up by its correlation id under Monitoring & health >"
                      + " Sign-in logs; the tab Conditional Access names the policy.")),
          either(
              530034,
              ORGANISATION_RULES,
              "An administrator from outside is blocked because of suspicious activity.",
              administrator(
                  "Look the sign-in up by its correlation id under Monitoring & health >"
                      + " Sign-in logs, and ask the partner organisation.")),
          either(
              530035,
              ORGANISATION_RULES,
              "The security defaults of the organisation block the sign-in.",
              administrator(
                  "Look at Overview > Properties > Manage security defaults, and the sign-in"
                      + " under Monitoring & health > Sign-in logs.")),
          either(
              50005,
              ORGANISATION_RULES,
              "The device's system is one that the organisation's rules do not allow.",
              administrator(
                  "Let the person use another device; the rule is under Conditional Access >"
                      + " Policies > Conditions > Device platforms.")),
          either(
              50097,
              ORGANISATION_RULES,
              "The device has to prove itself.",
              administrator(
                  "Let the person use a browser that is signed in to the organisation's"
                      + " device; the rule is under Conditional Access > Policies.")),
          either(
              50131,
              ORGANISATION_RULES,
              "The state of the device or of the sign-in does not meet the organisation's"
                  + " rules.",
              administrator(
                  "Look the sign-in up by its correlation id under Monitoring & health >"
                      + " Sign-in logs; the tab Conditional Access names the policy.")),
          either(
              53011,
              ORGANISATION_RULES,
              "The person is blocked because of risk.",
              administrator("Look at Protection > Risky users: confirm or dismiss the risk.")));

  private PolicyCodes() {}
}
