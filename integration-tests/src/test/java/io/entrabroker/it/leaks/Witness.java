package io.entrabroker.it.leaks;

import static io.entrabroker.it.leaks.SecretKind.CLIENT_SECRET;
import static io.entrabroker.it.leaks.SecretKind.KEYCLOAKS_CODE;
import static io.entrabroker.it.leaks.SecretKind.KEYCLOAKS_TOKEN;
import static io.entrabroker.it.leaks.SecretKind.MICROSOFTS_CODE;
import static io.entrabroker.it.leaks.SecretKind.MICROSOFTS_TOKEN;
import static io.entrabroker.it.leaks.SecretKind.PASSWORD;
import static io.entrabroker.it.leaks.SecretKind.SESSION_COOKIE;
import static io.entrabroker.it.leaks.SecretKind.UPSTREAM_CREDENTIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns secrets from what people, catalogs and administrators say to a Keycloak, and it to them.
 */
final class Witness {

  private static final Pattern PARAMETER = Pattern.compile("(?<=^|[?&#])([a-z_-]+)=([^&#\\s]+)");
  private static final Pattern COOKIE =
      Pattern.compile("(?i)Set-Cookie: *KEYCLOAK_IDENTITY=([^;]+)");
  private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

  /** Parameters that are secrets wherever they are sent. */
  private static final Map<String, SecretKind> SENT =
      Map.of(
          "password", PASSWORD,
          "password-new", PASSWORD,
          "client_secret", CLIENT_SECRET,
          "refresh_token", KEYCLOAKS_TOKEN,
          "subject_token", KEYCLOAKS_TOKEN,
          "id_token_hint", KEYCLOAKS_TOKEN,
          "access_token", KEYCLOAKS_TOKEN);

  /** What Microsoft lets a browser bring to the broker. */
  private static final Map<String, SecretKind> BROUGHT =
      Map.of("code", MICROSOFTS_CODE, "id_token", MICROSOFTS_TOKEN);

  /** What Keycloak's answers to applications hold. */
  private static final Map<String, SecretKind> GIVEN =
      Map.of(
          "code", KEYCLOAKS_CODE,
          "access_token", KEYCLOAKS_TOKEN,
          "refresh_token", KEYCLOAKS_TOKEN,
          "id_token", KEYCLOAKS_TOKEN);

  private final Secrets secrets;

  Witness(Secrets secrets) {
    this.secrets = secrets;
  }

  void hears(Message request) {
    boolean form = request.header("Content-Type").orElse("").contains("form-urlencoded");
    String said = request.target() + (form ? "&" + request.text() : "");
    learn(said, SENT);
    if (request.target().matches("/realms/[^/]+/broker/.*")) {
      learn(said, BROUGHT);
    }
    request.header("Authorization").ifPresent(this::authorization);
    if (request.target().startsWith("/admin/")
        && request.header("Content-Type").orElse("").contains("json")) {
      configured(request);
    }
  }

  void sees(Message request, Message answer) {
    answer.header("Location").ifPresent(address -> learn(address, GIVEN));
    if (request.target().endsWith(TOKEN_ENDPOINT)) {
      JsonNode members = Members.of(answer.text());
      GIVEN.forEach((name, kind) -> secrets.add(kind, members.path(name).asText()));
    }
    for (String header : answer.headers()) {
      Matcher cookie = COOKIE.matcher(header);
      if (cookie.find()) {
        secrets.add(SESSION_COOKIE, cookie.group(1));
      }
    }
  }

  private void learn(String text, Map<String, SecretKind> names) {
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      SecretKind kind = names.get(parameter.group(1));
      if (kind != null) {
        secrets.add(kind, random(kind, decoded(parameter.group(2))));
      }
    }
  }

  // The rest of Keycloak's code is the ids of session and client, which are no secrets.
  private static String random(SecretKind kind, String value) {
    return kind == KEYCLOAKS_CODE ? value.split("\\.")[0] : value;
  }

  private void authorization(String value) {
    String credentials = value.substring(value.indexOf(' ') + 1);
    if (value.startsWith("Bearer ")) {
      secrets.add(KEYCLOAKS_TOKEN, credentials);
    } else if (value.startsWith("Basic ")) {
      String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      secrets.add(CLIENT_SECRET, decoded(pair.substring(pair.indexOf(':') + 1)));
    }
  }

  /** What an administrator sets. */
  private void configured(Message request) {
    JsonNode body = Members.of(request.text());
    secrets.add(CLIENT_SECRET, body.path("secret").asText());
    secrets.add(UPSTREAM_CREDENTIAL, body.path("config").path("clientSecret").asText());
    secrets.add(PASSWORD, body.path("value").asText());
    body.path("credentials").forEach(each -> secrets.add(PASSWORD, each.path("value").asText()));
  }

  // Some tests send what nobody should: it is taken as it stands.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
