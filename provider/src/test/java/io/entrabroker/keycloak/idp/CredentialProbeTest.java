package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.keycloak.token.TokenAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialProbeTest {

  @Test
  void permissionsOfTheApplicationAreRead() {
    CredentialProbe probe = of("{\"roles\":[\"User.Read.All\",\"Directory.Read.All\"]}");

    assertThat(probe.outcome()).isEqualTo(new Probe.Fine());
    assertThat(probe.permissions()).containsExactly("Directory.Read.All", "User.Read.All");
  }

  @Test
  void mostApplicationsHaveNone() {
    assertThat(of("{}")).isEqualTo(new CredentialProbe(new Probe.Fine(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.!.c", "a.e30x.c", "", ".."})
  void aTokenThatIsNotReadProvesTheCredentialAllTheSame(String token) {
    assertThat(CredentialProbe.of(new TokenAnswer.NoIdToken(new Secret(token))))
        .isEqualTo(new CredentialProbe(new Probe.Fine(), List.of()));
  }

  @Test
  void noAnswerProvesNothing() {
    assertThat(CredentialProbe.of(new TokenAnswer.Unreachable("")).outcome())
        .isEqualTo(new Probe.Silent("no usable answer"));
  }

  private static CredentialProbe of(String claims) {
    String middle =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return CredentialProbe.of(new TokenAnswer.NoIdToken(new Secret("h." + middle + ".s")));
  }
}
