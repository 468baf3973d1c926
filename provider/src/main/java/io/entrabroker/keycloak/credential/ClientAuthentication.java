package io.entrabroker.keycloak.credential;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.clientauth.Broker;
import io.entrabroker.clientauth.CertificateCredential;
import io.entrabroker.clientauth.ClientCredential;
import io.entrabroker.clientauth.CredentialSource;
import io.entrabroker.clientauth.TokenRequest;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.keycloak.token.ClientProofs;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/**
 * How the registration of one identity provider proves itself.
 *
 * @param session the request's session
 * @param node what this node knows of credentials
 * @param alias the identity provider's alias
 */
public record ClientAuthentication(KeycloakSession session, NodeCredentials node, String alias) {

  /**
   * What to add to a request to the token endpoint.
   *
   * @param notes takes findings and details of them, each at most once a day on this node
   * @return what to add, or a sentence for administrators that says what is wrong
   */
  public Parsed<ClientProofs> proofs(
      AppRegistration registration, URI tokenEndpoint, BiConsumer<Finding, String> notes) {
    KeycloakContext context = session.getContext();
    CredentialSource source = source(context.getRealm());
    Instant now = now();
    BiConsumer<Finding, String> daily =
        onceADay(notes, context.getRealm().getId() + " " + registration, now);
    ending(registration, source, now).ifPresent(day -> daily.accept(Finding.CERTIFICATE_ENDS, day));
    TokenRequest request =
        new TokenRequest(tokenEndpoint, broker(context), now, () -> UUID.randomUUID().toString());
    return registration
        .tokenRequest(request, source)
        .map(parts -> new ClientProofs(parts, () -> daily.accept(Finding.PREVIOUS_KEY, "")));
  }

  /**
   * What forbids to save the registration: a key, a file or a password that is not there.
   *
   * @param realm the realm that the identity provider belongs to
   * @param notes takes what is worth knowing and forbids nothing
   */
  public Optional<String> objection(
      AppRegistration registration, RealmModel realm, BiConsumer<Finding, String> notes) {
    CredentialSource source = source(realm);
    ending(registration, source, now())
        .ifPresent(day -> notes.accept(Finding.CERTIFICATE_ENDS, day));
    return credential(registration)
        .flatMap(
            credential -> credential.load(source).fold(none -> Optional.empty(), Optional::of));
  }

  private static Optional<ClientCredential> credential(AppRegistration registration) {
    return registration instanceof AppRegistration.WebApplication web
        ? Optional.of(web.credential())
        : Optional.empty();
  }

  private static Optional<String> ending(
      AppRegistration registration, CredentialSource source, Instant now) {
    return credential(registration)
        .flatMap(
            credential ->
                credential instanceof CertificateCredential certificate
                    ? certificate.endingSoon(source, now)
                    : Optional.empty())
        .map(end -> "Its last day is " + end.atZone(ZoneOffset.UTC).toLocalDate() + ".");
  }

  private BiConsumer<Finding, String> onceADay(
      BiConsumer<Finding, String> notes, String place, Instant now) {
    return (finding, detail) -> {
      if (node.told().isDue(finding.code() + " " + alias + " " + place + " " + detail, now)) {
        notes.accept(finding, detail);
      }
    };
  }

  private CredentialSource source(RealmModel realm) {
    return new RealmCredentials(session, realm, node);
  }

  private static Instant now() {
    return Instant.ofEpochSecond(Time.currentTime());
  }

  private Broker broker(KeycloakContext context) {
    URI base = context.getUri().getBaseUri();
    return new Broker(
        base.getScheme() + "://" + base.getRawAuthority(),
        Urls.realmIssuer(base, context.getRealm().getName()),
        alias);
  }
}
