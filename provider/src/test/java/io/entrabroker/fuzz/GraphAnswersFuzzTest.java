package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.graph.GrantedScopes;
import io.entrabroker.graph.GraphAccess;
import io.entrabroker.graph.GraphAnswer;
import io.entrabroker.graph.GraphGroups;
import io.entrabroker.graph.GraphLimits;
import io.entrabroker.graph.GraphRequest;
import io.entrabroker.graph.GraphTime;
import io.entrabroker.graph.GraphTransport;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;
import io.entrabroker.settings.EntraSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

class GraphAnswersFuzzTest {

  private static final URI ORIGIN = URI.create("https://graph.microsoft.com");
  private static final EntraSettings SETTINGS =
      Fuzzing.settings(
          "groupBindings",
          "97009590-0000-4000-8000-000000000001 = Insights",
          "namedGroups",
          "assigned",
          "namedGroupPrefix",
          "entra-",
          "defaultScope",
          "openid profile email GroupMember.Read.All Application.Read.All");
  private static final GroupNeeds NEEDS = GroupNeeds.of(SETTINGS.groups(), ExistingGroups.none());
  private static final String SCOPES =
      "https://graph.microsoft.com/User.Read https://graph.microsoft.com/GroupMember.Read.All"
          + " https://graph.microsoft.com/Application.Read.All";

  // Each answer is a status, as the code of its first character, and a body.
  @DictionaryEntries({
    "{\"value\":[",
    "\"@odata.nextLink\":",
    "https://graph.microsoft.com/v1.0/",
    "https://elsewhere.example/v1.0/",
    "\"id\":",
    "97009590-0000-4000-8000-000000000001",
    "\"displayName\":",
    "\"principalId\":",
    "\"error\":{\"code\":",
    "Directory_ResultSizeLimitExceeded",
    "\"@odata.type\":\"#microsoft.graph.group\"",
    "\"principalType\":\"Group\"",
    "\u00c8",
    "\u0190",
    "\u01ad"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void theAccessTokenGoesToMicrosoftGraphOnly(byte[] input) {
    Queue<String> answers = new ArrayDeque<>(Arrays.asList(Fuzzing.text(input).split("\0", 12)));
    GraphTransport transport =
        (request, timeout) -> {
          Fuzzing.require(isMicrosofts(request), "The token went elsewhere");
          String next = answers.isEmpty() ? "" : answers.poll();
          return next.isEmpty()
              ? new GraphAnswer.NotAnswered(GraphAnswer.Cause.UNREACHABLE)
              : new GraphAnswer.Answered(
                  next.charAt(0), "1", new Answered(200, "", next.substring(1)).json());
        };
    GraphAccess access =
        new GraphAccess(ORIGIN, Fuzzing.CLIENT, new Secret("token"), GrantedScopes.parse(SCOPES));

    new GraphGroups(access, transport, new NoTime(), GraphLimits.standard()).find(NEEDS);
  }

  private static boolean isMicrosofts(GraphRequest request) {
    URI target = request.target();
    return target.getScheme().equals(ORIGIN.getScheme())
        && target.getRawAuthority().equals(ORIGIN.getRawAuthority())
        && target.getRawPath().startsWith("/v1.0/");
  }

  /** A clock that stands still. */
  private static final class NoTime implements GraphTime {
    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }

    @Override
    public void pause(Duration time) {}
  }
}
