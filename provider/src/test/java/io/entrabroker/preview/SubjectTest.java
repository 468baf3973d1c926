package io.entrabroker.preview;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.appRoles;
import static io.entrabroker.groups.Samples.bindings;
import static io.entrabroker.groups.Samples.groupRoles;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.BaseRole;
import io.entrabroker.catalog.CatalogAddress;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.AbsentClaim;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.RoleMap;
import io.entrabroker.preview.KnownUser.Relation;
import io.entrabroker.preview.Rights.Mapper;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Rejection;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailSource;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.EntraUserReader;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.PersonRules;
import io.entrabroker.user.UserReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the report says of somebody. */
class SubjectTest {

  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final String OBJECT = "00000000-0000-4000-8000-00000000ada0";
  private static final MailDomains MAIL_DOMAINS = MailDomains.of("contoso.example");
  private static final PersonRules RULES =
      new PersonRules(MAIL_DOMAINS, EmailSource.MAIL, Set.of(AccountKind.values()));
  private static final GroupPolicy POLICY =
      new GroupPolicy(
          bindings(Map.of(STEWARDS, Set.of("Stewards"))),
          new NamedGroups.None(),
          new RoleMap(
              appRoles(Map.of("Catalog.Admin", Set.of("Admin"))),
              groupRoles(Map.of(STEWARDS, Set.of("DataSteward")))),
          new AccessGate.Groups(Set.of(STEWARDS)),
          GroupScope.ALL,
          AbsentClaim.MEANS_NONE);
  private static final Rights.Before NOTHING = Rights.Before.newcomer(Set.of());
  private static final Set<Mapper> BOTH = Set.of(Mapper.values());

  @Test
  void aMemberInAGroupIsInTheCatalogOfEveryVersion() {
    Preview preview = admitted(member(), in(STEWARDS));

    assertThat(preview.verdict()).isEqualTo(new Verdict.Admitted());
    assertThat(preview.bands())
        .extracting(Band::version)
        .containsSubsequence("1.8", "1.9", "2.0", "email-first");
    for (Band band : preview.bands()) {
      Band.Accepted user = (Band.Accepted) band.user();
      assertThat(user.username()).isEqualTo("a***.l***");
      assertThat(user.email()).isEqualTo("a***.l***@contoso.example");
      assertThat(user.roles()).containsExactlyInAnyOrder("DataConsumer", "DataSteward");
      assertThat(user.isAdmin()).isFalse();
    }
  }

  @Test
  void theVersionsDifferWhereTheyDoInTeams() {
    Stream<Band> bands = admitted(member(), in(STEWARDS)).bands().stream();

    assertThat(
            bands.filter(band -> ((Band.Accepted) band.user()).teams().equals(List.of("Stewards"))))
        .extracting(band -> band.version() + " " + String.join("+", band.clients()))
        .containsExactly("1.9 confidential", "2.0 confidential", "email-first confidential");
  }

  @Test
  void everyRuleHasItsLineInTheOrderOfASignIn() {
    assertThat(admitted(member(), in(STEWARDS)).lines())
        .containsExactly(
            Line.of(Text.MEMBER),
            Line.of(Text.KEY, "0f9e8d7c-***", "00000000-***"),
            Line.of(Text.LISTED_DOMAIN, "a***.l***@contoso.example"),
            Line.of(Text.BELIEVED),
            Line.of(Text.GROUPS_KNOWN, "1"),
            Line.of(Text.OPEN),
            Line.of(Text.NEWCOMER, "", ""),
            Line.of(Text.NAME_GIVEN, "a***.l***", "a***.l***@contoso.example"),
            Line.of(Text.TEAMS, "Stewards"),
            Line.of(Text.ROLES, "DataConsumer, DataSteward"));
  }

  @Test
  void nothingOfThePersonIsInTheReportUnmasked() {
    Preview preview = admitted(member(), in(STEWARDS));
    String all = preview.claims() + texts(preview) + preview.bands();

    assertThat(all.toLowerCase())
        .contains("a***.l***@contoso.example")
        .doesNotContain("lovelace", "ada.", TENANT, OBJECT, "pairwise");
  }

  @Test
  void whoeverIsRefusedIsToldWhyAndWhatToDoAndHasNoUserInTheCatalog() {
    Preview preview =
        subject(member(), in(ENGINEERS)).refused(refused(Rejection.NOT_ADMITTED), List.of());

    assertThat(preview.bands()).isEmpty();
    assertThat(preview.lines()).contains(Line.of(Text.SHUT));
    assertThat(preview.verdict().code()).isEqualTo("ENTRA4201");
    assertThat(((Verdict.Refused) preview.verdict()).remedy())
        .isEqualTo(Rejection.NOT_ADMITTED.whatToDo());
  }

  @Test
  void unknownGroupsAreNotNoGroups() {
    GroupMembership unknown = new GroupMembership.Unknown(GroupMembership.Reason.GRAPH_DOWN);
    Rights.Before before =
        new Rights.Before(
            Set.of("DataSteward"),
            Set.of("DataSteward"),
            Set.of("DataSteward"),
            Set.of("Stewards"),
            Set.of("Stewards"));

    Rights rights = rights(before, unknown, BOTH);

    assertThat(rights.roles()).containsExactly("DataConsumer", "DataSteward");
    assertThat(rights.teams()).containsExactly("Stewards");
    assertThat(
            subject(member(), unknown)
                .refused(refused(Rejection.MEMBERSHIP_UNKNOWN), List.of())
                .lines())
        .contains(Line.of(Text.GROUPS_UNKNOWN, "GRAPH_DOWN"), Line.of(Text.NOBODY_KNOWS));
  }

