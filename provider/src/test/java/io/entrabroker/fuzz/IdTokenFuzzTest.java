package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.keys.KeyLookup;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;

class IdTokenFuzzTest {

  private static final EntraSettings SETTINGS = Fuzzing.settings();

  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void whatNoKeySignedLetsNobodyIn(byte[] token) {
    SignInReading reading =
        new SignInReader(keyId -> new KeyLookup.Unknown(), Guard.ALL)
            .read(Fuzzing.text(token), Fuzzing.EXPECTED, SETTINGS.people().rules());

    Fuzzing.require(reading instanceof SignInReading.Refused, "Accepted");
  }
}
