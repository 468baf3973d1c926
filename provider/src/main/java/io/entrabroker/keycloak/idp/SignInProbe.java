package io.entrabroker.keycloak.idp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks for a sign-in with {@code prompt=none} and nobody there. Entra says on a page of its own
 * that it does not know the redirect URI, and sends whoever asks with a known one back with {@code
 * login_required}. This is what it was seen to do, not what it promises.
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">Microsoft
 *     identity platform and OAuth 2.0 authorization code flow</a>
 */
record SignInProbe(Upstream upstream, Connection connection, URI redirectUri) {

  private static final Pattern CODE = Pattern.compile("AADSTS([0-9]{4,8})");

  // Of no verifier that anybody has: the code never comes.
  private static final String SOME_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  // Nobody is signed in, which is all that ought to be wrong.
  private static final List<String> EXPECTED =
      List.of("login_required", "interaction_required", "consent_required");

  Probe ask() {
    Optional<Endpoints> endpoints = connection.endpoints();
    if (endpoints.isEmpty()) {
      return new Probe.NotAsked();
    }
    UpstreamAnswer answer =
        upstream.send(UpstreamRequest.get(request(endpoints.get().authorization())));
    return answer instanceof Answered answered
        ? read(answered.location().isEmpty() ? answered.body() : sentBack(answered.location()))
        : new Probe.NotAsked();
  }

  // A single-page application has to send a challenge; without one it is told that it is one.
  private URI request(URI authorization) {
    boolean isCode = connection.flow() == SignInFlow.CODE;
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("client_id", connection.registration().clientId());
    asked.put("redirect_uri", redirectUri.toString());
    asked.put("response_type", isCode ? "code" : "id_token");
    asked.put("response_mode", isCode ? "query" : "fragment");
    asked.put("scope", "openid");
    asked.put("prompt", "none");
    asked.put("nonce", UUID.randomUUID().toString());
    asked.put("state", UUID.randomUUID().toString());
    if (!(connection.registration() instanceof AppRegistration.WebApplication)) {
      asked.put("code_challenge", SOME_CHALLENGE);
      asked.put("code_challenge_method", "S256");
    }
    return URI.create(
        asked.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&", authorization + "?", "")));
  }

  // Not decoded, which it need not be: neither the errors nor the code have anything to escape.
  private static String sentBack(String location) {
    return EXPECTED.stream().anyMatch(error -> location.contains("error=" + error)) ? "" : location;
  }

  private static Probe read(String said) {
    Matcher code = CODE.matcher(said);
    return code.find()
        ? new Probe.Refused(List.of(Integer.parseInt(code.group(1))))
        : new Probe.NotAsked();
  }
}
