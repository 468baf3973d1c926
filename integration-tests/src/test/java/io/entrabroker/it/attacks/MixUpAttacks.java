package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.NONCE;
import static io.entrabroker.it.attacks.Switch.PKCE;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.it.Upstreams;
import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlPage;

/**
 * The realm has a provider of another kind (Keycloak's own for OpenID Connect) beside ours, whose
 * server is the attacker's. Keycloak's state does not say at which provider a sign-in began.
 */
final class MixUpAttacks {

  private static final String GRACE = "grace.hopper";

  static final List<Attack> ALL =
      List.of(
          Attack.of(
              Topic.MIX_UP,
              "a code of Microsoft's for the attacker's account, brought by their own server",
              "ENTRA2202",
              Scenario.of(
                  field -> besideTheirs(field, field.web()),
                  field -> {
                    String state = begunAtTheirs(field);
                    String code =
                        Person.parameter(
                            Scenario.answerTo(field.person(), Field.TRIAL, GRACE), "code");
                    return field.attacker().open(answer(field, Field.TRIAL, code, state));
                  }),
              PKCE,
              NONCE),
          Attack.of(
              Topic.MIX_UP,
              "an ID token of Microsoft's for the attacker's account, brought by their own server",
              "ENTRA3006",
              Scenario.of(
                  field -> besideTheirs(field, field.implicit()),
                  field -> {
                    String state = begunAtTheirs(field);
                    HtmlPage form = Scenario.formFor(field.person(), Field.TRIAL, GRACE);
                    return Scenario.post(
                        field.attacker(),
                        Scenario.endpoint(field, Field.TRIAL),
                        Map.of("state", state, "id_token", Scenario.field(form, "id_token")));
                  }),
              NONCE),
          Attack.of(
              Topic.MIX_UP,
              "a code of Microsoft's, to whom the attacker's server has sent the person on",
              "ENTRA3006",
              Scenario.of(
                  field -> besideTheirs(field, field.web()),
                  field -> {
                    HtmlPage microsoft =
                        Person.html(field.attacker().open(sentOn(field, begunAtTheirs(field))));
                    return field.attacker().choosesAccount(microsoft, Scenario.ADA);
                  }),
              NONCE));

  static final List<Attack> STOPPED_BY_OTHERS =
      List.of(
          Attack.stoppedByOthers(
              Topic.MIX_UP,
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

  private static void besideTheirs(Field field, Map<String, String> ours) {
    field.trial(ours);
    field.foreign(field.lair().origin() + "/authorize", field.lair().origin() + "/token");
  }

  /** The state with which the browser is sent to the attacker's server. */
  private static String begunAtTheirs(Field field) {
    Person victim = field.attacker();
    // The catalog knows the aliases that it may ask for; whoever writes a link does not ask it.
    String next =
        victim
            .openWithoutFollowing(victim.beginning(Field.TRIAL))
            .getResponseHeaderValue("Location")
            .replace("kc_idp_hint=" + Field.TRIAL, "kc_idp_hint=" + Field.FOREIGN);
    while (!next.startsWith(field.lair().origin())) {
      next = victim.openWithoutFollowing(next).getResponseHeaderValue("Location");
    }
    return Person.parameter(next, "state");
  }

  private static String answer(Field field, String alias, String code, String state) {
    return Scenario.endpoint(field, alias) + "?" + App.form(Map.of("code", code, "state", state));
  }

  private static String sentOn(Field field, String state) {
    return field.authority()
        + "/oauth2/v2.0/authorize?"
        + App.form(
            Map.of(
                "client_id", Upstreams.WEB_APP,
                "response_type", "code",
                "response_mode", "query",
                "redirect_uri", Scenario.endpoint(field, Field.TRIAL),
                "scope", "openid profile email",
                "nonce", "the-attackers",
                "state", state));
  }
}
