package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.LoginHosts;
import java.util.Set;

class AuthorityFuzzTest {

  private static final LoginHosts HOSTS = LoginHosts.microsoftOnly();
  private static final Set<String> MICROSOFTS =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.partner.microsoftonline.cn");

  @DictionaryEntries({
    "https://",
    "http://",
    "login.microsoftonline.com",
    "login.windows.net",
    "/v2.0",
    "/.well-known/openid-configuration",
    "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
    "common",
    "organizations",
    "contoso.com",
    "@",
    ":443",
    "#",
    "?",
    "%2F",
    "\\"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void whateverIsPastedLeadsToMicrosoftOrNowhere(byte[] input) {
    Authority.parse(Fuzzing.text(input), HOSTS)
        .asOptional()
        .ifPresent(
            authority -> {
              Fuzzing.require(
                  MICROSOFTS.contains(authority.base().getRawAuthority()), "Another host");
              Fuzzing.require(authority.base().getScheme().equals("https"), "Not over TLS");
              authority.metadata();
            });
  }
}
