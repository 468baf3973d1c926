package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import io.entrabroker.keys.KeyDocument;
import io.entrabroker.keys.KeyEndpoint;
import io.entrabroker.keys.KeySet;
import io.entrabroker.tenant.Endpoints;
import org.keycloak.models.KeycloakSession;

/**
 * Reads an authority's keys over HTTP, and says so when that fails.
 *
 * @param session the request's session
 * @param upstream the way to Microsoft
 * @param endpoints the authority's endpoints
 * @param clientId our application (client) id
 */
record KeyDownload(KeycloakSession session, Upstream upstream, Endpoints endpoints, String clientId)
    implements KeyEndpoint {

  @Override
  public Parsed<KeySet> read(KeyDocument document) {
    UpstreamRequest request =
        UpstreamRequest.get(document.address(endpoints, clientId)).upTo(KeySet.LONGEST);
    return keys(upstream.send(request))
        .fold(
            Parsed::accepted,
            problem -> {
              Findings.note(session, Finding.KEYS_NOT_READ, problem);
              return Parsed.refused(problem);
            });
  }

  private Parsed<KeySet> keys(UpstreamAnswer answer) {
    if (!(answer instanceof UpstreamAnswer.Answered answered)) {
      return Parsed.refused("Cause: " + ((UpstreamAnswer.NotAnswered) answer).cause() + ".");
    }
    return answered.status() == 200
        ? KeySet.parse(answered.body(), endpoints)
        : Parsed.refused("The key endpoint answered with status " + answered.status() + ".");
  }
}
