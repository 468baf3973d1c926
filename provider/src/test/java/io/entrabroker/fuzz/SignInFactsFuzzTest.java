package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.signin.SignInFacts;
import java.util.Optional;

class SignInFactsFuzzTest {

  @DictionaryEntries({
    "\"proof\":",
    "\"linkTo\":",
    "\"given\":",
    "\"family\":",
    "\"appRoleValues\":[",
    "\"memberOf\":[",
    "\"named\":[",
    "\"names\":{",
    "\"unknown\":",
    "97009590-0000-4000-8000-000000000001"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void whatWasReadIsWrittenAndReadTheSame(byte[] text) {
    Optional<SignInFacts> facts = SignInFacts.parse(Fuzzing.text(text));

    facts.ifPresent(
        read -> Fuzzing.require(SignInFacts.parse(read.text()).equals(facts), "Another reading"));
  }
}
