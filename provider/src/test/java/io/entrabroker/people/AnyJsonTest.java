package io.entrabroker.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.claims.GroupId;
import io.entrabroker.claims.GroupsClaim;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keys.KeyLookup;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.Setting;
import io.entrabroker.settings.Settings;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailSource;
import io.entrabroker.user.EntraUserReader;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.PersonName;
import io.entrabroker.user.PersonRules;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a token, a stored text or a configuration holds: an answer, never an exception. */
class AnyJsonTest {

  private static final int TRIES = 1_000;
  private static final JsonNode NOTHING = MissingNode.getInstance();
  private static final PersonRules RULES =
      new PersonRules(
          MailDomains.of("contoso.example"),
          EmailSource.MAIL_THEN_UPN,
          Set.of(AccountKind.values()));

  private final AnyJson any = new AnyJson(20_261_122);

  @Test
  void noClaimsMakeTheReadersOfPeopleAndGroupsThrow() {
    for (int i = 0; i < TRIES; i++) {
      Map<String, Object> claims = i % 2 == 0 ? any.claims() : any.anyClaims();
      EntraClaims read = new EntraClaims(claims);

      assertThatCode(
              () -> {
                EntraUserReader.read(read, RULES);
                GroupsClaim.in(claims);
                read.appRoles();
                read.audiences();
                read.time("exp");
              })
          .as("%s", claims)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void noTextMakesTheReaderOfTokensThrow() {
    for (int i = 0; i < TRIES; i++) {
      String token = FictionalRealm.token(any.claims());
      String odd = i % 2 == 0 ? token : any.spoilt(token);
      Set<Guard> guards = i % 3 == 0 ? Guard.ALL : Set.of();

      assertThatCode(() -> read(odd, guards)).as(odd).doesNotThrowAnyException();
    }
  }

  @Test
  void noTokenIsAcceptedThatNobodySigned() {
    for (int i = 0; i < TRIES; i++) {
      assertThat(read(any.spoilt(FictionalRealm.token(any.claims())), Guard.ALL))
          .isInstanceOf(SignInReading.Refused.class);
    }
  }

  private static SignInReading read(String token, Set<Guard> guards) {
    Expectation expected =
        new Expectation(
            "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001",
            "nonce",
            new TenantPolicy.SingleTenant(TenantId.parse(FictionalSignIns.TENANT).orElseThrow()),
            URI.create("https://login.microsoftonline.com"),
            Instant.EPOCH);
    return new SignInReader(keyId -> new KeyLookup.Unknown(), guards).read(token, expected, RULES);
  }

  @Test
  void noTextMakesTheReaderOfCarriedFactsThrow() throws JsonProcessingException {
    String honest =
        new SignInFacts(
                new Entitlements(
                    Set.of("Catalog.Steward"),
                    GroupMembership.Known.of(
                        Set.of(
                            GroupId.parse("11111111-0000-4000-8000-000000000001").orElseThrow()))),
                AddressProof.HELD,
                "user",
                new PersonName("Ada", "Lovelace"))
            .text();
    for (int i = 0; i < TRIES; i++) {
      Map<String, Object> other = PersonFixture.JSON.readValue(honest, PersonFixture.OBJECT);
      other.put(any.oneOf(List.copyOf(other.keySet())), any.value());
      String text = i % 2 == 0 ? any.spoilt(honest) : PersonFixture.JSON.writeValueAsString(other);

      assertThatCode(() -> SignInFacts.parse(text)).as(text).doesNotThrowAnyException();
    }
  }

  @Test
  void noConfigurationMakesTheReaderOfSettingsThrow() {
    SettingsReader reader = new SettingsReader(LoginHosts.microsoftOnly());
    for (int i = 0; i < TRIES; i++) {
      Map<String, String> config = new HashMap<>(FictionalSignIns.SETTINGS);
      for (int change = 0; change < 3; change++) {
        Setting<?> setting = any.oneOf(Settings.ALL);
        config.put(setting.key(), anySetting(setting));
      }

      assertThatCode(() -> reader.read(config)).as("%s", config).doesNotThrowAnyException();
      SettingsReading reading = reader.read(config);
      assertThat(reading.settings().isPresent()).isEqualTo(reading.problems().isEmpty());
    }
  }

  // Null, too: the admin API lets it through.
  private String anySetting(Setting<?> setting) {
    Object value = any.value();
    if (value == null) {
      return null;
    }
    String text = value.toString();
    return setting.field() instanceof Setting.Field.Choice choice
        ? any.oneOf(List.of(text, any.oneOf(choice.options())))
        : text;
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void whoeverIsLetInHasATokenThatTheCatalogTakes(CatalogVersion version) {
    int letIn = 0;
    for (int i = 0; i < TRIES; i++) {
      Map<String, Object> claims = any.claims();
      EntraSettings settings = settings(version);
      for (ClientKind client : ClientKind.values()) {
        Outcome outcome =
            new FictionalRealm(
                    settings, FictionalSignIns.setup(version, client), NOTHING, anyGraph())
                .arrive(claims);
        if (outcome instanceof Outcome.LetIn person) {
          letIn++;
          check(person, claims);
        }
      }
    }

    assertThat(letIn).as("enough of them to mean something").isGreaterThan(TRIES / 2);
  }

  private static void check(Outcome.LetIn person, Map<String, Object> claims) {
    Map<String, Object> token = person.token();
    assertThat(token).as("%s", claims).containsEntry("email_verified", true);
    String email = (String) token.get("email");
    String username = (String) token.get("preferred_username");
    assertThat(username)
        .isEqualTo(username.toLowerCase(Locale.ROOT))
        .isNotEmpty()
        .doesNotContain("@", "/", "::");
    assertThat(email).isEqualTo(email.toLowerCase(Locale.ROOT)).startsWith(username + "@");
    assertThat((Collection<?>) token.get("roles")).isNotEmpty();
    assertThat(person.prediction().isAccepted()).as("%s", claims).isTrue();
  }

  private EntraSettings settings(CatalogVersion version) {
    Map<String, String> config = new HashMap<>(FictionalSignIns.SETTINGS);
    config.put("catalogVersion", version.text());
    config.put("guests", any.oneOf(List.of("admit", "refuse")));
    config.put("emailSource", any.oneOf(List.of("mail", "mail_then_upn")));
    config.put("untrustedEmail", any.oneOf(List.of("verify", "refuse")));
    config.put("unknownGroups", any.oneOf(List.of("keep", "refuse")));
    config.put("absentGroups", any.oneOf(List.of("none", "unknown")));
    config.put("appRoles", "Catalog.Steward = DataSteward");
    config.put("groupBindings", "11111111-0000-4000-8000-000000000001 = Finance");
    return new SettingsReader(LoginHosts.microsoftOnly()).read(config).settings().orElseThrow();
  }

  private GroupSource anyGraph() {
    return GroupSource.silent(any.oneOf(Arrays.asList(GroupMembership.Reason.values())));
  }
}
