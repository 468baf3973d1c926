package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.keycloak.credential.ClientAuthentication;
import io.entrabroker.keycloak.token.ClientProofs;
import io.entrabroker.keycloak.token.TokenEndpoint;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.NotAnswered;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import io.entrabroker.keys.KeySet;
import io.entrabroker.settings.Connection;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.LoginHosts;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.keycloak.common.util.Time;

/**
 * Questions to Microsoft, whose answers change nothing. Every address follows from the stored cloud
 * and tenant; none comes from a request or from an answer.
 */
final class Probes {

  // Microsoft Graph's application id, the same in every cloud.
  private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

  private final Upstream upstream;
  private final Connection connection;
  private final LoginHosts hosts;
  private final UpstreamAnswer metadata;

  Probes(Upstream upstream, Connection connection, LoginHosts hosts) {
    this.upstream = upstream;
    this.connection = connection;
    this.hosts = hosts;
    this.metadata = upstream.send(UpstreamRequest.get(connection.authority().metadata()));
  }

  /** Whether the tenant describes itself. */
  Probe metadata() {
    return metadata instanceof Answered answered && !answered.json().path("issuer").isTextual()
        ? failed(answered)
        : answered(metadata);
  }

  /**
   * By how much this server's clock is ahead, in seconds, as far as the answer says; a second or
   * two are the way there and back.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, section 6.6.1</a>
   */
  long clockSkewSeconds() {
    if (!(metadata instanceof Answered answered) || answered.date().isEmpty()) {
      return 0;
    }
    try {
      Instant theirs =
          Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(answered.date().strip()));
      return Time.currentTime() - theirs.getEpochSecond();
    } catch (DateTimeException e) {
      return 0;
    }
  }

  /** Whether the signing keys can be read. */
  Probe keys() {
    Optional<Endpoints> endpoints = connection.endpoints();
    if (endpoints.isEmpty()) {
      return new Probe.NotAsked();
    }
    UpstreamAnswer answer =
        upstream.send(UpstreamRequest.get(endpoints.get().keys()).upTo(KeySet.LONGEST));
    boolean isNoKeySet =
        answer instanceof Answered answered
            && answered.status() == 200
            && KeySet.parse(answered.body(), endpoints.get()).asOptional().isEmpty();
    return isNoKeySet ? new Probe.Silent("no key set") : answered(answer);
  }

  /**
   * Whether the credential is good, by a token in the application's own name.
   *
   * @param notes takes what there is to tell of the credential; whoever hears it is the only one
   *     who hears it that day
   */
  CredentialProbe credential(
      ClientAuthentication authentication, BiConsumer<Finding, String> notes) {
    Optional<URI> token = connection.endpoints().map(Endpoints::token);
    Optional<ClientProofs> proofs =
        token
            .map(address -> authentication.proofs(connection.registration(), address, notes))
            .flatMap(Parsed::asOptional);
    return proofs
        .map(found -> new TokenEndpoint(upstream, token.orElseThrow(), found))
        .map(endpoint -> CredentialProbe.of(endpoint.prove(GRAPH + "/.default")))
        // Without a tenant, or without a credential, of which the examination speaks.
        .orElse(CredentialProbe.NOT_ASKED);
  }

  /** Whether Microsoft Graph answers; without a token it only says that it wants one. */
  Probe graph() {
    UpstreamAnswer answer =
        upstream.send(UpstreamRequest.get(URI.create(graphOrigin() + "/v1.0/me")));
    return answer instanceof Answered answered && answered.status() < 500
        ? new Probe.Fine()
        : answered(answer);
  }

  private URI graphOrigin() {
    List<URI> candidates = hosts.graphOrigins(connection.authority().base());
    String told =
        metadata instanceof Answered answered
            ? answered.json().path("msgraph_host").asText("")
            : "";
    return candidates.stream()
        .filter(candidate -> candidate.getRawAuthority().equalsIgnoreCase(told))
        .findFirst()
        .orElse(candidates.get(0));
  }

  private static Probe answered(UpstreamAnswer answer) {
    if (answer instanceof NotAnswered none) {
      return new Probe.Silent(none.cause().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return answer instanceof Answered answered && answered.status() != 200
        ? failed(answered)
        : new Probe.Fine();
  }

  private static Probe failed(Answered answered) {
    List<Integer> codes = codes(MicrosoftError.answered(answered.json()));
    return codes.isEmpty()
        ? new Probe.Silent("status " + answered.status())
        : new Probe.Refused(codes);
  }

  static List<Integer> codes(MicrosoftError error) {
    return error.number() == 0 ? List.of() : List.of(error.number());
  }
}
