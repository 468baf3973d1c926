package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.preview.BrowserCookie;
import io.entrabroker.keycloak.preview.PreviewLinks;
import io.entrabroker.keycloak.preview.PreviewPage;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.preview.PreviewPass;
import io.entrabroker.preview.Verdict;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Pkce;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;

/**
 * Where a preview begins and ends. It leaves by the same address as a sign-in and comes back to the
 * same one, so that nothing has to be registered at Entra, and it never has a session of
 * Keycloak's: nothing of it can become one.
 */
final class PreviewEndpoint {

  private static final int RANDOM_BYTES = 32;

  /** Whoever is at Microsoft with one account may want the preview of another. */
  private static final String CHOOSE = "select_account";

  private final EntraIdentityProvider provider;
  private final Refusals refusals;
  private final PreviewLinks links;
  private final BrowserCookie cookie;

  PreviewEndpoint(EntraIdentityProvider provider, Refusals refusals) {
    this.provider = provider;
    this.refusals = refusals;
    this.links =
        new PreviewLinks(
            provider.session(), provider.entraConfig().getAlias(), provider.previewGuards());
    this.cookie = new BrowserCookie(provider.session());
  }

  /** Sends the browser that comes with a link to Microsoft. */
  Response leave(String link) {
    return links
        .open(link, cookie.secret())
        .fold(
            opened ->
                PreviewPage.unkept(
                    Response.fromResponse(
                            provider
                                .objectionToLeaving(refusals)
                                .orElseGet(() -> toMicrosoft(opened)))
                        .cookie(cookie.holding(opened.browserSecret()))),
            this::refuse);
  }

  /** Shows the browser that comes back what would have become of it. */
  Response arrive(AuthorizationAnswer answer) {
    return links
        .arrive(answer.state(), cookie.secret())
        .fold(pass -> arrived(answer, pass), this::refuse);
  }

  private Response arrived(AuthorizationAnswer answer, PreviewPass pass) {
    PreviewEnding ending = new PreviewEnding(provider, refusals, pass);
    return answer.isError()
        ? ending.shown(Verdict.Refused.of(Rejection.MICROSOFT_REFUSED, provider.read(answer)))
        : new SignInCompletion(provider, ending).complete(answer);
  }

  private Response refuse(Rejection rejection) {
    return PreviewPage.unkept(Response.fromResponse(refusals.refuse(rejection)));
  }

  private Response toMicrosoft(PreviewLinks.Opened opened) {
    EntraProviderConfig config = provider.entraConfig();
    Optional<EntraSettings> settings = config.reading().settings();
    Optional<String> address =
        settings
            .flatMap(found -> found.connection().endpoints())
            .map(it -> it.authorization().toString());
    if (address.isEmpty()) {
      return refusals.refuse(Rejection.TENANT_UNRESOLVED);
    }
    Connection connection = settings.get().connection();
    String nonce = random();
    Pkce pkce = Pkce.from(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
    UriBuilder url =
        UriBuilder.fromUri(address.get())
            .queryParam(OAuth2Constants.SCOPE, config.getDefaultScope())
            .queryParam(OAuth2Constants.STATE, links.leave(opened, nonce, pkce.verifier()))
            .queryParam(OAuth2Constants.CLIENT_ID, config.getClientId())
            .queryParam(OAuth2Constants.REDIRECT_URI, provider.redirectUri());
    AuthorizationAddress.ofFlow(url, connection, nonce, () -> pkce);
    return Response.seeOther(
            AuthorizationAddress.withPrompt(url, connection.prompt(CHOOSE)).build())
        .build();
  }

  private static String random() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
  }
}
