package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.UserChange;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person signs in, the directory changes, the person signs in again. */
class ChangingDirectoryTest {

  private static final Directory CONTOSO = Directory.contoso();
  private static final String NEW_APP = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000099";
  private static final String NEW_ID = "ada00000-0000-4000-8000-000000000099";

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(CONTOSO);

  @AfterEach
  void contosoAgain() {
    SIMULATOR.entra().replaceDirectory(CONTOSO);
  }

  @Test
  void namesAndAddressesOfTheNextTokenAreTheNewOnes() {
    JWTClaimsSet before = idToken(Contoso.ADA);
    change(
        UserChange.rename(Contoso.ADA_ID, "Ada King"),
        UserChange.set(Contoso.ADA_ID, "surname", "King"),
        UserChange.changeMail(Contoso.ADA_ID, "ada@newmail.example"),
        UserChange.changeSignInName(Contoso.ADA_ID, "ada.king@contoso.example"));

    JWTClaimsSet after = idToken("user-ada.king");

    assertThat(after.getClaims())
        .containsEntry("name", "Ada King")
        .containsEntry("family_name", "King")
        .containsEntry("email", "ada@newmail.example")
        .containsEntry("xms_edov", false)
        .containsEntry("preferred_username", "ada.king@contoso.example")
        .containsEntry("oid", Contoso.ADA_ID)
        .containsEntry("sub", before.getSubject())
        .containsEntry("groups", List.of(Contoso.ANALYTICS));
  }

  @Test
  void aGroupOrRoleThatWasTakenAwayIsNotInTheNextToken() {
    assertThat(idToken(Contoso.GRACE).getClaims()).containsKeys("groups", "roles");

    change(
        GroupChange.removeMember(Contoso.STEWARDS, Contoso.GRACE_UPN),
        ApplicationChange.unassign(Contoso.WEB, Contoso.GRACE_UPN));

    assertThat(idToken(Contoso.GRACE).getClaims()).doesNotContainKeys("groups", "roles");
  }

  @Test
  void aRenamedGroupHasItsNewNameAtOnce() {
    change(ApplicationChange.consent(Contoso.WEB, "GroupMember.Read.All"));
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "GroupMember.Read.All");
    assertThat(ada.get("me/memberOf").values("displayName")).contains("Analytics");

    change(GroupChange.rename(Contoso.ANALYTICS, "Insights"));

    assertThat(ada.get("me/memberOf").values("displayName")).contains("Insights");
  }

  @Test
  void somebodyOfTheSameNameIsSomebodyElse() {
    JWTClaimsSet before = idToken(Contoso.ADA);
    change(UserChange.recreate(Contoso.ADA_UPN, NEW_ID));

    JWTClaimsSet after = idToken(Contoso.ADA);

    assertThat(after.getClaims())
        .containsEntry("oid", NEW_ID)
        .containsEntry("email", Contoso.ADA_UPN)
        .doesNotContainKey("groups");
    assertThat(after.getSubject()).isNotEqualTo(before.getSubject());
  }

  @Test
  void anApplicationRegisteredAgainKnowsThePersonByAnotherSubject() {
    JWTClaimsSet before = idToken(Contoso.ADA);
    change(ApplicationChange.registerAgain(Contoso.WEB, NEW_APP));
    String code = SIMULATOR.code(Form.web().with("client_id", NEW_APP), Contoso.ADA);

    JWTClaimsSet after = SIMULATOR.redeem(Form.webCode(code).with("client_id", NEW_APP)).idToken();

    assertThat(after.getAudience()).containsExactly(NEW_APP);
    assertThat(after.getClaims()).containsEntry("oid", Contoso.ADA_ID);
    assertThat(after.getSubject()).isNotEqualTo(before.getSubject());
    assertThat(SIMULATOR.browser().open(SIMULATOR.authorize(Form.web())).body())
        .contains("AADSTS700016");
  }

  private static void change(DirectoryChange... changes) {
    SIMULATOR.entra().change(changes);
  }

  private static JWTClaimsSet idToken(String userButton) {
    return SIMULATOR.signInThroughWeb(Form.web(), userButton).idToken();
  }
}
