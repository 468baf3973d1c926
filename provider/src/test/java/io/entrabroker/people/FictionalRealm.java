package io.entrabroker.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.BaseRole;
import io.entrabroker.catalog.CatalogAccount;
import io.entrabroker.catalog.CatalogAccounts;
import io.entrabroker.catalog.CatalogAddress;
import io.entrabroker.catalog.CatalogPrincipal;
import io.entrabroker.catalog.CatalogSetup;
import io.entrabroker.catalog.CatalogUser;
import io.entrabroker.catalog.CatalogVisit;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.groups.MembershipReading;
import io.entrabroker.keys.KeyLookup;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.KnownAs;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.LinkId;
import io.entrabroker.user.LocalAccount;
import io.entrabroker.user.PreviousProvider;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import io.entrabroker.user.UserOwner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A realm and its catalog without Keycloak: the same decisions of the core in the same order, with
 * people kept in a map.
 */
final class FictionalRealm {

  private static final String ALIAS = "entra";
  private static final String FIXTURE_USER = "fixture-user";
  private static final String LOCAL_USER = "local-user";

  private final EntraSettings settings;
  private final CatalogSetup setup;
  private final JsonNode before;
  private final GroupSource graph;
  private final Map<String, RealmUser> users = new HashMap<>();
  private final Map<LinkId, String> links = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final FictionalTeams teams;
  private CatalogAccounts catalog;

  FictionalRealm(EntraSettings settings, CatalogSetup setup, JsonNode before, GroupSource graph) {
    this.settings = settings;
    this.setup = setup;
    this.before = before;
    this.graph =
        settings.connection().flow() == SignInFlow.ID_TOKEN
            ? GroupSource.silent(GroupMembership.Reason.NO_ACCESS_TOKEN)
            : graph;
    this.catalog = CatalogAccounts.initial(setup);
    this.teams = new FictionalTeams(settings.groups(), before.path("teams"));
    if (before.has("user")) {
      users.put(FIXTURE_USER, RealmUser.of(FIXTURE_USER, before.path("user")));
    }
    if (before.has("local")) {
      users.put(LOCAL_USER, RealmUser.of(LOCAL_USER, before.path("local")));
    }
    before.path("names").properties().forEach(e -> names.put(e.getKey(), e.getValue().asText()));
    before.path("links").properties().forEach(e -> link(e.getKey(), e.getValue().asText()));
    before.path("catalog").forEach(this::knowInCatalog);
  }

  private void link(String link, String user) {
    String[] parts = link.split("/", 2);
    links.put(new LinkId(parts[0], parts[1]), user);
  }

  private void knowInCatalog(JsonNode user) {
    catalog =
        catalog.with(
            CatalogAccount.named(user.path("username").asText(), user.path("email").asText())
                .boundTo(user.path("subject").asText()));
  }

