package io.entrabroker.doctor;

import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.doctor.ClientState.Lifetimes;
import io.entrabroker.doctor.ClientState.SecretState;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.doctor.PeopleState.Admins;
import io.entrabroker.doctor.ProviderState.Mappers;
import io.entrabroker.doctor.RealmState.SigningKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set-up with nothing wrong, of which a test changes one thing. */
final class Patient {

  private static final String CATALOG = "https://catalog.contoso.com";

  final Set<RealmState.Trait> realm =
      EnumSet.of(
          RealmState.Trait.ENABLED,
          RealmState.Trait.PROFILE_SAFE,
          RealmState.Trait.BRUTE_FORCE_PROTECTED,
          RealmState.Trait.CATALOG_MAY_FRAME,
          RealmState.Trait.PRIVATE_ADDRESS,
          RealmState.Trait.SSL_REQUIRED,
          RealmState.Trait.KEEPS_EVENTS);
  final List<SigningKey> keys =
      new ArrayList<>(
          List.of(new SigningKey("k1", "RS256", true), new SigningKey("k2", "ES256", true)));
  final Set<String> actions = new HashSet<>(Set.of("CONFIGURE_TOTP"));
  int sessionSeconds = 36_000;

  final Set<ProviderState.Trait> provider =
      EnumSet.of(
          ProviderState.Trait.ENABLED,
          ProviderState.Trait.OUR_FIRST_SIGN_IN_FLOW,
          ProviderState.Trait.SYNC_FORCED,
          ProviderState.Trait.HAS_MAIL_DOMAINS,
          ProviderState.Trait.FOLLOWS_SESSIONS,
          ProviderState.Trait.GATED);
  final List<String> problems = new ArrayList<>();
  final List<String> missingMappers = new ArrayList<>();
  final List<String> frozenMappers = new ArrayList<>();
  final List<String> foreignMappers = new ArrayList<>();
  String credential = "";
  String certificateEnds = "";
  boolean hasProvider = true;
  final List<String> otherProviders = new ArrayList<>();

  Probe metadata = new Probe.Fine();
  Probe signingKeys = new Probe.Fine();
  Probe proof = new Probe.Fine();
  Probe graph = new Probe.NotAsked();
  Probe signIn = new Probe.Fine();
  final List<String> permissions = new ArrayList<>();
  final List<String> needs = new ArrayList<>();
  long skew = 3;

  final Client web = new Client("openmetadata-web", ClientKind.CONFIDENTIAL);
  final Client spa = new Client("openmetadata-spa", ClientKind.PUBLIC);
  final List<Client> clients = new ArrayList<>(List.of(web, spa));
  final List<String> otherTrusted = new ArrayList<>();

  final List<String> reserved = new ArrayList<>();
  final List<String> tests = new ArrayList<>();
  final List<String> sharing = new ArrayList<>();
  final List<String> borrowing = new ArrayList<>();
  boolean isDefaultPassword;
  boolean isTemporaryAdmin;

  Set<CatalogVersion> versions = Set.of(CatalogVersion.V1_9);

  Patient() {
    spa.traits.remove(ClientState.Trait.ENABLED);
  }

  /** With the browser's client in the place of the server's. */
  Patient inTheBrowser() {
    web.traits.remove(ClientState.Trait.ENABLED);
    spa.traits.add(ClientState.Trait.ENABLED);
    return this;
  }

  /** A client of the catalog. */
  static final class Client {
    final String id;
    final ClientKind kind;
    final Set<ClientState.Trait> traits =
        EnumSet.of(
            ClientState.Trait.ENABLED,
            ClientState.Trait.OF_ITS_KIND,
            ClientState.Trait.SIGNS_RS256,
            ClientState.Trait.STANDARD_FLOW,
            ClientState.Trait.IMPLICIT_FLOW,
            ClientState.Trait.SERVICE_ACCOUNT,
            ClientState.Trait.REFRESH_TOKENS,
            ClientState.Trait.ACCEPTS_SECRET,
            ClientState.Trait.CATALOG_MAPPER);
    SecretState secret = SecretState.GOOD;
    String root = CATALOG;
    final List<String> redirects =
        new ArrayList<>(List.of(CATALOG + "/callback", CATALOG + "/silent-callback"));
    final List<String> origins = new ArrayList<>(List.of("+"));
    final List<String> afterSignOut = new ArrayList<>(List.of(CATALOG + "/signin"));
    final Set<String> scopes = new HashSet<>(Set.of("basic", "email", "profile", "openmetadata"));
    int tokenSeconds = 900;
    int implicitSeconds = 900;
    int idleSeconds = 7200;

    Client(String id, ClientKind kind) {
      this.id = id;
      this.kind = kind;
    }

    ClientState state() {
      return new ClientState(
          id,
          kind,
          traits,
          secret,
          Addresses.stored(root, redirects, origins, afterSignOut),
          scopes,
          new Lifetimes(tokenSeconds, implicitSeconds, idleSeconds));
    }
  }

  List<Diagnosis> diagnoses() {
    ProviderState entra =
        new ProviderState(
            "entra",
            provider,
            problems,
            new Mappers(missingMappers, frozenMappers, foreignMappers),
            credential,
            certificateEnds);
    return new SetUp(
            new RealmState(realm, keys, actions, sessionSeconds),
            hasProvider ? List.of(entra) : List.of(),
            otherProviders,
            List.of(
                new EntraState(
                    "entra",
                    metadata,
                    signingKeys,
                    skew,
                    proof,
                    graph,
                    signIn,
                    permissions,
                    needs)),
            clients.stream().map(Client::state).toList(),
            otherTrusted,
            new PeopleState(
                reserved,
                tests,
                sharing,
                borrowing,
                new Admins(isDefaultPassword, isTemporaryAdmin)),
            new CatalogVersions(versions))
        .diagnoses();
  }
}
