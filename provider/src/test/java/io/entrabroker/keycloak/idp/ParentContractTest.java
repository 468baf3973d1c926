package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ParentContractTest {

  interface Grandparent {
    default void fromAnInterface() {}
  }

  static class Parent implements Grandparent {
    protected void guarded() {}
  }

  static class Child extends Parent {
    @Override
    protected void guarded() {}

    @Override
    public void fromAnInterface() {}

    void itsOwn() {}
  }

  static class Orphan extends Parent {
    protected void guardedUntilKeycloakRenamedIt() {}
  }

  static class Widened extends Parent {
    protected void guarded(String parameterOfALaterVersion) {}
  }

  @Test
  void whatOverridesSomethingIsFine() {
    assertThatCode(() -> ParentContract.require(Child.class)).doesNotThrowAnyException();
  }

  @Test
  void whatOverridesNothingStopsTheServer() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ParentContract.require(Orphan.class))
        .withMessageContaining("guardedUntilKeycloakRenamedIt");
  }

  @Test
  void anotherParameterIsAnotherMethod() {
    assertThatIllegalStateException().isThrownBy(() -> ParentContract.require(Widened.class));
  }
}
