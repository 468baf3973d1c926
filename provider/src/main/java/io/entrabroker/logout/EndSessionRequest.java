package io.entrabroker.logout;

import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address that ends the session at Microsoft and brings the browser back.
 *
 * <p>Never with {@code id_token_hint}: Microsoft does not document it, and a token with many groups
 * makes an address that no server takes. Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request">
 * Send a sign-out request</a>.
 *
 * @param endpoints of the tenant
 * @param hint whose session is meant; may be empty
 * @param returnTo where Microsoft is to send the browser: a redirect URI of the app registration
 * @param state comes back with the browser
 */
public record EndSessionRequest(Endpoints endpoints, String hint, URI returnTo, String state) {

  /** The longest address that is sent with a hint, in characters. */
  public static final int LONGEST = 2000;

  /** The address; without the hint where that would make it longer than {@link #LONGEST}. */
  public URI url() {
    String plain =
        endpoints.logout()
            + "?post_logout_redirect_uri="
            + encoded(returnTo.toString())
            + "&state="
            + encoded(state);
    String hinted = hint.isEmpty() ? plain : plain + "&logout_hint=" + encoded(hint);
    return URI.create(hinted.length() > LONGEST ? plain : hinted);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Shows the tenant only: the hint is personal, the state is a secret. */
  @Override
  public String toString() {
    return "EndSessionRequest[" + endpoints.segment() + "]";
  }
}
