package io.entrabroker.operations.catalog;

import static io.entrabroker.operations.catalog.Nodes.authentication;
import static io.entrabroker.operations.catalog.Nodes.authorizer;
import static io.entrabroker.operations.catalog.Nodes.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecuritySettingsTest {

  private static final String CONFIDENTIAL =
      "'provider':'custom-oidc','clientType':'confidential','oidcConfiguration':"
          + "{'id':'web','secret':'s3cret','discoveryUri':'https://kc/d'}";

  private static List<String> sentences(SecuritySettings before, SecuritySettings after) {
    return before.differences(after).stream().map(Difference::sentence).toList();
  }

  @Test
  void whatTheRealmDoesNotSpeakOfStays() {
    SecuritySettings merged =
        authentication("'clientType':'confidential','oidcConfiguration':{'maxClockSkew':'5'}")
            .under(authentication(CONFIDENTIAL));

    assertThat(merged.oidc("maxClockSkew")).isEqualTo("5");
    assertThat(merged.oidc("id")).isEqualTo("web");
    assertThat(merged.authorizer("principalDomain")).isEqualTo("contoso.com");
  }

  @Test
  void aMaskIsNeverPartOfWhatIsWritten() {
    SecuritySettings merged =
        authentication(
                "'clientType':'confidential','oidcConfiguration':{'secret':'*********'},"
                    + "'botSecret':'*****'")
            .under(authentication("'clientType':'confidential','oidcConfiguration':{'id':'web'}"));

    assertThat(merged.sections().toString()).doesNotContain("***");
  }

  @Test
  void sectionsOfOtherProvidersAreLeftOut() {
    SecuritySettings merged =
        authentication(
                "'provider':'ldap','ldapConfiguration':{'host':''},'samlConfiguration':{'idp':{}},"
                    + "'oidcConfiguration':{'id':''}")
            .under(authentication("'provider':'custom-oidc','clientType':'public'"));

    assertThat(merged.sections().get("authenticationConfiguration"))
        .isEqualTo(json("{'provider':'custom-oidc','clientType':'public'}"));
  }

  @Test
  void aSecretIsNeitherShownNorComparedWithItsMask() {
    SecuritySettings masked = authentication(CONFIDENTIAL.replace("s3cret", "*********"));
    SecuritySettings other = authentication(CONFIDENTIAL.replace("s3cret", "0th3r"));

    assertThat(sentences(masked, other)).isEmpty();
    assertThat(sentences(authentication(CONFIDENTIAL), other))
        .singleElement()
        .asString()
        .contains("oidcConfiguration.secret becomes another one")
        .doesNotContain("s3cret", "0th3r");
    assertThat(authentication(CONFIDENTIAL)).asString().doesNotContain("s3cret");
  }

  @Test
  void whatMeansTheSameDoesNotDiffer() {
    assertThat(
            sentences(
                authentication("'a':true,'b':3600,'c':[],'d':null"),
                authentication("'a':'true','b':'3600','e':''")))
        .isEmpty();
  }

  @Test
  void aDifferenceSaysWhatIsAndWhatBecomesOfIt() {
    assertThat(
            sentences(
                authentication("'clientId':'a','publicKeyUrls':['x']"),
                authentication("'clientId':'b','publicKeyUrls':['x','y'],'authority':'z'")))
        .containsExactly(
            "authenticationConfiguration.authority: nothing becomes \"z\"",
            "authenticationConfiguration.clientId: \"a\" becomes \"b\"",
            "authenticationConfiguration.publicKeyUrls: [\"x\"] becomes [\"x\",\"y\"]");
  }

  @Test
  void whatTheCatalogAddsByItselfIsNothingThatItDidNotTake() {
    SecuritySettings wanted = authentication(CONFIDENTIAL);
    SecuritySettings shown =
        authentication(CONFIDENTIAL.replace("s3cret", "*********") + ",'maxActiveSessions':5");

    assertThat(wanted.notTakenBy(shown)).isEmpty();
    assertThat(wanted.notTakenBy(authentication("'provider':'basic'"))).isNotEmpty();
  }

  @Test
  void administratorsStayWhereSomebodyHasThem() {
    SecuritySettings told = authorizer("'adminPrincipals':['admin']");

    assertThat(told.withAdministratorsOf(authorizer("'adminPrincipals':['Ada']")).administrators())
        .containsExactly("ada");
    assertThat(told.withAdministratorsOf(authorizer("'adminPrincipals':[]")).administrators())
        .containsExactly("admin");
    assertThat(
            authorizer("'adminPrincipals':['ada'],'adminEmails':['Grace@contoso.com']")
                .administrators())
        .containsExactly("ada", "grace@contoso.com");
  }

  @Test
  void aPlaceForTheSecretIsNoSecret() {
    assertThat(
            authentication(CONFIDENTIAL.replace("s3cret", "PUT-THE-CLIENT-SECRET-HERE")).secret())
        .isEmpty();
    assertThat(authentication(CONFIDENTIAL.replace("s3cret", "*********")).secret()).isEmpty();
    assertThat(authentication(CONFIDENTIAL).secret()).contains("s3cret");
  }

  @Test
  void teamsAndRolesComeFromTokensOnlyWhereTheSettingsSaySo() {
    assertThat(authentication(CONFIDENTIAL).takesTeams()).isFalse();
    assertThat(authentication(CONFIDENTIAL + ",'jwtTeamClaimMapping':'groups'").takesTeams())
        .isTrue();
    assertThat(authentication("'clientType':'public','jwtTeamClaimMapping':'groups'").takesTeams())
        .isFalse();
    assertThat(authorizer("'useRolesFromProvider':true").takesRoles()).isTrue();
    assertThat(authorizer("'useRolesFromProvider':false").takesRoles()).isFalse();
    assertThat(authorizer("").takesRoles()).isFalse();
  }

  @Test
  void peopleAreFoundByAddressOnlyWithoutAMapping() {
    assertThat(authentication("'emailClaim':'email'").findsByEmail()).isTrue();
    assertThat(
            authentication("'emailClaim':'email','jwtPrincipalClaimsMapping':['username:sub']")
                .findsByEmail())
        .isFalse();
    assertThat(authentication("").findsByEmail()).isFalse();
  }

  @Test
  void whatHasNoSectionsIsNoSettings() {
    assertThatThrownBy(() -> SecuritySettings.of(json("{'message':'no'}")))
        .isInstanceOf(CatalogProblem.class);
  }
}
