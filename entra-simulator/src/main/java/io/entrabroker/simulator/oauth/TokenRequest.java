package io.entrabroker.simulator.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.tokens.LoginHost;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the token endpoint.
 *
 * @param segment the first segment of the path: GUID, domain or alias
 * @param parameters the form
 * @param headers by lower-case name; may hold a credential
 * @param loginHost the address the client asked
 */
public record TokenRequest(
    String segment, Parameters parameters, Map<String, String> headers, LoginHost loginHost) {

  public TokenRequest {
    headers = Map.copyOf(headers);
  }

  /** The origin of the page that asks, as browsers send it and nobody else should. */
  Optional<String> origin() {
    return Optional.ofNullable(headers.get("origin")).filter(origin -> !origin.isBlank());
  }

  /** The client id from the form or from HTTP Basic, or error 900144. */
  String clientId() {
    return parameters
        .first("client_id")
        .or(() -> basic().map(basic -> basic.getClientID().getValue()))
        .orElseThrow(() -> Aadsts.PARAMETER_MISSING.thrown("client_id"));
  }

  /** The client secret from the form or from HTTP Basic. */
  Optional<String> secret() {
    return parameters
        .first("client_secret")
        .or(() -> basic().map(basic -> basic.getClientSecret().getValue()));
  }

  boolean hasAssertion() {
    return parameters.first("client_assertion").isPresent();
  }

  boolean hasCredential() {
    return hasAssertion() || secret().isPresent();
  }

  private Optional<ClientSecretBasic> basic() {
    Optional<String> header =
        Optional.ofNullable(headers.get("authorization"))
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("basic "));
    try {
      return header.isPresent()
          ? Optional.of(ClientSecretBasic.parse(header.get()))
          : Optional.empty();
    } catch (ParseException malformed) {
      // An unreadable header is no credential; the answer then says that one is missing.
      return Optional.empty();
    }
  }

  /** Never shows values: they may be secrets. */
  @Override
  public String toString() {
    return "TokenRequest[" + segment + ", " + parameters + "]";
  }
}
