package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.ClaimsChallenge.NONE;
import static io.entrabroker.diagnostics.ClaimsChallenge.broughtByABrowser;
import static io.entrabroker.diagnostics.ClaimsChallenge.sentByMicrosoft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsChallengeTest {

  private static final String POLICIES =
      "{\"access_token\":{\"capolids\":{\"essential\":true,"
          + "\"values\":[\"3b1a0f5e-7f0c-4a51-9d2b-6f4b7a1c2d3e\"]}}}";
  private static final String CONTEXT =
      "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
  private static final String ADDRESS =
      "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1604106651\"},"
          + "\"xms_rp_ipaddr\":{\"value\":\"192.0.2.1\"}},\"id_token\":{\"auth_time\":null}}";

  @ParameterizedTest
  @ValueSource(strings = {POLICIES, CONTEXT, ADDRESS})
  void whatMicrosoftDemandsGoesBackAsItCame(String challenge) {
    assertThat(sentByMicrosoft(challenge).parameter()).isEqualTo(challenge);
  }

  @Test
  void ofWhatABrowserBringsOnlyPoliciesAreKept() {
    assertThat(broughtByABrowser(POLICIES)).isEqualTo(sentByMicrosoft(POLICIES));
    assertThat(broughtByABrowser(CONTEXT)).isEqualTo(sentByMicrosoft(CONTEXT));
    assertThat(broughtByABrowser(ADDRESS)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "claims",
        "[]",
        "null",
        "{}",
        "{\"access_token\":null}",
        "{\"access_token\":{}}",
        "{\"userinfo\":{\"email\":null}}",
        "{\"access_token\":{\"acrs\":null}} and more",
        "{\"access_token\":{\"acrs\":null},\"access_token\":{\"acrs\":null}}",
        "{\"access_token\":{\"acrs\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}}}}",
        "{\"access_token\":{\"<script>\":null}}"
      })
  void anythingElseDemandsNothing(String text) {
    assertThat(sentByMicrosoft(text)).isEqualTo(NONE);
    assertThat(broughtByABrowser(text).isPresent()).isFalse();
  }

  @Test
  void membersThatOpenIdConnectDoesNotKnowAreLeftOut() {
    assertThat(
            sentByMicrosoft(
                    "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\","
                        + "\"note\":\"x\",\"values\":[\"c1\",7,\"a\\u0000b\"]},\"odd\":\"x\"},"
                        + "\"redirect_uri\":{\"x\":null}}")
                .parameter())
        .isEqualTo(
            "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\",\"values\":[\"c1\"]},"
                + "\"odd\":null}}");
  }

  @Test
  void valuesAreCountedAndTheWholeIsMeasured() {
    assertThat(sentByMicrosoft(policies(60)).parameter().split("c1", -1)).hasSize(51);
    assertThat(sentByMicrosoft(policies(2000))).isEqualTo(NONE);
  }

  private static String policies(int count) {
    return "{\"access_token\":{\"acrs\":{\"values\":["
        + IntStream.range(0, count).mapToObj(i -> "\"c1\"").collect(Collectors.joining(","))
        + "]}}}";
  }
}
