package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.preview.PreviewPage;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.preview.Preview;
import io.entrabroker.preview.PreviewPass;
import io.entrabroker.preview.Verdict;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.PersonRules;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The ending of a preview: what would become of the person is shown, and nothing becomes of them.
 */
final class PreviewEnding implements Ending {

  private final EntraIdentityProvider provider;
  private final Refusals refusals;
  private final PreviewPass pass;
  private final List<Finding> notes = new ArrayList<>();

  PreviewEnding(EntraIdentityProvider provider, Refusals refusals, PreviewPass pass) {
    this.provider = provider;
    this.refusals = refusals;
    this.pass = pass;
  }

  @Override
  public String takeNonce() {
    return pass.nonce();
  }

  @Override
  public String takeVerifier() {
    return pass.verifier();
  }

  @Override
  public Response refused(Rejection rejection, String detail) {
    return shown(Verdict.Refused.of(rejection, detail));
  }

  @Override
  public Response refusedAtRedemption(MicrosoftError error) {
    return shown(Verdict.Refused.of(Rejection.TOKEN_ENDPOINT_REFUSED, error));
  }

  @Override
  public void note(Finding finding, String detail) {
    notes.add(finding);
    // What is told once a day is told now or not at all.
    Findings.note(provider.session(), finding, detail);
  }

  /** The report on whom nobody knows. */
  Response shown(Verdict.Refused verdict) {
    return shown(Preview.ofNobody(verdict, notes));
  }

  // Somebody of a kind that may not sign in is refused, and looked at all the same.
  @Override
  public Response received(Received tokens, GroupSource groups) {
    PersonRules rules = tokens.settings().people().rules();
    SignInReading reading = provider.read(tokens, rules);
    if (reading instanceof SignInReading.Accepted accepted) {
      return shown(new PreviewCase(provider, tokens.settings(), accepted, notes).report(groups));
    }
    Verdict.Refused verdict = Verdict.Refused.of(((SignInReading.Refused) reading).rejection(), "");
    return provider.read(tokens, ofEveryKind(rules)) instanceof SignInReading.Accepted accepted
        ? shown(
            new PreviewCase(provider, tokens.settings(), accepted, notes).refused(verdict, groups))
        : shown(verdict);
  }

  private static PersonRules ofEveryKind(PersonRules rules) {
    return new PersonRules(
        rules.mailDomains(), rules.emailSource(), EnumSet.allOf(AccountKind.class));
  }

  private Response shown(Preview preview) {
    refusals.previewed(preview.verdict().code());
    return new PreviewPage(provider.session()).of(preview, version());
  }

  private String version() {
    return provider
        .entraConfig()
        .reading()
        .settings()
        .map(EntraSettings::people)
        .map(people -> people.identity().naming().version().text())
        .orElse("");
  }
}
