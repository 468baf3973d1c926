package io.entrabroker.quickstart.upstream;

import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.realm.Brokers;
import io.entrabroker.quickstart.realm.Policy;
import java.net.URI;
import java.util.List;

/** The simulator's tenant Contoso: three app registrations, one for each way, and some people. */
public final class SimulatedTenant {
  private static final String WEB = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private static final String SINGLE_PAGE = "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002";
  private static final String IMPLICIT = "b7a1c2d3-0003-4a4a-9b9b-c0ffee000003";

  private static final String STEWARDS = "97009500-0000-4000-8000-000000000001";
  private static final String ANALYTICS = "97009500-0000-4000-8000-000000000002";
  private static final Policy POLICY =
      new Policy(
          "contoso.example",
          "DataSteward = DataSteward",
          ANALYTICS + " = Analyst",
          STEWARDS + " = Stewards; " + ANALYTICS + " = Analytics");

  private final DirectoryFile directory = DirectoryFile.contoso();
  private final String authority;

  /**
   * @param simulator its address, for example {@code http://localhost:9090}
   */
  public SimulatedTenant(URI simulator) {
    this.authority = simulator + "/" + directory.tenantId() + "/v2.0";
  }

  /** One identity provider for each app registration. */
  public List<Broker> brokers() {
    return List.of(
        broker(
            Brokers.SHIPPED,
            "Microsoft Entra ID",
            WEB,
            new Broker.Registration.Web(directory.clientSecret(WEB))),
        broker(
            "entra-spa",
            "Microsoft Entra ID (single-page application)",
            SINGLE_PAGE,
            new Broker.Registration.SinglePage()),
        broker(
            "entra-implicit",
            "Microsoft Entra ID (implicit flow)",
            IMPLICIT,
            new Broker.Registration.Implicit()));
  }

  /** Everybody in the tenant; the first is an ordinary member. */
  public List<Person> people() {
    return directory.people();
  }

  private Broker broker(
      String alias, String displayName, String clientId, Broker.Registration registration) {
    return new Broker(alias, displayName, authority, clientId, registration, POLICY);
  }
}
