package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import io.entrabroker.groups.Samples;
import io.entrabroker.user.PersonName;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInFactsTest {

  private static final PersonName ADA = new PersonName("Ada \"the first\"\n", "Lövelace");
  private static final GroupMembership MEMBERSHIP =
      new Known(
          Set.of(Samples.STEWARDS, Samples.FINANCE),
          Set.of(Samples.FINANCE),
          Map.of(Samples.FINANCE, "Finance {€}"));

  @ParameterizedTest
  @EnumSource(AddressProof.class)
  void whatIsWrittenIsReadAgain(AddressProof proof) {
    SignInFacts facts =
        new SignInFacts(
            new Entitlements(Set.of("Catalog.Admin", "x"), MEMBERSHIP), proof, "user-1", ADA);

    assertThat(SignInFacts.parse(facts.text())).contains(facts);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void unknownMembershipStaysUnknownForItsReason(Reason reason) {
    SignInFacts facts = facts(new Unknown(reason));

    assertThat(SignInFacts.parse(facts.text())).contains(facts);
  }

  @Test
  void nothingStaysNothing() {
    SignInFacts facts =
        new SignInFacts(
            new Entitlements(Set.of(), Known.of(Set.of())),
            AddressProof.HELD,
            "",
            new PersonName("", ""));

    assertThat(SignInFacts.parse(facts.text())).contains(facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"HELD\"",
        "{",
        "{}",
        "{\"memberOf\":[]}",
        "{\"proof\":\"HELD\"}",
        "{\"proof\":\"held\",\"memberOf\":[]}",
        "{\"proof\":null,\"memberOf\":[]}",
        "{\"proof\":\"HELD\",\"memberOf\":null}",
        "{\"proof\":\"HELD\",\"memberOf\":\"all\"}",
        "{\"proof\":\"HELD\",\"memberOf\":{}}",
        "{\"proof\":\"HELD\",\"unknown\":\"WHATEVER\"}",
        "{\"proof\":\"HELD\",\"unknown\":\"WHATEVER\",\"memberOf\":[]}",
        "{\"proof\":\"HELD\",\"unknown\":null,\"memberOf\":[]}"
      })
  void anythingElseIsNotRead(String text) {
    assertThat(SignInFacts.parse(text)).isEmpty();
  }

  @Test
  void whatIsNoIdInAListGivesNoGroup() {
    String text =
        "{\"proof\":\"HELD\",\"memberOf\":[\"x\",\""
            + Samples.STEWARDS
            + "\",7],\"named\":\"y\",\"names\":{\"z\":\"Z\"}}";

    assertThat(SignInFacts.parse(text))
        .map(facts -> facts.entitlements().membership())
        .contains(Known.of(Set.of(Samples.STEWARDS)));
  }

  private static SignInFacts facts(GroupMembership membership) {
    return new SignInFacts(
        new Entitlements(Set.of(), membership), AddressProof.BELIEVED, "user-1", ADA);
  }
}
