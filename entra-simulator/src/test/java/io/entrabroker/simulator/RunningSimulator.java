package io.entrabroker.simulator;

import io.entrabroker.simulator.directory.Directory;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts a simulator with a movable clock before the tests of a class, and stops it after them. */
final class RunningSimulator implements BeforeAllCallback, AfterAllCallback {

  private final Directory directory;
  private final SimulatorClock clock = SimulatorClock.system();
  private EntraSimulator entra;

  private RunningSimulator(Directory directory) {
    this.directory = directory;
  }

  static RunningSimulator ofContoso() {
    return new RunningSimulator(Directory.contoso());
  }

  static RunningSimulator of(Directory directory) {
    return new RunningSimulator(directory);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    entra = EntraSimulator.builder().directory(directory).clock(clock).httpsPort(0).start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    entra.close();
  }

  EntraSimulator entra() {
    return entra;
  }

  SimulatorClock clock() {
    return clock;
  }

  TestBrowser browser() {
    return new TestBrowser(entra.trustingSslContext());
  }

  /** The address of an endpoint of Contoso, over http. */
  URI endpoint(String path) {
    return entra.httpUri().resolve("/" + Contoso.TENANT + "/" + path);
  }

  /** An authorization request of Contoso. */
  URI authorize(Form parameters) {
    return URI.create(endpoint("oauth2/v2.0/authorize") + "?" + parameters.encoded());
  }

  URI token() {
    return endpoint("oauth2/v2.0/token");
  }

  /** Signs in with a fresh browser and answers the code. */
  String code(Form request, String userButton) {
    return browser()
        .open(authorize(request))
        .press(userButton)
        .queryOfLocation()
        .getOrDefault("code", "");
  }

  /** Redeems at the token endpoint. */
  TokenReply redeem(Form form, String... headers) {
    return new TokenReply(browser().post(token(), form.values(), headers));
  }

  /** Signs in through the Web application and redeems the code. */
  TokenReply signInThroughWeb(Form request, String userButton) {
    return redeem(Form.webCode(code(request, userButton)));
  }
}
