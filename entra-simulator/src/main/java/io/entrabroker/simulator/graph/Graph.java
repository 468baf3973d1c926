package io.entrabroker.simulator.graph;

import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.tokens.GraphTokens;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Microsoft Graph, as far as a sign-in uses it: version 1.0 and UserInfo. */
public final class Graph {

  private static final Map<String, BiFunction<Subject, GraphRequest, GraphAnswer>> FUNCTIONS =
      Map.of(
          "checkMemberGroups", MembershipChecks::checkMemberGroups,
          "getMemberGroups", MembershipChecks::getMemberGroups,
          "getMemberObjects", MembershipChecks::getMemberObjects);

  private final Callers callers;
  private final Applications applications;
  private final ServicePrincipals servicePrincipals;
  private final GraphFaults faults = new GraphFaults();
  private final Clock clock;

  /**
   * @param directory is told what applications are to be registered and changed
   */
  public Graph(
      GraphTokens tokens, Clients clients, Clock clock, Consumer<DirectoryChange> directory) {
    this.callers = new Callers(tokens, clients);
    this.applications = new Applications(directory, clock);
    this.servicePrincipals = new ServicePrincipals(directory);
    this.clock = clock;
  }

  /** Answers whatever is asked, refusals included, unless a test wants something to go wrong. */
  public GraphAnswer answer(GraphRequest request) {
    return faults.answer(request, () -> answering(request, this::found));
  }

  /** An error of an HTTP status, as Graph shows it. */
  public static GraphAnswer failure(GraphRequest request, int status) {
    return GraphFault.status(status)
        .answer(
            request,
            () -> {
              throw new IllegalStateException("A failure needs no genuine answer");
            });
  }

  /** What goes wrong with the next requests. */
  public GraphFaults faults() {
    return faults;
  }

  /** Answers {@code /oidc/userinfo}. */
  public GraphAnswer userInfo(GraphRequest request) {
    return answering(
        request,
        asked ->
            callers.of(asked) instanceof Caller.Person person
                ? Profiles.userInfo(person, asked)
                : refusal(
                    asked, GraphException.unauthenticated("Access token validation failure.")));
  }

  private GraphAnswer answering(GraphRequest request, Function<GraphRequest, GraphAnswer> answer) {
    try {
      return answer.apply(request);
    } catch (GraphException refusal) {
      return refusal(request, refusal);
    }
  }

  private GraphAnswer found(GraphRequest request) {
    Caller caller = callers.of(request);
    List<String> path = request.path();
    String first = path.isEmpty() ? "" : path.get(0);
    if (first.equals("me")) {
      return ofPerson(Subject.me(caller), path.subList(1, path.size()), request);
    }
    if (first.equals("users") && path.size() > 1) {
      Subject subject = Subject.named(caller, path.get(1));
      return ofPerson(subject, path.subList(2, path.size()), request);
    }
    if (path.equals(List.of("directoryObjects", "getByIds")) && request.isPost()) {
      return ObjectsByIds.get(caller, request);
    }
    if (ServicePrincipals.isMeant(first) && !request.isPost()) {
      return servicePrincipals.answer(caller, request);
    }
    if (Applications.isMeant(first)) {
      return applications.answer(caller, request);
    }
    throw nothingAt(first);
  }

  private static GraphAnswer ofPerson(Subject subject, List<String> rest, GraphRequest request) {
    if (rest.isEmpty() && !request.isPost()) {
      return Profiles.profile(subject, request);
    }
    String segment = rest.isEmpty() ? "" : rest.get(0);
    if (Memberships.isList(segment) && !request.isPost()) {
      return Memberships.list(subject, rest, request);
    }
    if (FUNCTIONS.containsKey(segment) && rest.size() == 1 && request.isPost()) {
      Access.requireDirectory(subject.caller());
      return FUNCTIONS.get(segment).apply(subject, request);
    }
    throw nothingAt(segment);
  }

  private static GraphException nothingAt(String segment) {
    return new GraphException(
        400, "BadRequest", "Resource not found for the segment '" + segment + "'.");
  }

  private GraphAnswer refusal(GraphRequest request, GraphException refusal) {
    String id = UUID.randomUUID().toString();
    String clientId = Optional.ofNullable(request.headers().get("client-request-id")).orElse(id);
    return GraphJson.error(
        refusal.status(),
        refusal.code(),
        String.valueOf(refusal.getMessage()),
        new GraphJson.ErrorIds(clock.instant(), id, clientId));
  }
}