  Outcome arrive(Map<String, Object> claims) {
    SignInReading reading = read(claims);
    if (reading instanceof SignInReading.Refused refused) {
      return new Outcome.Refused(refused.rejection());
    }
    SignInReading.Accepted accepted = (SignInReading.Accepted) reading;
    GroupMembership membership =
        MembershipReading.of(
            accepted.claims().groups(),
            GroupNeeds.of(settings.groups(), teams.existing()),
            settings.groups().absentClaim(),
            graph);
    Entitlements entitlements =
        Entitlements.of(accepted.claims().appRoles(), membership, settings.groups());
    return entitlements
        .objection(settings.groups(), settings.whenUnknown())
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> known(accepted.user(), entitlements));
  }

  // The guards that depend on claims alone; the others are ForgedTokenTest's.
  private SignInReading read(Map<String, Object> claims) {
    Endpoints endpoints = settings.connection().endpoints().orElseThrow();
    Expectation expected =
        new Expectation(
            settings.connection().registration().clientId(),
            "",
            settings.connection().policy(),
            endpoints.base(),
            Instant.EPOCH);
    return new SignInReader(
            keyId -> new KeyLookup.Unknown(), EnumSet.of(Guard.TENANT, Guard.ISSUER))
        .read(token(claims), expected, settings.people().rules());
  }

  static String token(Map<String, Object> claims) {
    try {
      byte[] payload = PersonFixture.JSON.writeValueAsBytes(claims);
      Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
      String header = base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
      return header + "." + base64.encodeToString(payload) + ".";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Outcome known(EntraUser user, Entitlements entitlements) {
    LinkId ours = new LinkId(ALIAS, user.key().toString());
    LegacyLink legacy =
        LegacyLink.find(ours, user, previous(), id -> Optional.ofNullable(links.get(id)));
    if (legacy instanceof LegacyLink.Ambiguous) {
      return new Outcome.Refused(Rejection.TWO_LINKS);
    }
    UserOwner owner = new UserOwner(before.path("user").path("owner").asText());
    if (legacy instanceof LegacyLink.Found && owner.isAnotherThan(user.key())) {
      return new Outcome.Refused(Rejection.USER_OF_ANOTHER_ACCOUNT);
    }
    Optional<RealmUser> linked = linked(ours, legacy);
    Optional<RealmUser> self = linked.or(() -> namesake(user));
    KnownAs knownAs =
        linked
            .map(one -> settings.people().identity().of(user, one.known()))
            .orElseGet(() -> newcomer(user, self));
    return knownAs instanceof KnownAs.Refused refused
        ? new Outcome.Refused(refused.rejection())
        : named(user, knownAs, self)
            .map(named -> named.migrated(legacy))
            .map(named -> signedIn(named, ours, user, entitlements))
            .orElseGet(() -> new Outcome.Refused(Rejection.NAME_TAKEN));
  }

  private Optional<RealmUser> linked(LinkId ours, LegacyLink legacy) {
    return Optional.ofNullable(links.get(ours))
        .or(
            () ->
                legacy instanceof LegacyLink.Found found
                    ? Optional.of(found.userId())
                    : Optional.empty())
        .map(users::get);
  }

  private PreviousProvider previous() {
    JsonNode stored = before.path("previous");
    return stored.isMissingNode()
        ? PreviousProvider.none()
        : new PreviousProvider(
            settings.people().previousAlias(),
            PreviousProvider.linksOf(
                stored.path("type").asText(),
                stored.path("clientId").asText(),
                stored.path("tokenUrl").asText(),
                settings.connection().registration().clientId(),
                url -> url.startsWith("https://login.microsoftonline.com/")));
  }

  private KnownAs newcomer(EntraUser user, Optional<RealmUser> namesake) {
    KnownAs knownAs = settings.people().identity().ofNewcomer(user);
    return knownAs instanceof KnownAs.ToBeGiven && namesake.isPresent()
        ? settings.people().ofNamesake(user, account(namesake.get().id()), namesake.get().known())
        : knownAs;
  }

  private Optional<RealmUser> namesake(EntraUser user) {
    return user.email() instanceof EmailReading.Found found
        ? users.values().stream()
            .filter(other -> found.address().is(other.known().email()))
            .findFirst()
        : Optional.empty();
  }

  private LocalAccount account(String userId) {
    return userId.equals(LOCAL_USER)
        ? RealmUser.account(before.path("local"))
        : new LocalAccount(Set.of(LocalAccount.Trait.HAS_ENTRA_ACCOUNT));
  }

  private record Named(RealmUser user, AddressProof proof, Set<Finding> findings) {

    Named migrated(LegacyLink link) {
      boolean elsewhere =
          link instanceof LegacyLink.Found found && !found.link().alias().equals(ALIAS);
      return elsewhere ? finding(Finding.LINK_MIGRATED) : this;
    }

    Named finding(Finding another) {
      Set<Finding> all = EnumSet.of(another);
      all.addAll(findings);
      return new Named(user, proof, all);
    }
  }

  private Optional<Named> named(EntraUser user, KnownAs knownAs, Optional<RealmUser> self) {
    if (knownAs instanceof KnownAs.Kept kept) {
      return self.map(one -> new Named(one, kept.proof(), kept.findings()));
    }
    KnownAs.ToBeGiven wanted = (KnownAs.ToBeGiven) knownAs;
    String id = self.map(RealmUser::id).orElse("user of " + user.key());
    return wanted
        .choose(name -> isFree(name, id) && takes(name, user.key().toString()))
        .map(
            name ->
                new Named(
                    given(self, id, name, wanted.email().text()),
                    wanted.proof(),
                    wanted.findingsAs(name)));
  }

  private boolean isFree(String name, String id) {
    return users.values().stream().noneMatch(user -> user.isCalled(name) && !user.id().equals(id));
  }

  private boolean takes(String name, String key) {
    names.putIfAbsent(name, key);
    return key.equals(names.get(name));
  }

  private static RealmUser given(Optional<RealmUser> self, String id, String name, String address) {
    RealmUser user = self.orElseGet(() -> RealmUser.of(id, PersonFixture.JSON.createObjectNode()));
    String username = self.map(known -> known.known().username()).orElse(name);
    Verification verification = user.known().verification();
    return user.with(new StoredPerson(username, address, verification, name, address));
  }

  private Outcome signedIn(Named named, LinkId ours, EntraUser user, Entitlements entitlements) {
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    findings.addAll(named.findings());
    if (entitlements.unknown().isPresent()) {
      findings.add(Finding.MEMBERSHIP_UNKNOWN);
    }
    FictionalTeams.Brought brought = teams.bring(named.user(), entitlements, setup.version());
    findings.addAll(brought.findings());
    if (named.user().id().equals(LOCAL_USER)) {
      findings.add(Finding.ACCOUNT_LINKED);
    }
    RealmUser arrived = named.user().bringing(user.name(), brought.roles(), brought.teams());
    if (named.proof() == AddressProof.BY_MAIL) {
      refusesUnproven(arrived, user);
    }
    RealmUser person = proven(arrived);
    users.put(person.id(), person);
    links.put(ours, person.id());
    Map<String, Object> token = claimsOf(person, user);
    CatalogVisit visit = CatalogPrincipal.visit(token, setup, catalog);
    catalog = visit.after();
    return new Outcome.LetIn(token, visit.prediction(), named.proof(), findings);
  }

  private void refusesUnproven(RealmUser person, EntraUser user) {
    Map<String, Object> claims = claimsOf(person, user);
    assertThat(claims).doesNotContainKeys("email", "preferred_username");
    assertThat(CatalogPrincipal.predict(claims, setup, catalog).isAccepted()).isFalse();
  }

  private static RealmUser proven(RealmUser user) {
    StoredPerson known = user.known();
    return user.with(
        new StoredPerson(
            known.username(),
            known.email(),
            Verification.PROVEN,
            known.catalogUsername(),
            known.catalogEmail()));
  }

  /** The claims of the realm's token. */
  private static Map<String, Object> claimsOf(RealmUser person, EntraUser user) {
    CatalogUser catalogUser =
        new CatalogUser(
            CatalogAddress.of(person.known()),
            person.called().given(),
            person.called().family(),
            BaseRole.standard().with(person.roles()),
            List.copyOf(new ArrayList<>(person.teams())),
            Map.of());
    Map<String, Object> claims = new HashMap<>(catalogUser.claims());
    claims.put("sub", person.id());
    return claims;
  }
}
