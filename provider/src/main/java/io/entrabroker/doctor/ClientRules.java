package io.entrabroker.doctor;

import io.entrabroker.catalog.ClientKind;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.doctor.ClientState.Lifetimes;
import io.entrabroker.doctor.ClientState.SecretState;
import io.entrabroker.doctor.ClientState.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

  private static final Expectations<Trait> HEALTHY =
      new Expectations<>(
          Map.of(
              Trait.OF_ITS_KIND, ClientChecks.WRONG_KIND,
              Trait.SIGNS_RS256, TokenChecks.CLIENT_ALGORITHM,
              Trait.STANDARD_FLOW, ClientChecks.NO_STANDARD_FLOW,
              Trait.CATALOG_MAPPER, TokenChecks.NO_CATALOG_MAPPER),
          Map.of(
              Trait.ENCRYPTED_TOKENS, TokenChecks.ENCRYPTED_TOKENS,
              Trait.ISSUER_LEFT_OUT, ClientChecks.ISSUER_LEFT_OUT,
              Trait.BOUND_TOKENS, TokenChecks.BOUND_TOKENS,
              Trait.SIGNED_USER_INFO, TokenChecks.SIGNED_USER_INFO,
              Trait.DEMANDING_REQUESTS, ClientChecks.DEMANDING_REQUESTS,
              Trait.DIRECT_GRANTS, ClientChecks.PASSWORDS_AT_THE_CLIENT,
              Trait.CONSENT, ClientChecks.CONSENT_ASKED,
              Trait.PAIRWISE_SUBJECT, TokenChecks.PAIRWISE_SUBJECT));

  private static final Expectations<Trait> OF_THE_SERVER =
      new Expectations<>(
          Map.of(
              Trait.ACCEPTS_SECRET, ClientChecks.NO_SECRET_ACCEPTED,
              Trait.SERVICE_ACCOUNT, ClientChecks.NO_SERVICE_ACCOUNT,
              Trait.REFRESH_TOKENS, TokenChecks.NO_REFRESH_TOKENS),
          Map.of(Trait.DEMANDS_PKCE, ClientChecks.PKCE_DEMANDED));

  private static final Expectations<Trait> IN_THE_BROWSER =
      new Expectations<>(Map.of(Trait.IMPLICIT_FLOW, ClientChecks.NO_IMPLICIT_FLOW), Map.of());

  private static final Map<SecretState, Check> POOR_SECRETS =
      Map.of(
          SecretState.MISSING, ClientChecks.SECRET_MISSING,
          SecretState.SHORT, ClientChecks.SECRET_SHORT);

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
            HEALTHY.look(client.traits()),
            client.kind() == ClientKind.CONFIDENTIAL
                ? confidential(client)
                : IN_THE_BROWSER.look(client.traits()),
            AddressRules.look(client.kind(), client.addresses()),
            scopes(client),
            lifetimes(client))
        .flatMap(found -> found)
        .map(found -> found.at(client.id()));
  }

  private static Stream<Diagnosis> confidential(ClientState client) {
    return Stream.concat(
        OF_THE_SERVER.look(client.traits()),
        Optional.ofNullable(POOR_SECRETS.get(client.secret())).map(Check::diagnosis).stream());
  }

  private static Stream<Diagnosis> scopes(ClientState client) {
    return Stream.concat(
        ASKED_FOR.stream()
            .filter(scope -> !client.scopes().contains(scope))
            .map(TokenChecks.STANDARD_SCOPES::diagnosis),
        FOREIGN.stream()
            .filter(client.scopes()::contains)
            .map(TokenChecks.FOREIGN_SCOPES::diagnosis));
  }

  private static Stream<Diagnosis> lifetimes(ClientState client) {
    Lifetimes lifetimes = client.lifetimes();
    IntStream tokens = IntStream.of(lifetimes.tokens());
    IntStream all =
        client.kind() == ClientKind.PUBLIC
            ? IntStream.concat(tokens, IntStream.of(lifetimes.implicitTokens()))
            : tokens;
    Stream<Diagnosis> sessions =
        lifetimes.idleSession() < lifetimes.tokens()
            ? Stream.of(TokenChecks.SESSIONS_SHORT.diagnosis(lifetimes.idleSession() + " seconds"))
            : Stream.empty();
    return Stream.concat(
        sessions, all.distinct().boxed().flatMap(seconds -> ofTokens(seconds).stream()));
  }

  private static Optional<Diagnosis> ofTokens(int seconds) {
    if (seconds < SHORT_SECONDS) {
      return Optional.of(TokenChecks.TOKENS_SHORT.diagnosis(seconds + " seconds"));
    }
    return seconds > LONG_SECONDS
        ? Optional.of(TokenChecks.TOKENS_LONG.diagnosis(seconds + " seconds"))
        : Optional.empty();
  }
}
