package io.entrabroker.it.signout;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.Map;

/** What tests of Entra's front-channel logout share. */
abstract class NoticeTest extends SignOutTest {

  static final String SID = "00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b";
  static final String OTHER_SID = "00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4c";

  /** Signs Ada in with a session at Microsoft of this id. */
  final void signsIn(Person ada, String alias, String sid) {
    stack.simulator().tamperWithNextIdToken(Tampering.with().claim("sid", sid));
    ada.signsIn(alias, ADA);
  }

  /** The issuer of the simulator's tenant. */
  final String issuer() {
    return stack.authority() + "/v2.0";
  }

  /** The address that Entra's page opens in a hidden frame. */
  final String notice(String alias, String issuer, String sid) {
    return endpoint(alias) + "/frontchannel_logout?" + App.form(Map.of("iss", issuer, "sid", sid));
  }
}