  @Test
  void whatAMapperWouldTakeAwayIsTakenAway() {
    Rights.Before before =
        new Rights.Before(
            Set.of("DataSteward", "ByHand"),
            Set.of("DataSteward", "ByHand"),
            Set.of("DataSteward"),
            Set.of("Stewards", "Other"),
            Set.of());

    Rights rights = rights(before, in(ENGINEERS), BOTH);

    assertThat(rights.roles()).containsExactly("ByHand", "DataConsumer");
    assertThat(rights.teams()).containsExactly("Other");
  }

  @Test
  void withoutTheMappersNothingChanges() {
    Rights rights = rights(NOTHING, in(STEWARDS), Set.of());

    assertThat(rights.roles()).containsExactly("DataConsumer");
    assertThat(rights.teams()).isEmpty();
  }

  @Test
  void guestsPersonalAccountsAndOddAddressesAreNamed() {
    assertThat(lines(with("acct", 1))).contains(Text.GUEST, Text.CLAIMED);
    assertThat(lines(with("tid", "9188040d-6c67-4c5b-b112-36a304b66dad"))).contains(Text.PERSONAL);
    assertThat(lines(with("email", "ada@elsewhere.example"))).contains(Text.UNTRUSTED);
    assertThat(lines(with("email", "no address"))).contains(Text.UNUSABLE_ADDRESS);
    assertThat(lines(with("email", null))).contains(Text.NO_ADDRESS);
    assertThat(lines(with("idtyp", "app"))).contains(Text.APPLICATION);
    Map<String, Object> vouched = with("email", "ada@elsewhere.example");
    vouched.put("xms_edov", true);
    assertThat(lines(vouched)).contains(Text.VOUCHED);
  }

  @Test
  void aKnownUserIsNamedByTheRealmsId() {
    assertThat(new KnownUser(Relation.LINKED, "f00d", "ada.lovelace").line())
        .isEqualTo(Line.of(Text.LINKED, "a***.l***", "f00d"));
  }

  @Test
  void aReportOnNobodyHasNothingButTheRefusal() {
    Preview preview = Preview.ofNobody(refused(Rejection.SIGNATURE), List.of());

    assertThat(preview.claims()).isEmpty();
    assertThat(preview.lines()).isEmpty();
    assertThat(preview.toString()).isEqualTo("Preview[ENTRA3003]");
  }

  private static List<Text> lines(Map<String, Object> claims) {
    return subject(claims, in(STEWARDS))
        .refused(refused(Rejection.GUEST), List.of())
        .lines()
        .stream()
        .map(Line::text)
        .toList();
  }

  private static String texts(Preview preview) {
    return preview.lines().stream().map(Line::values).toList().toString()
        + preview.claims().stream().map(claim -> claim.value().values()).toList();
  }

  private static Preview admitted(Map<String, Object> claims, GroupMembership membership) {
    return subject(claims, membership)
        .admitted(
            new Subject.InCatalog(
                new CatalogAddress.Verified("ada.lovelace", "ada.lovelace@contoso.example"),
                NameGiven.NOW,
                AddressProof.BELIEVED,
                rights(NOTHING, membership, BOTH),
                "contoso.example"),
            List.of());
  }

  private static Rights rights(
      Rights.Before before, GroupMembership membership, Set<Mapper> mappers) {
    return Rights.after(
        before,
        new Entitlements(Set.of(), membership),
        POLICY,
        mappers,
        ExistingGroups.none(),
        BaseRole.standard());
  }

  private static Subject subject(Map<String, Object> values, GroupMembership membership) {
    EntraClaims claims = new EntraClaims(values);
    EntraUser user = ((UserReading.Known) EntraUserReader.read(claims, RULES)).user();
    return new Subject(
        user,
        claims,
        new Entitlements(Set.of(), membership),
        POLICY,
        KnownUser.none(Relation.NEWCOMER));
  }

  private static Verdict.Refused refused(Rejection rejection) {
    return Verdict.Refused.of(rejection, "");
  }

  private static GroupMembership in(GroupId group) {
    return new GroupMembership.Known(Set.of(group), Set.of(), Map.of());
  }

  private static Map<String, Object> member() {
    return with("acct", 0);
  }

  private static Map<String, Object> with(
      String name, @org.jspecify.annotations.Nullable Object value) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "https://login.microsoftonline.com/" + TENANT + "/v2.0");
    claims.put("tid", TENANT);
    claims.put("oid", OBJECT);
    claims.put("sub", "pairwise");
    claims.put("given_name", "Ada");
    claims.put("family_name", "Lovelace");
    claims.put("email", "Ada.Lovelace@Contoso.example");
    if (value == null) {
      claims.remove(name);
    } else {
      claims.put(name, value);
    }
    return claims;
  }
}
