package io.entrabroker.operations.catalog;

import static io.entrabroker.operations.catalog.Nodes.authentication;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import java.net.URI;
import org.junit.jupiter.api.Test;

class WayBackTest {

  private static final SecuritySettings WANTED = client("web", "realms-secret");

  private static SecuritySettings client(String id, String secret) {
    return authentication(
        "'provider':'custom-oidc','clientType':'confidential','oidcConfiguration':{'id':'"
            + id
            + "','secret':'"
            + secret
            + "','discoveryUri':'https://kc/d'}");
  }

  private static String problem(Parsed<WayBack> parsed) {
    return parsed.fold(way -> "none", problem -> problem);
  }

  private static WayBack way(Parsed<WayBack> parsed) {
    return parsed.asOptional().orElseThrow();
  }

  @Test
  void theRealmsOwnClientHadTheRealmsOwnSecret() {
    WayBack back = way(WayBack.of(client("web", "*********"), WANTED, ""));

    assertThat(back.settings().secret()).contains("realms-secret");
    assertThat(back.isWhole()).isTrue();
  }

  @Test
  void theSecretOfAnotherClientHasToBeGiven() {
    SecuritySettings before = client("other", "*********");

    assertThat(problem(WayBack.of(before, WANTED, "")))
        .contains("client other", "OPENMETADATA_EARLIER_CLIENT_SECRET", "--without-way-back")
        .doesNotContain("realms-secret");
    assertThat(way(WayBack.of(before, WANTED, "given")).settings().secret()).contains("given");
  }

  @Test
  void theSameIdOfAnotherRealmIsAnotherClient() {
    SecuritySettings elsewhere =
        authentication(
            "'provider':'custom-oidc','clientType':'confidential','oidcConfiguration':{'id':'web',"
                + "'secret':'*********','discoveryUri':'https://other/d'}");

    assertThat(problem(WayBack.of(elsewhere, WANTED, ""))).contains("client web");
  }

  @Test
  void aSecretThatIsShownIsTheWayBack() {
    assertThat(way(WayBack.of(client("other", "seen"), WANTED, "")).settings().secret())
        .contains("seen");
  }

  @Test
  void aMaskedSecretOfAnotherProviderCannotBeReplaced() {
    SecuritySettings ldap =
        authentication("'provider':'ldap','ldapConfiguration':{'dnAdminPassword':'*********'}");

    assertThat(problem(WayBack.of(ldap, WANTED, "given"))).contains("dnAdminPassword");
  }

  @Test
  void whatOtherProvidersHaveNothingInIsNotWrittenBack() {
    SecuritySettings basic =
        authentication(
            "'provider':'basic','clientType':'public','ldapConfiguration':{'dnAdminPassword':"
                + "'*********'},'samlConfiguration':{},'oidcConfiguration':{'secret':'*********'}");

    assertThat(way(WayBack.of(basic, WANTED, "")).settings().sections().toString())
        .contains("basic")
        .doesNotContain("ldap", "saml", "oidc", "***");
  }

  @Test
  void withoutTheSecretItIsNoWholeWay() {
    WayBack part = WayBack.withoutSecrets(client("other", "*********"));

    assertThat(part.isWhole()).isFalse();
    assertThat(part.settings().sections().toString()).contains("other").doesNotContain("***");
  }

  @Test
  void theFileHoldsEverythingAndIsReadAgain() {
    WayBack back = way(WayBack.of(client("other", "*********"), WANTED, "given"));
    Rollback rollback = new Rollback(URI.create("https://catalog"), back);

    Parsed<Rollback> read = Rollback.parse(rollback.text());

    assertThat(read.asOptional()).contains(rollback);
    assertThat(rollback).asString().doesNotContain("given");
  }

  @Test
  void aFileWithAMaskOrOfAnotherKindIsRefused() {
    String text =
        new Rollback(URI.create("https://c"), WayBack.whole(client("a", "secret"))).text();

    String masked = text.replace("\"secret\" : \"secret\"", "\"secret\" : \"*********\"");
    String problem = Rollback.parse(masked).fold(read -> "read", refused -> refused);
    assertThat(problem).contains("asterisks");
    assertThat(Rollback.parse("{}").asOptional()).isEmpty();
    assertThat(Rollback.parse("no json").asOptional()).isEmpty();
    assertThat(Rollback.parse(text.replace("https://c", "ftp://c")).asOptional()).isEmpty();
  }
}
