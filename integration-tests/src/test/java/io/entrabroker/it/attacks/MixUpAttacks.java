package io.entrabroker.it.attacks;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import java.util.List;
import java.util.Map;

/**
 * The realm has a provider of another kind (Keycloak's own for OpenID Connect) beside ours, whose
 * server is the attacker's. Keycloak's state does not say at which provider a sign-in began.
 */
final class MixUpAttacks {

  static final List<Attack> STOPPED_BY_OTHERS =
      List.of(
          Attack.stoppedByOthers(
              Topic.REPLAY,
              "our answer, delivered at a provider of another kind with the same application",
              "HTTP 502",
              Scenario.of(
                  field -> {
                    field.trial(field.web());
                    field.foreign(
                        field.authority() + "/oauth2/v2.0/authorize",
                        field.authority() + "/oauth2/v2.0/token");
                  },
                  field -> {
                    String ours = Scenario.answerTo(field.attacker(), Field.TRIAL, Scenario.ADA);
                    return field
                        .attacker()
                        .open(
                            answer(
                                field,
                                Field.FOREIGN,
                                Person.parameter(ours, "code"),
                                Person.parameter(ours, "state")));
                  }),
              "Microsoft: the code was sent to another redirect URI, and the other provider does not"
                  + " know its PKCE verifier. Page and event are Keycloak's; there is no log line"
                  + " of ours."));

  private MixUpAttacks() {}

  private static String answer(Field field, String alias, String code, String state) {
    return Scenario.endpoint(field, alias) + "?" + App.form(Map.of("code", code, "state", state));
  }
}
