package io.entrabroker.it.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.leaks.Place.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void noSecretBelongsIntoALogAFileAnOutputOrAnyHeader() {
    for (SecretKind secret : SecretKind.values()) {
      for (Kind kind : Set.of(Kind.LOG, Kind.FILE, Kind.OUTPUT, Kind.HEADER)) {
        assertThat(secret.belongsTo(new Place(kind, "/admin/realms/x/clients"))).isFalse();
      }
    }
  }

  @Test
  void nothingOfMicrosoftsAndNoPasswordBelongsIntoAnyAnswer() {
    Place somewhere = new Place(Kind.BODY, "/realms/openmetadata/protocol/openid-connect/token");

    assertThat(EnumSet.allOf(SecretKind.class))
        .filteredOn(secret -> secret.belongsTo(somewhere))
        .containsExactly(SecretKind.KEYCLOAKS_TOKEN);
  }

  @Test
  void aClientsSecretIsShownWhereItIsAskedForAndNowhereElse() {
    String resource = "/admin/realms/openmetadata/openmetadata/";

    assertThat(shown(resource + "catalog-config/env?secret=include")).isTrue();
    assertThat(shown(resource + "catalog-config/env")).isFalse();
    assertThat(shown(resource + "doctor?secret=include")).isFalse();
    assertThat(shown("/admin/realms/openmetadata/identity-provider/instances")).isFalse();
  }

  private static boolean shown(String target) {
    return SecretKind.CLIENT_SECRET.belongsTo(new Place(Kind.BODY, target));
  }
}
