package io.entrabroker.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.signin.Expectation;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the fuzz tests share. */
final class Fuzzing {

  /** How long each test runs in CI. */
  static final String IN_CI = "3s";

  static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  static final TenantId TENANT =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
  static final Endpoints ENDPOINTS =
      new Endpoints(URI.create("https://login.microsoftonline.com"), TENANT);
  static final Expectation EXPECTED =
      new Expectation(
          CLIENT,
          "nonce",
          new TenantPolicy.SingleTenant(TENANT),
          ENDPOINTS.base(),
          Instant.ofEpochSecond(1_800_000_000));

  private Fuzzing() {}

  static String text(byte[] input) {
    return new String(input, UTF_8);
  }

  /** The input as several texts, which NUL separates; those that are missing are empty. */
  static List<String> texts(byte[] input, int count) {
    String[] parts = text(input).split("\0", count);
    return IntStream.range(0, count).mapToObj(i -> i < parts.length ? parts[i] : "").toList();
  }

  /** A configuration that can be saved. */
  static Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put("authority", TENANT.toString());
    config.put("clientId", CLIENT);
    config.put("clientSecret", "a secret");
    config.put("mailDomains", "contoso.example");
    return config;
  }

  static EntraSettings settings(String... more) {
    Map<String, String> config = config();
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return new SettingsReader(LoginHosts.microsoftOnly()).read(config).settings().orElseThrow();
  }

  /** A finding of the fuzzer. */
  static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
