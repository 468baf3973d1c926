package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.keys.KeySet;

class KeySetFuzzTest {

  @DictionaryEntries({
    "{\"keys\":[",
    "\"kty\":\"RSA\"",
    "\"use\":\"sig\"",
    "\"kid\":",
    "\"n\":",
    "\"e\":\"AQAB\"",
    "\"issuer\":",
    "https://login.microsoftonline.com/{tenantid}/v2.0",
    "\"alg\":\"RS256\"",
    "\"x5c\":[",
    "\"EC\"",
    "\"oct\""
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void aKeySetHasUsableKeysOrIsNone(byte[] json) {
    KeySet.parse(Fuzzing.text(json), Fuzzing.ENDPOINTS)
        .asOptional()
        .ifPresent(
            set -> {
              Fuzzing.require(!set.keys().isEmpty(), "An empty set");
              set.keys()
                  .values()
                  .forEach(
                      key ->
                          Fuzzing.require(
                              key.key().getModulus().bitLength() >= 2048, "A short key"));
            });
  }
}
