package io.entrabroker.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.RefreshNow;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Someone;
import io.entrabroker.it.TestDirectory;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.web.RecordedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests share that follow sessions on two nodes: the provider {@link #TRIAL}, whose tokens
 * they read along, and nobody signed in before and after.
 */
abstract class ClusterTest {

  static final String TRIAL = TestDirectory.TRIAL;

  final Cluster cluster;
  final IssuedTokens issued = new IssuedTokens();
  private final List<Visitor> visitors = new ArrayList<>();
  private final Directory directory;

  ClusterTest() throws IOException, InterruptedException {
    cluster = Cluster.shared();
    directory = entra().directory();
  }

  @BeforeEach
  final void begin() {
    forgetPeople();
    // Whose session is gone is forgotten when it would be refreshed.
    onTwo().everySession();
    assertThat(onTwo().kept()).isZero();
    entra().clearRequests();
    entra().faults().at(Endpoint.TOKEN).always(issued);
  }

  @AfterEach
  final void putEverythingBack() {
    visitors.forEach(Visitor::close);
    entra().faults().clear();
    entra().signInRules().clear();
    entra().replaceDirectory(directory);
    forgetPeople();
  }

  private void forgetPeople() {
    cluster.upstreams().delete(TRIAL);
    for (JsonNode user : admin().get("/openmetadata/users?max=1000")) {
      admin().delete("/openmetadata/users/" + user.get("id").asText());
    }
    admin().delete("/openmetadata/events");
  }

  final EntraSimulator entra() {
    return cluster.simulator();
  }

  final RunningKeycloak one() {
    return cluster.nodes().get(0);
  }

  final RunningKeycloak two() {
    return cluster.nodes().get(1);
  }

  final RefreshNow onOne() {
    return new RefreshNow(one().realmUri());
  }

  final RefreshNow onTwo() {
    return new RefreshNow(two().realmUri());
  }

  final AdminApi admin() {
    return two().admin();
  }

  /** The trial provider: a Web registration with the three mappers and these settings. */
  final void trialWith(String... settings) {
    cluster.upstreams().postWithMappers(TRIAL, Upstreams.with(cluster.upstreams().web(), settings));
  }

  /** Somebody comes to the directory, and has a browser. */
  final Visitor arrived(Someone someone) {
    entra().change(someone.arrives());
    Visitor visitor = new Visitor(someone.name());
    visitors.add(visitor);
    return visitor;
  }

  /** Somebody comes to the directory and signs in by way of a node. */
  final Visitor signedIn(Someone someone, RunningKeycloak node) throws IOException {
    Visitor visitor = arrived(someone);
    assertThat(visitor.signsIn(node, TRIAL).getWebResponse().getStatusCode()).isEqualTo(200);
    assertThat(visitor.isSignedIn()).isTrue();
    return visitor;
  }

  /** How many sessions somebody has, as a node knows it. */
  static int sessionsOf(Someone someone, RunningKeycloak node) {
    String user =
        node.admin()
            .get("/openmetadata/users?exact=true&username=" + someone.name())
            .at("/0/id")
            .asText();
    return node.admin().get("/openmetadata/users/" + user + "/sessions").size();
  }

  /** The refresh tokens that were redeemed since the test began, in order. */
  final List<String> redeemed() {
    return entra().requests().stream()
        .filter(RecordedRequest::toTokenEndpoint)
        .flatMap(request -> request.parameter("refresh_token").stream())
        .toList();
  }
}
