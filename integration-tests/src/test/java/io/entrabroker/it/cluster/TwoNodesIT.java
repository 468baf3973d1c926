package io.entrabroker.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.browser.Needs;
import io.entrabroker.it.browser.Tool;
import io.entrabroker.operations.keycloak.AdminApi;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** A name in the catalog is given once, on whatever node somebody comes first. */
@Needs(Tool.INITDB)
class TwoNodesIT {

  private static final String ADA = "ada.lovelace";
  private static final String HER_NAMESAKE = "ada.lovelace-research.contoso.example";

  @Test
  void ofTwoNamesakesWhoComeFirstAtTheSameMomentOneGetsTheName() throws Exception {
    Cluster cluster = Cluster.shared();
    RunningKeycloak one = cluster.nodes().get(0);
    RunningKeycloak two = cluster.nodes().get(1);
    allowSuffixes(one.admin());
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> ada = threads.submit(() -> comes(ADA, one, together));
      Future<Boolean> namesake = threads.submit(() -> comes(HER_NAMESAKE, two, together));

      assertThat(ada.get(2, TimeUnit.MINUTES)).isTrue();
      assertThat(namesake.get(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      threads.shutdownNow();
    }
    Map<String, String> names = names(one.admin());
    assertThat(names).hasSize(2);
    assertThat(names.values())
        .filteredOn(ADA::equals)
        .as("who has the name as it is: %s", names)
        .hasSize(1);
    assertThat(names.values()).allMatch(name -> name.matches("ada\\.lovelace(-[a-z2-7]{5})?"));

    assertThat(comes(ADA, two, new CyclicBarrier(1))).isTrue();
    assertThat(comes(HER_NAMESAKE, one, new CyclicBarrier(1))).isTrue();
    assertThat(names(two.admin())).isEqualTo(names);
  }

  private static boolean comes(String account, RunningKeycloak node, CyclicBarrier together)
      throws Exception {
    try (Visitor visitor = new Visitor(account)) {
      HtmlPage microsoft = visitor.goesToMicrosoft(node);
      together.await(1, TimeUnit.MINUTES);
      visitor.choosesAccount(microsoft);
      return visitor.isSignedIn();
    }
  }

  private static void allowSuffixes(AdminApi admin) {
    String path = "/openmetadata/identity-provider/instances/entra";
    ObjectNode provider = (ObjectNode) admin.get(path);
    ((ObjectNode) provider.get("config")).put("nameCollision", "suffix");
    admin.put(path, provider);
  }

  /** The names in the catalog, by address. */
  private static Map<String, String> names(AdminApi admin) {
    Map<String, String> names = new TreeMap<>();
    for (JsonNode user : admin.get("/openmetadata/users?briefRepresentation=false")) {
      names.put(
          user.get("email").asText(),
          user.get("attributes").get("catalog_username").get(0).asText());
    }
    return names;
  }
}
