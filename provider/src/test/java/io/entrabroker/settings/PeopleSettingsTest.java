package io.entrabroker.settings;

import static io.entrabroker.settings.Configs.problem;
import static io.entrabroker.settings.Configs.problems;
import static io.entrabroker.settings.Configs.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.NameCollision;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailSource;
import io.entrabroker.user.ExistingAccount;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.UntrustedEmail;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleSettingsTest {

  private static final String OBJECT = "00000000-0000-4000-8000-00000000ada0";
  private static final String ADA = Configs.TENANT + ":" + OBJECT;
  private static final String EVA = Configs.TENANT + ":" + Configs.GROUP;
  private static final IdentityKey ADAS_KEY =
      new IdentityKey(TenantId.parse(Configs.TENANT).orElseThrow(), UUID.fromString(OBJECT));

  @Test
  void whatIsNotSetIsTheCautiousChoice() {
    PeoplePolicy people = settings().people();

    assertThat(people.rules().mailDomains().names()).isEmpty();
    assertThat(people.rules().emailSource()).isEqualTo(EmailSource.MAIL);
    assertThat(people.rules().admitted()).containsExactly(AccountKind.MEMBER);
    assertThat(people.identity().untrusted()).isEqualTo(UntrustedEmail.REFUSE);
    assertThat(people.identity().naming().version()).isEqualTo(CatalogVersion.V1_9);
    assertThat(people.identity().naming().collision()).isEqualTo(NameCollision.REFUSE);
    assertThat(people.identity().naming().reserved()).isEqualTo(ReservedNames.standard());
    assertThat(people.existing()).isEqualTo(ExistingAccount.REFUSE);
    assertThat(people.previousAlias()).isEmpty();
  }

  @Test
  void everyChoiceCanBeMade() {
    PeoplePolicy people =
        settings(
                "mailDomains", "contoso.example, @Fabrikam.example",
                "emailSource", "mail_then_upn",
                "untrustedEmail", "verify",
                "guests", "admit",
                "personalAccounts", "admit",
                "existingAccount", "link",
                "catalogVersion", "Email-First",
                "nameCollision", "suffix",
                "reservedNames", "root, *-robot",
                "nameOwners", "root = " + ADA,
                "previousAlias", "microsoft")
            .people();

    assertThat(people.rules().mailDomains().names())
        .containsExactly("contoso.example", "fabrikam.example");
    assertThat(people.rules().emailSource()).isEqualTo(EmailSource.MAIL_THEN_UPN);
    assertThat(people.rules().admitted())
        .containsExactly(AccountKind.MEMBER, AccountKind.GUEST, AccountKind.PERSONAL);
    assertThat(people.identity().untrusted()).isEqualTo(UntrustedEmail.VERIFY);
    assertThat(people.identity().naming().version()).isEqualTo(CatalogVersion.EMAIL_FIRST);
    assertThat(people.identity().naming().collision()).isEqualTo(NameCollision.SUFFIX);
    assertThat(people.existing()).isEqualTo(ExistingAccount.LINK);
    assertThat(people.previousAlias()).isEqualTo("microsoft");
  }

  @Test
  void guestsAndPersonalAccountsAreAdmittedApart() {
    assertThat(settings("guests", "admit").people().rules().admitted())
        .containsExactly(AccountKind.MEMBER, AccountKind.GUEST);
    assertThat(settings("personalAccounts", "admit").people().rules().admitted())
        .containsExactly(AccountKind.MEMBER, AccountKind.PERSONAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emailSource      | upn    | E-mail source: 'upn' is not understood. Write mail or mail_then_upn.",
        "untrustedEmail   | accept | Untrusted e-mail: 'accept' is not understood. Write refuse or verify.",
        "guests           | yes    | Guests: 'yes' is not understood. Write refuse or admit.",
        "personalAccounts | true   | Personal accounts: 'true' is not understood. Write refuse or admit.",
        "existingAccount  | merge  | Existing account: 'merge' is not understood. Write refuse or link.",
        "nameCollision    | count  | Name collision: 'count' is not understood. Write refuse or suffix.",
        "catalogVersion   | 1.7    | Catalog version: Write the version of OpenMetadata: 1.8, 1.9 (for 1.9 to 1.13), 2.0 or email-first.",
        "mailDomains      | contoso | Mail domains: 'contoso' is not a mail domain: write names such as contoso.com, separated by commas.",
        "mailDomains      | gmail.com | Mail domains: 'gmail.com' gives mailboxes to everybody: list only domains whose addresses your organisation itself hands out.",
        "reservedNames    | a b    | Reserved names: 'a b' is no reserved name: write name, *ending or name = tenant id:object id.",
        "nameOwners       | admin = ada | Name owners: 'admin = ada' is no reserved name: write name, *ending or name = tenant id:object id.",
        "nameOwners       | admin  | Name owners: 'admin' names no owner: write name = tenant id:object id.",
        "nameOwners       | = x    | Name owners: '= x' is no reserved name: write name, *ending or name = tenant id:object id.",
        "previousAlias    | my old provider | Previous alias: Write the alias of the provider that people signed in with before, such as microsoft."
      })
  void aWrongValueIsAnsweredWithWhatToWrite(String key, String value, String sentence) {
    Setting<?> setting =
        Settings.ALL.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();

    assertThat(problem(setting, key, value)).isEqualTo(sentence);
  }

  @Test
  void aLongWrongWordIsNotRepeatedWhole() {
    assertThat(problem(PeopleSettings.GUESTS, "guests", "x".repeat(81)))
        .contains("'" + "x".repeat(80) + "…'");
    assertThat(problem(PeopleSettings.MAIL_DOMAINS, "mailDomains", "x".repeat(81)))
        .contains("'" + "x".repeat(80) + "…'");
    assertThat(problem(PeopleSettings.NAME_OWNERS, "nameOwners", "x".repeat(81)))
        .contains("'" + "x".repeat(80) + "…'");
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThat(
            problems(
                "mailDomains", "contoso",
                "emailSource", "x",
                "untrustedEmail", "x",
                "guests", "x",
                "personalAccounts", "x",
                "existingAccount", "x",
                "catalogVersion", "x",
                "nameCollision", "x",
                "reservedNames", "x y",
                "nameOwners", "x",
                "previousAlias", "x y"))
        .extracting(SettingsProblem::key)
        .containsExactlyInAnyOrderElementsOf(
            PeopleSettings.ALL.stream().<String>map(Setting::key).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "1.9"})
  void aSuffixNeedsACatalogThatCanLiveWithIt(String version) {
    assertThat(
            problem(
                PeopleSettings.NAME_COLLISION,
                "catalogVersion",
                version,
                "nameCollision",
                "suffix"))
        .isEqualTo(
            "Name collision: OpenMetadata "
                + version
                + " locks out whoever's name is not the part of the address before the @. Write"
                + " refuse.");
    assertThat(problems("catalogVersion", version, "nameCollision", "refuse")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "email-first"})
  void newerCatalogsLiveWithASuffix(String version) {
    assertThat(problems("catalogVersion", version, "nameCollision", "suffix")).isEmpty();
  }

  @Test
  void aSuffixIsNotBlamedForAVersionThatCannotBeRead() {
    assertThat(
            problem(
                PeopleSettings.CATALOG_VERSION, "catalogVersion", "x", "nameCollision", "suffix"))
        .startsWith("Catalog version: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin = %s", "other=%s; admin=%s", "other=%s\nadmin=%s", "admin=%s,"})
  void anOwnerMayHaveAReservedName(String owners) {
    ReservedNames names = reserved("nameOwners", owners.replace("%s", ADA));

    assertThat(names.isReserved("admin")).isTrue();
    assertThat(names.isReserved("ingestion-bot")).isTrue();
    assertThat(names.allows("admin", ADAS_KEY)).isTrue();
    assertThat(names.allows("ingestion-bot", ADAS_KEY)).isFalse();
  }

  @Test
  void ownNamesReplaceTheListAndKeepTheOwners() {
    ReservedNames names = reserved("reservedNames", "root\n*-robot", "nameOwners", "boss = " + ADA);

    assertThat(names.isReserved("root")).isTrue();
    assertThat(names.isReserved("tin-robot")).isTrue();
    assertThat(names.isReserved("boss")).isTrue();
    assertThat(names.allows("boss", ADAS_KEY)).isTrue();
    assertThat(names.isReserved("admin")).isFalse();
  }

  @Test
  void aNameHasOneOwnerAlsoAcrossBothSettings() {
    String sentence = "Name owners: 'admin' is bound to two people: leave one of them.";

    assertThat(problem(PeopleSettings.NAME_OWNERS, "nameOwners", "admin=" + ADA + ";admin=" + EVA))
        .isEqualTo(sentence);
    assertThat(
            problem(
                PeopleSettings.NAME_OWNERS,
                "reservedNames",
                "admin=" + ADA,
                "nameOwners",
                "admin=" + EVA))
        .isEqualTo(sentence);
    assertThat(problems("reservedNames", "admin=" + ADA, "nameOwners", "admin=" + ADA)).isEmpty();
  }

  private static ReservedNames reserved(String... changes) {
    return settings(changes).people().identity().naming().reserved();
  }
}
