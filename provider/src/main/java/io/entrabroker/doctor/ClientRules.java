package io.entrabroker.doctor;

import io.entrabroker.catalog.ClientKind;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.doctor.ClientState.SecretState;
import io.entrabroker.doctor.ClientState.Trait;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the catalog's client has to be like. Source: OpenMetadata's {@code
 * AuthenticationCodeFlowHandler}, its validator for {@code custom-oidc}, and its browser's {@code
 * oidc-client}.
 */
final class ClientRules {

  private static final int SHORT_SECONDS = 300;
  private static final int LONG_SECONDS = 3600;

  // Two scopes have the name of a claim.
  private static final Set<String> ASKED_FOR = Set.of(ClaimName.EMAIL, "profile");
  // microprofile-jwt writes roles into groups, and roles writes no roles where OpenMetadata looks.
  private static final Set<String> FOREIGN = Set.of("microprofile-jwt", ClaimName.ROLES);

  private static final Map<Trait, Check> MUST_BE =
      Map.of(
          Trait.OF_ITS_KIND, ClientChecks.WRONG_KIND,
          Trait.SIGNS_RS256, ClientChecks.CLIENT_ALGORITHM,
          Trait.STANDARD_FLOW, ClientChecks.NO_STANDARD_FLOW,
          Trait.CATALOG_MAPPER, ClientChecks.NO_CATALOG_MAPPER);

  private static final Map<Trait, Check> MUST_NOT_BE =
      Map.of(
          Trait.DIRECT_GRANTS, ClientChecks.PASSWORDS_AT_THE_CLIENT,
          Trait.CONSENT, ClientChecks.CONSENT_ASKED,
          Trait.PAIRWISE_SUBJECT, ClientChecks.PAIRWISE_SUBJECT);

  private ClientRules() {}

  /** Looks at all of them: one has to be enabled, and what is disabled hurts nobody. */
  static Stream<Diagnosis> look(List<ClientState> clients) {
    List<ClientState> enabled = clients.stream().filter(c -> c.is(Trait.ENABLED)).toList();
    if (clients.isEmpty()) {
      return Stream.of(ClientChecks.NO_CLIENT.diagnosis());
    }
    if (enabled.isEmpty()) {
      return Stream.of(ClientChecks.NO_CLIENT_ENABLED.diagnosis());
    }
    Stream<Diagnosis> tooMany =
        enabled.size() > 1 ? Stream.of(ClientChecks.BOTH_CLIENTS.diagnosis()) : Stream.empty();
    return Stream.concat(tooMany, enabled.stream().flatMap(ClientRules::look));
  }

  private static Stream<Diagnosis> look(ClientState client) {
    return Stream.of(
            switches(client),
            client.kind() == ClientKind.CONFIDENTIAL ? confidential(client) : browser(client),
            addresses(client),
            scopes(client),
            lifetime(client))
        .flatMap(found -> found)
        .map(found -> new Diagnosis(found.check(), detail(client, found)));
  }

  private static String detail(ClientState client, Diagnosis found) {
    return found.detail().isEmpty() ? client.id() : client.id() + ": " + found.detail();
  }

  private static Stream<Diagnosis> switches(ClientState client) {
    return Stream.of(Trait.values())
        .map(trait -> client.is(trait) ? MUST_NOT_BE.get(trait) : MUST_BE.get(trait))
        .filter(Objects::nonNull)
        .map(Check::diagnosis);
  }

  private static Stream<Diagnosis> confidential(ClientState client) {
    Stream.Builder<Diagnosis> found = Stream.builder();
    if (client.secret() == SecretState.MISSING) {
      found.add(ClientChecks.SECRET_MISSING.diagnosis());
    }
    if (client.secret() == SecretState.SHORT) {
      found.add(ClientChecks.SECRET_SHORT.diagnosis());
    }
    if (!client.is(Trait.SERVICE_ACCOUNT)) {
      found.add(ClientChecks.NO_SERVICE_ACCOUNT.diagnosis());
    }
    if (!client.is(Trait.REFRESH_TOKENS)) {
      found.add(ClientChecks.NO_REFRESH_TOKENS.diagnosis());
    }
    if (client.is(Trait.DEMANDS_PKCE)) {
      found.add(ClientChecks.PKCE_DEMANDED.diagnosis());
    }
    return found.build();
  }

  private static Stream<Diagnosis> browser(ClientState client) {
    Stream.Builder<Diagnosis> found = Stream.builder();
    String root = client.addresses().root();
    if (!client.is(Trait.IMPLICIT_FLOW)) {
      found.add(ClientChecks.NO_IMPLICIT_FLOW.diagnosis());
    }
    if (!client.addresses().redirects().contains(root + "/silent-callback")) {
      found.add(ClientChecks.SILENT_CALLBACK_MISSING.diagnosis());
    }
    List<String> origins = client.addresses().webOrigins();
    if (!origins.contains("+") && !origins.contains(root)) {
      found.add(ClientChecks.NO_WEB_ORIGIN.diagnosis());
    }
    if (!client.addresses().afterSignOut().contains(root + "/signin")) {
      found.add(ClientChecks.SIGN_OUT_ADDRESS.diagnosis());
    }
    return found.build();
  }

  private static Stream<Diagnosis> addresses(ClientState client) {
    String root = client.addresses().root();
    List<String> redirects = client.addresses().redirects();
    Stream<Diagnosis> missing =
        redirects.contains(root + "/callback")
            ? Stream.empty()
            : Stream.of(ClientChecks.CALLBACK_MISSING.diagnosis());
    return Stream.concat(
        missing,
        redirects.stream()
            .filter(address -> address.contains("*") || !address.startsWith(root + "/"))
            .map(ClientChecks.OPEN_REDIRECT::diagnosis));
  }

  private static Stream<Diagnosis> scopes(ClientState client) {
    return Stream.concat(
        ASKED_FOR.stream()
            .filter(scope -> !client.scopes().contains(scope))
            .map(ClientChecks.STANDARD_SCOPES::diagnosis),
        FOREIGN.stream()
            .filter(client.scopes()::contains)
            .map(ClientChecks.FOREIGN_SCOPES::diagnosis));
  }

  private static Stream<Diagnosis> lifetime(ClientState client) {
    if (client.tokenSeconds() < SHORT_SECONDS) {
      return Stream.of(ClientChecks.TOKENS_SHORT.diagnosis(client.tokenSeconds() + " seconds"));
    }
    return client.tokenSeconds() > LONG_SECONDS
        ? Stream.of(ClientChecks.TOKENS_LONG.diagnosis(client.tokenSeconds() + " seconds"))
        : Stream.empty();
  }
}
