package io.entrabroker.keycloak.signout;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** The pages, in the realm's theme; no browser keeps one. */
final class Views {

  /** What would end: the session here, the one at Microsoft. */
  record Scope(boolean here, boolean atMicrosoft) {}

  private final KeycloakSession session;

  Views(KeycloakSession session) {
    this.session = session;
  }

  Response question(String question, Scope scope, Response.Status status) {
    return page(
        form()
            .setAttribute("question", question)
            .setAttribute("signedInHere", scope.here())
            .setAttribute("microsoftToo", scope.atMicrosoft())
            .setStatus(status),
        "entra-sign-out.ftl");
  }

  Response done(Optional<URI> catalog) {
    return page(
        form().setAttribute("catalog", catalog.map(URI::toString).orElse("")),
        "entra-signed-out.ftl");
  }

  static Response to(URI address) {
    return Response.seeOther(address).cacheControl(never()).build();
  }

  private LoginFormsProvider form() {
    return session.getProvider(LoginFormsProvider.class).setDetachedAuthSession();
  }

  private static Response page(LoginFormsProvider form, String template) {
    return Response.fromResponse(form.createForm(template)).cacheControl(never()).build();
  }

  private static CacheControl never() {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return never;
  }
}
