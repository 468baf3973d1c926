package io.entrabroker.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job, with the buttons that people press. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class SignInInTheBrowserIT {

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
  }

  @ParameterizedTest
  @CsvSource({
    "entra, CONFIDENTIAL",
    "entra, PUBLIC",
    "entra-spa, CONFIDENTIAL",
    "entra-spa, PUBLIC",
    "entra-implicit, CONFIDENTIAL",
    "entra-implicit, PUBLIC"
  })
  void theCatalogGetsAda(String upstream, CatalogClient client, Visitor ada) {
    CatalogPages catalog = signedIn(ada, upstream, client);

    AdasToken.assertIs(catalog.idToken(), client, stack);
    assertThat(realm.users()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(CatalogClient.class)
  void aRenewalGivesAnotherTokenForTheSamePerson(CatalogClient client, Visitor ada) {
    CatalogPages catalog = signedIn(ada, "entra", client);
    String first = Json.claims(catalog.idToken()).path("jti").asText();
    catalog.renews();

    assertThat(Json.claims(catalog.idToken()).path("jti").asText()).isNotEqualTo(first);
    AdasToken.assertIs(catalog.idToken(), client, stack);
  }

  private CatalogPages signedIn(Visitor ada, String upstream, CatalogClient client) {
    CatalogPages catalog = CatalogPages.openedBy(ada, stack);
    catalog.chooses(upstream);
    catalog.signsInWith(client);
    ada.picksAtMicrosoft(AdasToken.USERNAME);
    catalog.assertShows(AdasToken.USERNAME, AdasToken.EMAIL, AdasToken.DISPLAY_NAME);
    return catalog;
  }
}
