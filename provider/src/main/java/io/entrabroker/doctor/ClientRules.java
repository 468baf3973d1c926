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
              Trait.SERVICE_ACCOUNT, ClientChecks.NO_SERVICE_ACCOUNT),
          Map.of(Trait.DEMANDS_PKCE, ClientChecks.PKCE_DEMANDED));

  private static final Map<SecretState, Check> POOR_SECRETS =
      Map.of(
          SecretState.MISSING, ClientChecks.SECRET_MISSING,
          SecretState.SHORT, ClientChecks.SECRET_SHORT);

  private ClientRules() {}

  /** Looks at all of them: one has to be enabled, and what is disabled hurts nobody. */
  static Stream<Diagnosis> look(List<ClientState> clients, CatalogVersions versions) {
    List<ClientState> enabled = clients.stream().filter(c -> c.is(Trait.ENABLED)).toList();
    if (clients.isEmpty()) {
      return Stream.of(ClientChecks.NO_CLIENT.diagnosis());
    }
    if (enabled.isEmpty()) {
      return Stream.of(ClientChecks.NO_CLIENT_ENABLED.diagnosis());
    }
    Stream<Diagnosis> tooMany =
        enabled.size() > 1 ? Stream.of(ClientChecks.BOTH_CLIENTS.diagnosis()) : Stream.empty();
    return Stream.concat(tooMany, enabled.stream().flatMap(c -> look(c, versions)));
  }

  private static Stream<Diagnosis> look(ClientState client, CatalogVersions versions) {
    return Stream.of(
            HEALTHY.look(client.traits()),
            client.kind() == ClientKind.CONFIDENTIAL
                ? confidential(client, versions)
                : inTheBrowser(client, versions),
            AddressRules.look(client.kind(), client.addresses()),
            scopes(client),
            lifetimes(client, versions))
        .flatMap(found -> found)
        .map(found -> found.at(client.id()));
  }

  private static Stream<Diagnosis> confidential(ClientState client, CatalogVersions versions) {
    return Stream.of(
            OF_THE_SERVER.look(client.traits()),
            renewal(client, versions),
            Optional.ofNullable(POOR_SECRETS.get(client.secret())).map(Check::diagnosis).stream())
        .flatMap(found -> found);
  }

  private static Stream<Diagnosis> renewal(ClientState client, CatalogVersions versions) {
    if (client.is(Trait.REFRESH_TOKENS) || !versions.askAgain()) {
      return Stream.empty();
    }
    return Stream.of(
        versions.liveOnIdTokens()
            ? TokenChecks.NO_REFRESH_TOKENS.diagnosis()
            : TokenChecks.NO_REFRESH_TOKENS_LATER.diagnosis());
  }

  private static Stream<Diagnosis> inTheBrowser(ClientState client, CatalogVersions versions) {
    if (client.is(Trait.IMPLICIT_FLOW)) {
      return Stream.empty();
    }
    return Stream.of(
        versions.liveOnIdTokens()
            ? ClientChecks.NO_IMPLICIT_FLOW.diagnosis()
            : ClientChecks.NO_IMPLICIT_FLOW_LATER.diagnosis());
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

  private static Stream<Diagnosis> lifetimes(ClientState client, CatalogVersions versions) {
    Lifetimes lifetimes = client.lifetimes();
    boolean isPublic = client.kind() == ClientKind.PUBLIC;
    IntStream tokens = IntStream.of(lifetimes.tokens());
    IntStream all =
        isPublic ? IntStream.concat(tokens, IntStream.of(lifetimes.implicitTokens())) : tokens;
    Stream<Diagnosis> sessions =
        lifetimes.idleSession() < lifetimes.tokens() && (isPublic || versions.askAgain())
            ? Stream.of(TokenChecks.SESSIONS_SHORT.diagnosis(lifetimes.idleSession() + " seconds"))
            : Stream.empty();
    // The browser's client shows the realm's ID token to every release.
    boolean isShown = isPublic || versions.liveOnIdTokens();
    return Stream.concat(
        sessions, all.distinct().boxed().flatMap(seconds -> ofTokens(seconds, isShown).stream()));
  }

  private static Optional<Diagnosis> ofTokens(int seconds, boolean isShown) {
    if (isShown && seconds < SHORT_SECONDS) {
      return Optional.of(TokenChecks.TOKENS_SHORT.diagnosis(seconds + " seconds"));
    }
    return seconds > LONG_SECONDS
        ? Optional.of(TokenChecks.TOKENS_LONG.diagnosis(seconds + " seconds"))
        : Optional.empty();
  }
}
