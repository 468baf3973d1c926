package io.entrabroker.operations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdminTokenTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  private static AdminToken token(String header, String payload) {
    return new AdminToken(part(header) + "." + part(payload) + ".c2ln");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTokenOfAKeyThatStaysTrustedIsFine() {
    assertThat(token("{'kid':'own'}", "{'exp':1000600}").objection(Set.of("own", "realm"), NOW))
        .isEmpty();
    assertThat(token("{'kid':'own'}", "{}").objection(Set.of("own"), NOW)).isEmpty();
  }

  @Test
  void aTokenThatTheChangeWouldInvalidateIsNot() {
    assertThat(token("{'kid':'google'}", "{'exp':1000600}").objection(Set.of("own"), NOW))
        .hasValueSatisfying(text -> assertThat(text).contains("nothing could be undone"));
  }

  @Test
  void aTokenThatEndsBeforeAnythingCouldBeUndoneIsNot() {
    assertThat(token("{'kid':'own'}", "{'exp':1000060}").objection(Set.of("own"), NOW))
        .hasValueSatisfying(text -> assertThat(text).contains("two minutes"));
  }

  @Test
  void whatNobodyCanTellIsNoObjection() {
    assertThat(token("{'kid':'x'}", "{}").objection(Set.of(), NOW)).isEmpty();
    assertThat(new AdminToken("opaque").objection(Set.of("own"), NOW)).isEmpty();
    assertThat(new AdminToken("a.b.c").objection(Set.of("own"), NOW)).isEmpty();
    assertThat(new AdminToken("opaque")).asString().doesNotContain("opaque");
  }
}
