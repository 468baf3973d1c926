package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserOwnerTest {

  private static final IdentityKey ADA =
      IdentityKey.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c:00000000-0000-4000-8000-00000000ada0")
          .orElseThrow();

  @Test
  void aUserOfNobodysIsNotAnothers() {
    assertThat(new UserOwner("").isAnotherThan(ADA)).isFalse();
  }

  @Test
  void aUserOfOnesOwnIsNotAnothers() {
    assertThat(new UserOwner(ADA.toString()).isAnotherThan(ADA)).isFalse();
  }

  @Test
  void aUserWithAnotherAccountIsAnothers() {
    assertThat(new UserOwner("null:" + ADA.objectId()).isAnotherThan(ADA)).isTrue();
  }
}
