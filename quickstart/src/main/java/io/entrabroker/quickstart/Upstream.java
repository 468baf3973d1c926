package io.entrabroker.quickstart;

import io.entrabroker.quickstart.realm.Policy;
import io.entrabroker.quickstart.upstream.RealTenant;
import java.util.Map;

/** Where people are to sign in, as the environment says. */
sealed interface Upstream {
  /** The simulator, which is then started as well. */
  record Simulator() implements Upstream {}

  /** A real tenant of Entra ID. */
  record Entra(RealTenant tenant) implements Upstream {}

  /**
   * Entra ID if {@code AZURE_TENANT_ID} and {@code AZURE_CLIENT_ID} are set, with {@code
   * AZURE_CLIENT_SECRET} for a Web registration; else the simulator. {@code AZURE_MAIL_DOMAINS},
   * {@code AZURE_APP_ROLES}, {@code AZURE_GROUP_ROLES} and {@code AZURE_GROUP_BINDINGS} become
   * settings of the identity provider.
   *
   * @throws UsageProblem if only a part of them is set
   */
  static Upstream from(Map<String, String> environment) {
    String tenant = text(environment, "AZURE_TENANT_ID");
    String client = text(environment, "AZURE_CLIENT_ID");
    String secret = text(environment, "AZURE_CLIENT_SECRET");
    if (tenant.isEmpty() && client.isEmpty() && secret.isEmpty()) {
      return new Simulator();
    }
    if (tenant.isEmpty() || client.isEmpty()) {
      throw new UsageProblem(
          "To use a real tenant set both AZURE_TENANT_ID and AZURE_CLIENT_ID, and"
              + " AZURE_CLIENT_SECRET for a Web registration; unset all three for the simulator.");
    }
    return new Entra(new RealTenant(tenant, client, secret, policy(environment)));
  }

  private static Policy policy(Map<String, String> environment) {
    return new Policy(
        text(environment, "AZURE_MAIL_DOMAINS"),
        text(environment, "AZURE_APP_ROLES"),
        text(environment, "AZURE_GROUP_ROLES"),
        text(environment, "AZURE_GROUP_BINDINGS"));
  }

  private static String text(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
