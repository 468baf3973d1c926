package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.util.List;
import java.util.Map;

/**
 * A client secret (RFC 6749, section 2.3.1), sent in the form.
 *
 * @param secret the secret's value
 */
public record ClientSecret(Secret secret) implements ClientCredential, Proof {

  @Override
  public Parsed<List<Proof>> load(CredentialSource source) {
    return Parsed.accepted(List.of(this));
  }

  @Override
  public Map<String, String> form(String clientId, TokenRequest request) {
    return Map.of("client_secret", secret.reveal());
  }
}
