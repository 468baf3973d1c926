package io.entrabroker.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealmImportIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXPORT =
      "/openmetadata/partial-export?exportClients=true&exportGroupsAndRoles=true";

  @RegisterExtension static final ImportedRealm UNTOUCHED = ImportedRealm.inAnEmptyEnvironment();

  @RegisterExtension static final ImportedRealm SITE = ImportedRealm.atASite();

  @Test
  void everyLeafOfTheFileSurvivesTheImport() throws IOException {
    assertThat(lostIn(UNTOUCHED)).isEmpty();
  }

  @Test
  void everyValueOfTheEnvironmentArrivesWhereItBelongs() throws IOException {
    assertThat(lostIn(SITE)).isEmpty();
  }

  @Test
  void theSecretArrivesToo() {
    String id =
        SITE.admin().get("/openmetadata/clients?clientId=openmetadata-web").at("/0/id").asText();

    assertThat(SITE.admin().get("/openmetadata/clients/" + id + "/client-secret").path("value"))
        .hasToString("\"" + ImportedRealm.CLIENT_SECRET + "\"");
  }

  @Test
  void theUserProfileIsInForceAsWritten() throws IOException {
    JsonNode file = JSON.readTree(UNTOUCHED.fileWithValues());
    String profile =
        file.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();

    assertThat(RealmLeaves.of(UNTOUCHED.admin().get("/openmetadata/users/profile")))
        .containsAll(RealmLeaves.of(JSON.readTree(profile)));
  }

  @Test
  void keycloakAddsNothingThatLetsAnybodyIn() throws IOException {
    assertThat(Entrances.of(exported(UNTOUCHED))).isSubsetOf(committed());
  }

  @Test
  void theListOfWhatLetsPeopleInIsNotLongerThanNeeded() throws IOException {
    Set<String> site = Entrances.of(exported(UNTOUCHED));

    assertThat(committed().stream().filter(line -> !line.startsWith("flow: ")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(site).contains(line));
  }

  @Test
  void nobodyIsInTheRealm() {
    assertThat(UNTOUCHED.admin().get("/openmetadata/users")).isEmpty();
  }

  private static JsonNode exported(ImportedRealm realm) {
    return realm.admin().post(EXPORT, Map.of()).body();
  }

  private static Set<String> lostIn(ImportedRealm realm) throws IOException {
    Set<String> lost = new TreeSet<>(expected(realm));
    assertThat(lost).hasSizeGreaterThan(500);
    lost.removeAll(RealmLeaves.of(exported(realm)));
    return lost;
  }

  /** Keycloak drops empty settings of a provider and masks secrets in an export. */
  private static Set<String> expected(ImportedRealm realm) throws IOException {
    return RealmLeaves.of(JSON.readTree(realm.fileWithValues())).stream()
        .filter(line -> !line.matches("/identityProviders\\[entra]/config/\\w+ = "))
        .map(line -> line.replaceFirst("(/(secret|clientSecret) = ).*", "$1**********"))
        .collect(Collectors.toSet());
  }

  private static Set<String> committed() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(RealmImportIT.class.getResourceAsStream("entrances.txt"))) {
      return Stream.of(new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toSet());
    }
  }
}
