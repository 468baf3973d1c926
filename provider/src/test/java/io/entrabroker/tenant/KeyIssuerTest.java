package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIssuerTest {

  private static final URI BASE = URI.create("https://login.microsoftonline.com");
  private static final TenantId TENANT =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/{TenantId}/v2.0",
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0"
      })
  void aKeyOfEveryTenantOrOfThisOneSignsForIt(String issuer) {
    assertThat(KeyIssuer.vouchesFor(issuer, TENANT, BASE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https://login.microsoftonline.us/{tenantid}/v2.0",
        "https://sts.windows.net/{tenantid}/",
        "{tenantid}",
        "https://login.microsoftonline.com/{tenantid}/{tenantid}/v2.0"
      })
  void aKeyOfAnotherIssuerDoesNot(String issuer) {
    assertThat(KeyIssuer.vouchesFor(issuer, TENANT, BASE)).isFalse();
  }

  @Test
  void noTextButATemplateOfOurHostVouchesForEveryTenant() {
    Random random = new Random(26);
    String template = BASE + "/{tenantid}/v2.0";
    for (int i = 0; i < 20_000; i++) {
      String mutated = mutated(template, random);
      TenantId tenant = new TenantId(new UUID(random.nextLong(), random.nextLong()));

      assertThat(KeyIssuer.vouchesFor(mutated, tenant, BASE))
          .as(mutated)
          .isEqualTo(mutated.equalsIgnoreCase(template) && hasOurHost(mutated));
    }
  }

  @Test
  void aConcreteIssuerVouchesForItsTenantAndForNoOther() {
    Random random = new Random(27);
    for (int i = 0; i < 2_000; i++) {
      TenantId own = new TenantId(new UUID(random.nextLong(), random.nextLong()));
      TenantId other = new TenantId(new UUID(random.nextLong(), random.nextLong()));
      String issuer = TenantPolicy.issuerOf(own, BASE);

      assertThat(KeyIssuer.vouchesFor(issuer, own, BASE)).isTrue();
      assertThat(KeyIssuer.vouchesFor(issuer, other, BASE)).isFalse();
      assertThat(KeyIssuer.isOfHost(issuer, BASE)).isTrue();
      assertThat(KeyIssuer.isOfHost(issuer, URI.create("https://login.microsoftonline.us")))
          .isFalse();
    }
  }

  @Test
  void aKeyServesAnAliasOnlyByATemplate() {
    Endpoints alias = new Endpoints(BASE, "organizations");

    assertThat(KeyIssuer.serves(BASE + "/{tenantid}/v2.0", alias)).isTrue();
    assertThat(KeyIssuer.serves(TenantPolicy.issuerOf(TENANT, BASE), alias)).isFalse();
    assertThat(KeyIssuer.serves("https://evil.example/{tenantid}/v2.0", alias)).isFalse();
    assertThat(KeyIssuer.ofUnnamed(alias)).isEmpty();
  }

  // Only the template itself may be in any case.
  private static boolean hasOurHost(String text) {
    return text.startsWith(BASE + "/") && text.endsWith("/v2.0");
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(4)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, (char) (32 + random.nextInt(95)));
        case 2 -> mutated.setCharAt(at, Character.toUpperCase(mutated.charAt(at)));
        default -> mutated.insert(at, "{tenantid}");
      }
    }
    return mutated.toString();
  }
}
