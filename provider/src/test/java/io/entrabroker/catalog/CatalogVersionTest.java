package io.entrabroker.catalog;

import static io.entrabroker.catalog.CatalogLimit.ADMIN_NEVER_UNSET;
import static io.entrabroker.catalog.CatalogLimit.DISPLAY_NAME_NOT_STORED;
import static io.entrabroker.catalog.CatalogLimit.DISPLAY_NAME_ONLY_AT_SIGN_UP;
import static io.entrabroker.catalog.CatalogLimit.EMPTY_ROLES_IGNORED;
import static io.entrabroker.catalog.CatalogLimit.SIGN_UP_EMAIL_FROM_USERNAME;
import static io.entrabroker.catalog.CatalogLimit.SUBJECT_BOUND;
import static io.entrabroker.catalog.CatalogLimit.TEAMS_IGNORED;
import static io.entrabroker.catalog.CatalogLimit.TEAMS_ONLY_ADDED;
import static io.entrabroker.catalog.CatalogVersion.EMAIL_FIRST;
import static io.entrabroker.catalog.CatalogVersion.V1_8;
import static io.entrabroker.catalog.CatalogVersion.V1_9;
import static io.entrabroker.catalog.CatalogVersion.V2_0;
import static io.entrabroker.catalog.ClientKind.CONFIDENTIAL;
import static io.entrabroker.catalog.ClientKind.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogVersionTest {

  @ParameterizedTest
  @CsvSource({"1.8, V1_8", "' 1.9 ', V1_9", "2.0, V2_0", "EMAIL-first, EMAIL_FIRST"})
  void aVersionIsReadAsItIsWritten(String text, CatalogVersion version) {
    assertThat(CatalogVersion.parse(text).asOptional()).contains(version);
    assertThat(version.text()).isEqualToIgnoringCase(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.13", "2", "latest", "V2_0"})
  void anotherVersionIsRefusedWithTheKnownOnes(String text) {
    String problem = CatalogVersion.parse(text).fold(version -> "", sentence -> sentence);

    assertThat(problem)
        .startsWith("Write the version of OpenMetadata: 1.8, 1.9 (for 1.9 to 1.13), 2.0");
  }

  @Test
  void everyVersionSaysWhatItCannotTakeBack() {
    assertThat(V1_8.limits(CONFIDENTIAL))
        .containsExactlyInAnyOrder(
            ADMIN_NEVER_UNSET,
            EMPTY_ROLES_IGNORED,
            TEAMS_IGNORED,
            DISPLAY_NAME_NOT_STORED,
            SIGN_UP_EMAIL_FROM_USERNAME);
    assertThat(V1_9.limits(CONFIDENTIAL))
        .containsExactlyInAnyOrder(
            ADMIN_NEVER_UNSET, EMPTY_ROLES_IGNORED, TEAMS_ONLY_ADDED, SIGN_UP_EMAIL_FROM_USERNAME);
    assertThat(V2_0.limits(CONFIDENTIAL))
        .containsExactlyInAnyOrder(ADMIN_NEVER_UNSET, TEAMS_ONLY_ADDED, DISPLAY_NAME_NOT_STORED);
    assertThat(EMAIL_FIRST.limits(CONFIDENTIAL))
        .containsExactlyInAnyOrder(ADMIN_NEVER_UNSET, TEAMS_ONLY_ADDED, SUBJECT_BOUND);
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void inTheBrowserTheLimitsAreTheSameEverywhere(CatalogVersion version) {
    assertThat(version.limits(PUBLIC))
        .containsExactlyInAnyOrder(
            ADMIN_NEVER_UNSET, EMPTY_ROLES_IGNORED, TEAMS_IGNORED, DISPLAY_NAME_ONLY_AT_SIGN_UP);
  }

  @Test
  void emailFirstWithAMappingHasTheLimitsOf20() {
    CatalogSetup mapped =
        CatalogSetup.recommended(EMAIL_FIRST, CONFIDENTIAL, "contoso.example")
            .with(CatalogIdentity.recommendedMapping());

    assertThat(mapped.limits()).isEqualTo(V2_0.limits(CONFIDENTIAL));
  }

  @ParameterizedTest
  @EnumSource(CatalogLimit.class)
  void everyLimitIsASentence(CatalogLimit limit) {
    assertThat(limit.text()).endsWith(".").hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({
    "V1_8, PUBLIC, true",
    "V1_8, CONFIDENTIAL, false",
    "V1_9, PUBLIC, true",
    "V1_9, CONFIDENTIAL, false",
    "V2_0, PUBLIC, true",
    "V2_0, CONFIDENTIAL, true",
    "EMAIL_FIRST, PUBLIC, false",
    "EMAIL_FIRST, CONFIDENTIAL, true",
  })
  void notEveryVersionLivesWithANameThatIsNotTheLocalPart(
      CatalogVersion version, ClientKind client, boolean lives) {
    assertThat(CatalogSuffix.livesWithSuffix(version, client)).isEqualTo(lives);
  }

  @Test
  void aListOfClaimsDoesNotLiveWithASuffixWhereTheAddressComesFirst() {
    CatalogSetup order =
        CatalogSetup.recommended(V2_0, CONFIDENTIAL, "contoso.example")
            .with(CatalogIdentity.ClaimOrder.STANDARD);

    assertThat(CatalogSuffix.livesWithSuffix(order)).isFalse();
  }
}
