package io.entrabroker.it.attacks;

import static io.entrabroker.it.Upstreams.SPA_APP;
import static io.entrabroker.it.Upstreams.WEB_APP;
import static io.entrabroker.it.attacks.Switch.AUDIENCE;
import static io.entrabroker.it.attacks.Switch.NONCE;

import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A token that was made for somebody else, or got by somebody else. */
final class AudienceAttacks {

  static final List<Attack> ALL =
      List.of(
          audience("the ID token of another application", SPA_APP),
          audience("two audiences, ours first", List.of(WEB_APP, SPA_APP)),
          audience("two audiences, ours last", List.of(SPA_APP, WEB_APP)),
          audience("our audience twice", List.of(WEB_APP, WEB_APP)),
          audience("our audience and a number", List.of(WEB_APP, 1)),
          audience("an object as audience", Map.of("aud", WEB_APP)),
          audience("our audience in capital letters", WEB_APP.toUpperCase(Locale.ROOT)),
          audience("our audience as an address of an API", "api://" + WEB_APP),
          audience("our audience with a blank behind it", WEB_APP + " "),
          attack("no audience", Tampering.with().without("aud"), AUDIENCE),
          attack(
              "a token that another application has got",
              Tampering.with().claim("azp", SPA_APP),
              AUDIENCE),
          attack(
              "a token that a list of applications has got",
              Tampering.with().claim("azp", List.of(WEB_APP, SPA_APP)),
              AUDIENCE),
          attack(
              "an access token for Microsoft Graph",
              Tampering.with()
                  .claim("aud", "00000003-0000-0000-c000-000000000000")
                  .claim("scp", "User.Read")
                  .without("nonce"),
              AUDIENCE,
              NONCE),
          attack(
              "an access token for our own API, got by another application",
              Tampering.with().claim("azp", SPA_APP).claim("scp", "read").without("nonce"),
              AUDIENCE,
              NONCE));

  private AudienceAttacks() {}

  private static Attack audience(String name, Object audience) {
    return attack(name, Tampering.with().claim("aud", audience), AUDIENCE);
  }

  private static Attack attack(String name, Tampering tampering, Switch first, Switch... more) {
    return Attack.of(Topic.AUDIENCE, name, "ENTRA3004", Scenario.tampered(tampering), first, more);
  }
}
