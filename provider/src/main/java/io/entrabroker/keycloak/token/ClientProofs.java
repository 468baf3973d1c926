package io.entrabroker.keycloak.token;

import io.entrabroker.clientauth.TokenRequestParts;
import java.util.List;

/**
 * What a registration adds to a token request.
 *
 * @param parts one or two: the second is sent if Entra does not know the key of the first
 * @param otherWasTaken called when Entra knew the second key
 */
public record ClientProofs(List<TokenRequestParts> parts, Runnable otherWasTaken) {
  public ClientProofs {
    parts = List.copyOf(parts);
  }

  TokenRequestParts first() {
    return parts.get(0);
  }

  boolean hasAnother() {
    return parts.size() > 1;
  }

  TokenRequestParts other() {
    return parts.get(1);
  }
}
