package io.entrabroker.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.groups.MembershipReading;
import io.entrabroker.keys.KeyLookup;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;
import java.util.Base64;
import java.util.EnumSet;

class ClaimsFuzzTest {

  private static final EntraSettings SETTINGS =
      Fuzzing.settings(
          "guests", "admit",
          "groupBindings", "97009590-0000-4000-8000-000000000001 = Insights",
          "appRoles", "DataSteward = DataSteward");
  private static final GroupNeeds NEEDS = GroupNeeds.of(SETTINGS.groups(), ExistingGroups.none());
  private static final String HEADER = base64("{\"alg\":\"RS256\"}".getBytes(UTF_8));

  @DictionaryEntries({
    "\"oid\":",
    "\"tid\":",
    "\"email\":",
    "\"preferred_username\":",
    "\"groups\":",
    "\"roles\":",
    "\"_claim_names\":",
    "\"_claim_sources\":",
    "\"hasgroups\":",
    "\"acct\":",
    "\"idp\":",
    "\"xms_edov\":",
    "\"verified_primary_email\":",
    "\"sub\":",
    "\"ver\":",
    "\"idtyp\":",
    "\"given_name\":",
    "\"family_name\":",
    "\"name\":",
    "\"upn\":",
    "\"sid\":",
    "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
    "@contoso.example",
    "#EXT#"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void whateverStandsInATrustedTokenIsRead(byte[] claims) {
    String token = HEADER + "." + base64(claims) + ".";
    SignInReading reading =
        new SignInReader(keyId -> new KeyLookup.Unknown(), EnumSet.noneOf(Guard.class))
            .read(token, Fuzzing.EXPECTED, SETTINGS.people().rules());
    if (reading instanceof SignInReading.Accepted accepted) {
      Entitlements.of(
              accepted.claims().appRoles(),
              MembershipReading.of(
                  accepted.claims().groups(),
                  NEEDS,
                  SETTINGS.groups().absentClaim(),
                  GroupSource.silent(Reason.NO_ACCESS_TOKEN)),
              SETTINGS.groups())
          .objection(SETTINGS.groups(), SETTINGS.whenUnknown());
      SETTINGS.people().identity().ofNewcomer(accepted.user());
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
