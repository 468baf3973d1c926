package io.entrabroker.quickstart.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.quickstart.upstream.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInCheckTest {
  private static final Person ADA =
      new Person("7", "ada@example.org", "Ada", "ada@example.org", Person.Standing.MEMBER);

  private ASmallWorld world;

  @BeforeEach
  void start() throws IOException {
    world = new ASmallWorld();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aPersonSignsInOverEveryWay() {
    assertThat(check())
        .extracting(SignInCheck.Result::combination)
        .containsExactly(
            "entra -> openmetadata-web (confidential)",
            "entra -> openmetadata-spa (public, code)",
            "entra -> openmetadata-spa (public, id_token)");
    assertThat(check())
        .allSatisfy(
            result ->
                assertThat(result)
                    .isInstanceOfSatisfying(
                        SignInCheck.Result.Passed.class,
                        passed ->
                            assertThat(passed.user())
                                .hasToString(
                                    "username=ada email=ada@example.org"
                                        + " roles=[DataConsumer] teams=[Analytics]")));
  }

  @Test
  void theAccountIsPickedAndConsentIsGivenInEachOfThem() {
    check();

    assertThat(world.submitted())
        .containsExactly(
            "user=7&upstream=entra", "consent=yes",
            "user=7&upstream=entra", "consent=yes",
            "user=7&upstream=entra", "consent=yes");
  }

  @Test
  void whoeverTheCatalogTakesForSomebodyElseHasFailed() {
    world.catalogKnows("grace", "grace@example.org");

    assertThat(check())
        .allSatisfy(
            result ->
                assertThat(reason(result))
                    .isEqualTo(
                        "signed in as somebody else: username=grace email=grace@example.org"
                            + " roles=[DataConsumer] teams=[Analytics]"));
  }

  @Test
  void whoeverHasNoRoleHasFailed() {
    world.catalogGivesNoRole();

    assertThat(check())
        .allSatisfy(result -> assertThat(reason(result)).startsWith("signed in without any role"));
  }

  @Test
  void aRefusalIsToldWithThePageWhereItEndedAndWithoutItsParameters() {
    world.realmRefuses();

    assertThat(check())
        .allSatisfy(
            result ->
                assertThat(reason(result))
                    .contains("stopped with 403 at localhost:")
                    .contains("/broker: Not today")
                    .doesNotContain("secret-code"));
  }

  @Test
  void anAnswerToAnotherRequestIsNotTaken() {
    world.realmChangesState();

    assertThat(check().subList(1, 3))
        .allSatisfy(result -> assertThat(reason(result)).contains("another state"));
  }

  @Test
  void anIdTokenForAnotherRequestIsNotTaken() {
    world.realmChangesNonce();

    assertThat(reason(check().get(2))).contains("another nonce");
  }

  @Test
  void aTokenEndpointThatAPageMayNotReadIsAFailure() {
    world.realmForbidsOtherOrigins();

    assertThat(reason(check().get(1))).contains("/token may not be read by a page of");
  }

  @Test
  void eachSignInBeginsAnew() {
    List<String> preparations = new ArrayList<>();
    new SignInCheck(world.site()).overEveryWay("entra", ADA, () -> preparations.add("x"));

    assertThat(preparations).hasSize(3);
    assertThat(world.cookiesAtStart()).isEmpty();
  }

  private List<SignInCheck.Result> check() {
    return new SignInCheck(world.site()).overEveryWay("entra", ADA, () -> {});
  }

  private static String reason(SignInCheck.Result result) {
    assertThat(result).isInstanceOf(SignInCheck.Result.Failed.class);
    return ((SignInCheck.Result.Failed) result).reason();
  }
}
