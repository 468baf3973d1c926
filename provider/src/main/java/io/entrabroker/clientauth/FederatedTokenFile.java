package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A token of another issuer that Entra trusts by a federated identity credential, for example the
 * one that Kubernetes projects into a pod. It is read anew for every request, since it is replaced
 * long before it expires.
 *
 * @param path the file; empty for the one that the server's environment names
 */
public record FederatedTokenFile(String path) implements ClientCredential {

  // RFC 7515, section 3.1, with a signature that is not empty.
  private static final Pattern SIGNED =
      Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

  @Override
  public Parsed<List<Proof>> load(CredentialSource source) {
    return source
        .token(path)
        .then(
            token ->
                SIGNED.matcher(token.reveal()).matches()
                    ? Parsed.accepted(List.of(new TokenProof(token)))
                    : Parsed.refused(
                        "The token file does not hold one signed token (three parts in base64url,"
                            + " separated by dots)."));
  }

  private record TokenProof(Secret token) implements Proof {
    @Override
    public Map<String, String> form(String clientId, TokenRequest request) {
      return ClientAssertion.form(token.reveal());
    }
  }
}
