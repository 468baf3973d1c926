package io.entrabroker.quickstart.upstream;

import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.realm.Brokers;
import io.entrabroker.quickstart.realm.Policy;
import java.net.URI;

/**
 * A tenant of Entra ID itself.
 *
 * @param tenant its id or a verified domain
 * @param clientId the Application (client) ID
 * @param clientSecret the secret of a Web registration; empty for a single-page application
 * @param policy what becomes of people; without mail domains hardly anybody comes in
 */
public record RealTenant(String tenant, String clientId, String clientSecret, Policy policy) {
  private static final String DISPLAY_NAME = "Microsoft Entra ID";

  /** The one identity provider of the realm. */
  public Broker broker() {
    return new Broker(Brokers.SHIPPED, DISPLAY_NAME, tenant, clientId, registration(), policy);
  }

  /** What Entra admin center calls the platform under which the redirect URI must stand. */
  public String platform() {
    return clientSecret.isEmpty() ? "Single-page application" : "Web";
  }

  /** The redirect URI to register, letter by letter; Entra ignores only the port, for localhost. */
  public static URI redirectUri(URI realm) {
    return URI.create(realm + "/broker/" + Brokers.SHIPPED + "/endpoint");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "RealTenant[" + tenant + ", " + clientId + ", ***]";
  }

  private Broker.Registration registration() {
    return clientSecret.isEmpty()
        ? new Broker.Registration.SinglePage()
        : new Broker.Registration.Web(clientSecret);
  }
}
