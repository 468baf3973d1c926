package io.entrabroker.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.clientauth.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSealTest {

  private static final Secret TOKEN = new Secret("0.AXoA-a-refresh-token");
  private static final byte[] IV = "twelve bytes".getBytes(StandardCharsets.UTF_8);
  private static final TokenSeal SEAL = TokenSeal.of(new byte[16]);

  private final String sealed = SEAL.seal(TOKEN, "realm/session", IV);

  @Test
  void whatWasSealedOpensInItsPlace() {
    assertThat(SEAL.open(sealed, "realm/session")).contains(TOKEN);
  }

  @Test
  void nothingOfTheTokenShows() {
    assertThat(sealed).doesNotContain("refresh");
    assertThat(Base64.getUrlDecoder().decode(sealed))
        .asString(StandardCharsets.ISO_8859_1)
        .doesNotContain("refresh");
  }

  @Test
  void itDoesNotOpenInAnotherPlace() {
    assertThat(SEAL.open(sealed, "realm/another session")).isEmpty();
  }

  @Test
  void anotherKeyDoesNotOpenIt() {
    byte[] another = new byte[16];
    another[0] = 1;

    assertThat(TokenSeal.of(another).open(sealed, "realm/session")).isEmpty();
  }

  // 20 bytes: room for the initialization vector, but not for the tag. The JDK throws no checked
  // exception for it.
  @Test
  void aTextThatIsShorterThanItsTagDoesNotOpen() {
    assertThat(TokenSeal.of(new byte[32]).open("A".repeat(27), "place")).isEmpty();
  }

  @Test
  void aChangedTextDoesNotOpen() {
    byte[] bytes = Base64.getUrlDecoder().decode(sealed);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;

      assertThat(SEAL.open(Base64.getUrlEncoder().encodeToString(changed), "realm/session"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "%%%", "AAAAAAAAAAAAAAAA", "no base64 at all!"})
  void garbageDoesNotOpen(String text) {
    assertThat(SEAL.open(text, "realm/session")).isEmpty();
  }

  @Test
  void theRealmsKeyIsNotUsedAsItIs() throws Exception {
    javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        javax.crypto.Cipher.ENCRYPT_MODE,
        new javax.crypto.spec.SecretKeySpec(new byte[16], "AES"),
        new javax.crypto.spec.GCMParameterSpec(128, IV));
    cipher.updateAAD("realm/session".getBytes(StandardCharsets.UTF_8));
    byte[] direct = cipher.doFinal(TOKEN.reveal().getBytes(StandardCharsets.UTF_8));

    assertThat(sealed)
        .doesNotEndWith(Base64.getUrlEncoder().withoutPadding().encodeToString(direct));
    assertThat(Base64.getUrlDecoder().decode(sealed)).hasSize(IV.length + direct.length);
  }
}
