package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.CURATORS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.graph.GraphFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** It cannot be found out which groups somebody is in: nothing is joined, nothing left. */
@CleanLog
class UnknownGroupsIT extends PeopleTest {

  private static final String BINDINGS = bound(ANALYSTS, INSIGHTS, STEWARDS, CURATORS);

  /** What is wrong with Microsoft Graph, under the name that the log gives to it. */
  enum Trouble {
    GRAPH_DOWN {
      @Override
      void begins(EntraSimulator entra) {
        entra.takeGraphDown();
      }
    },
    THROTTLED {
      @Override
      void begins(EntraSimulator entra) {
        entra.throttleNextGraphRequests(3, 3600);
      }
    },
    NO_PERMISSION {
      @Override
      void begins(EntraSimulator entra) {
        for (int i = 0; i < 5; i++) {
          entra.failNextGraphRequestWith(403);
        }
      }
    };

    abstract void begins(EntraSimulator entra);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsJoinedAndNothingLeft(Trouble trouble) {
    Someone una = inOneTeamAndSoonInAnother("Una" + trouble.ordinal());
    trouble.begins(stack.simulator());

    assertThat(list(claimsOf(una), "groups")).containsExactly(INSIGHTS);
    assertThat(realm.findings()).containsExactly("ENTRA5101");
    assertThat(logged("ENTRA5101 ")).hasSize(1).first().asString().contains(trouble.name());
  }

  @Test
  void onceItIsKnownTheTeamsFollow() {
    Someone uma = inOneTeamAndSoonInAnother("Uma");

    assertThat(list(claimsOf(uma), "groups")).containsExactly(CURATORS);
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void anAdministratorMayHaveSuchSignInsRefused() {
    Someone ulf = inOneTeamAndSoonInAnother("Ulf");
    changeTrial("groupBindings", BINDINGS, "unknownGroups", "refuse");
    stack.simulator().takeGraphDown();

    assertRefused(ulf, "ENTRA4202");
    assertThat(realm.groupsOf(userId(ulf))).containsExactly(INSIGHTS);
  }

  @Test
  void withoutACodeNobodyCanBeAskedAboutASixthGroup() {
    Someone ursa = new Someone("Ursa");
    entra(
        ursa.arrives(),
        GroupChange.addSeries(GroupSeries.of(ursa.objectId(), 4)),
        GroupChange.add(ANALYSTS, "Analysts", ursa.objectId()));
    upstreams.postWithMappers(
        TRIAL,
        Upstreams.with(
            upstreams.implicit(), "groupBindings", BINDINGS, "acceptFiveGroups", "true"));
    assertThat(list(claimsOf(ursa), "groups")).containsExactly(INSIGHTS);
    assertThat(realm.findings()).isEmpty();
    entra(GroupChange.add(STEWARDS, "Stewards", ursa.objectId()));

    assertThat(list(claimsOf(ursa), "groups")).containsExactly(INSIGHTS);
    assertThat(realm.findings()).containsExactly("ENTRA5101");
    assertThat(logged("ENTRA5101 ")).hasSize(1).first().asString().contains("NO_ACCESS_TOKEN");
    assertThat(graphCalls()).isEmpty();
  }

  @Test
  void aNextPageAtAForeignHostIsNotAskedFor() throws IOException {
    Someone udo = inOneTeamAndSoonInAnother("Udo");
    entra(ApplicationChange.consent(Upstreams.WEB_APP, "Application.Read.All"));
    changeTrial(
        "groupBindings", BINDINGS,
        "groupScope", "assigned",
        "defaultScope", "openid profile email Application.Read.All");
    AtomicInteger visits = new AtomicInteger();
    HttpServer elsewhere = listening(visits);
    String origin = "http://localhost:" + elsewhere.getAddress().getPort();
    stack.simulator().failNextGraphRequestWith(GraphFault.nextLinkTo(origin));
    List<String> groups = list(claimsOf(udo), "groups");
    elsewhere.stop(0);

    assertThat(visits).hasValue(0);
    assertThat(graphCalls()).hasSize(1);
    assertThat(groups).containsExactly(INSIGHTS);
    assertThat(logged("ENTRA5101 "))
        .hasSize(1)
        .first()
        .asString()
        .contains("ASSIGNMENTS_UNREADABLE");
  }

  /** In Insights by now; Entra has moved the person to Curators, and into too many groups. */
  private Someone inOneTeamAndSoonInAnother(String given) {
    Someone someone = new Someone(given);
    entra(
        someone.arrives(),
        GroupChange.add(ANALYSTS, "Analysts", someone.objectId()),
        GroupChange.add(STEWARDS, "Stewards"));
    trialWith("groupBindings", BINDINGS);
    assertThat(list(claimsOf(someone), "groups")).containsExactly(INSIGHTS);
    entra(
        GroupChange.removeMember(ANALYSTS, someone.objectId()),
        GroupChange.addMember(STEWARDS, someone.objectId()),
        GroupChange.addSeries(GroupSeries.of(someone.objectId(), 201)));
    return someone;
  }

  private static HttpServer listening(AtomicInteger visits) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
