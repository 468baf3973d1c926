package io.entrabroker.keycloak.idp;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.StrictJson;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.keycloak.token.TokenAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What came of asking for a token in the application's own name.
 *
 * @param outcome whether the credential is good
 * @param permissions what the token may be used for
 */
record CredentialProbe(Probe outcome, List<String> permissions) {

  static final CredentialProbe NOT_ASKED = new CredentialProbe(new Probe.NotAsked(), List.of());

  private static final int DEEPEST = 16;

  static CredentialProbe of(TokenAnswer answer) {
    if (answer instanceof TokenAnswer.Refused refused) {
      return new CredentialProbe(new Probe.Refused(Probes.codes(refused.error())), List.of());
    }
    if (answer instanceof TokenAnswer.NoIdToken token) {
      return new CredentialProbe(new Probe.Fine(), permissions(token.accessToken()));
    }
    return answer instanceof TokenAnswer.Tokens
        ? new CredentialProbe(new Probe.Fine(), List.of())
        : new CredentialProbe(new Probe.Silent("no usable answer"), List.of());
  }

  // Not verified, since nothing is decided by it: it came from the token endpoint a moment ago.
  private static List<String> permissions(Secret token) {
    String[] parts = token.reveal().split("\\.", -1);
    List<String> permissions = new ArrayList<>();
    try {
      JsonNode claims =
          StrictJson.upToDepth(DEEPEST)
              .readTree(Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : ""));
      claims.path(ClaimName.ROLES).forEach(role -> permissions.add(role.asText()));
    } catch (IOException | IllegalArgumentException opaque) {
      return List.of();
    }
    return permissions.stream().sorted().toList();
  }
}
