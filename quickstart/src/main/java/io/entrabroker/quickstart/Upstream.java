package io.entrabroker.quickstart;

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
   * AZURE_CLIENT_SECRET} for a Web registration; else the simulator.
   *
   * @throws UsageProblem if only a part of them is set
   */
  static Upstream from(Map<String, String> environment) {
    String tenant = environment.getOrDefault("AZURE_TENANT_ID", "").strip();
    String client = environment.getOrDefault("AZURE_CLIENT_ID", "").strip();
    String secret = environment.getOrDefault("AZURE_CLIENT_SECRET", "").strip();
    if (tenant.isEmpty() && client.isEmpty() && secret.isEmpty()) {
      return new Simulator();
    }
    if (tenant.isEmpty() || client.isEmpty()) {
      throw new UsageProblem(
          "To use a real tenant set both AZURE_TENANT_ID and AZURE_CLIENT_ID, and"
              + " AZURE_CLIENT_SECRET for a Web registration; unset all three for the simulator.");
    }
    return new Entra(new RealTenant(tenant, client, secret));
  }
}
