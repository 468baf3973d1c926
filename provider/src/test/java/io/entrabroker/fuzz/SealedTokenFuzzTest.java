package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.refresh.TokenSeal;

class SealedTokenFuzzTest {

  private static final TokenSeal SEAL = TokenSeal.of(new byte[32]);

  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void whatNobodySealedDoesNotOpen(byte[] sealed) {
    Fuzzing.require(SEAL.open(Fuzzing.text(sealed), "place").isEmpty(), "Opened");
  }
}
