package io.entrabroker.keycloak.refresh;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

class KeepingFuzzTest {

  @DictionaryEntries({
    "\"realm\":",
    "\"provider\":",
    "\"owner\":",
    "\"client\":",
    "\"nonce\":",
    "\"base\":",
    "\"minutes\":",
    "https://"
  })
  @FuzzTest(maxDuration = "3s")
  void whatWasReadIsWrittenAndReadTheSame(byte[] text) {
    Optional<Keeping> read = Keeping.parse(new String(text, StandardCharsets.UTF_8));
    if (read.isPresent() && !Keeping.parse(read.get().text()).equals(read)) {
      throw new AssertionError("Another reading");
    }
  }
}
