package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.logout.EndSessionRequest;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.logout.SignOutNotice;
import io.entrabroker.logout.UpstreamSession;
import io.entrabroker.tenant.TenantPolicy;
import java.net.URI;
import java.util.List;

class SignOutFuzzTest {

  private static final URI RETURN_TO = URI.create("https://sso.example/logout_response");

  @DictionaryEntries({
    "https://login.microsoftonline.com/",
    "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
    "/v2.0",
    "11111111-2222-4333-8444-555555555555",
    "common ",
    "&",
    "#"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void aNoticeIsHeardInTheNameOfTheTenantOnlyAndNoAddressIsTooLong(byte[] input) {
    List<String> parts = Fuzzing.texts(input, 3);
    boolean heard =
        new SignOutNotice(parts.get(0), parts.get(1))
            .problem(
                Fuzzing.ENDPOINTS.base(),
                new TenantPolicy.SingleTenant(Fuzzing.TENANT),
                SignOutGuard.ALL)
            .isEmpty();
    Fuzzing.require(
        !heard
            || parts.get(0).equals("https://login.microsoftonline.com/" + Fuzzing.TENANT + "/v2.0"),
        "Another issuer");

    UpstreamSession.parse(parts.get(2))
        .ifPresent(
            session ->
                Fuzzing.require(
                    new EndSessionRequest(Fuzzing.ENDPOINTS, session.hint(), RETURN_TO, "state")
                            .url()
                            .toString()
                            .length()
                        <= 2000,
                    "Too long"));
  }
}
