package io.entrabroker.it.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final String SECRET = "s.Q8~kx7Hq_-2LmZw4Rt9Yb6Nc1Vd3Fg5Js0Pa";
  private static final String PASSWORD = "a \"quoted\" & <long> password/";

  private final Secrets secrets = new Secrets();

  SearchTest() {
    secrets.add(SecretKind.CLIENT_SECRET, SECRET);
    secrets.add(SecretKind.PASSWORD, PASSWORD);
    secrets.add(SecretKind.PASSWORD, "short");
  }

  @Test
  void aSecretIsFoundAtTheBeginningInTheMiddleAndAtTheEnd() {
    assertThat(in(SECRET)).containsExactly(SecretKind.CLIENT_SECRET);
    assertThat(in(SECRET + " and more")).containsExactly(SecretKind.CLIENT_SECRET);
    assertThat(in("äöü".repeat(99) + SECRET)).containsExactly(SecretKind.CLIENT_SECRET);
  }

  @Test
  void aSecretIsFoundHoweverItIsWritten() {
    for (String written :
        new String[] {
          PASSWORD,
          "a+%22quoted%22+%26+%3Clong%3E+password%2F",
          "a%20%22quoted%22%20%26%20%3Clong%3E%20password%2F",
          "a \\\"quoted\\\" & <long> password\\/",
          "a \\\"quoted\\\" & <long> password/",
          "a &quot;quoted&quot; &amp; &lt;long> password/",
          Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(UTF_8))
        }) {
      assertThat(in("x=" + written + "&y")).as(written).containsExactly(SecretKind.PASSWORD);
    }
  }

  @Test
  void everySecretOfATextIsFound() {
    assertThat(in(PASSWORD + SECRET))
        .containsExactly(SecretKind.CLIENT_SECRET, SecretKind.PASSWORD);
  }

  @Test
  void whatOnlyBeginsOrEndsLikeASecretIsNone() {
    assertThat(in(SECRET.substring(0, SECRET.length() - 1))).isEmpty();
    assertThat(in("another" + SECRET.substring(SECRET.length() - Secrets.SHORTEST))).isEmpty();
    assertThat(in("short")).isEmpty();
    assertThat(in("")).isEmpty();
  }

  private java.util.Set<SecretKind> in(String text) {
    return new Search(secrets).in(text.getBytes(UTF_8));
  }
}
