package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.RegistrationChange;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The external tokens that count as an application's credential.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/federatedidentitycredential-upsert">Upsert
 *     federatedIdentityCredential</a>
 */
final class FederatedCredentials {

  private static final Pattern BY_NAME =
      Pattern.compile("federatedIdentityCredentials\\(name='([^']*)'\\)");
  private static final Set<String> PROPERTIES =
      Set.of("name", "issuer", "subject", "audiences", "description");

  private final Application application;
  private final Consumer<DirectoryChange> directory;

  FederatedCredentials(Application application, Consumer<DirectoryChange> directory) {
    this.application = application;
    this.directory = directory;
  }

  /** Whether a segment after an application leads here. */
  static boolean isMeant(String segment) {
    return segment.equals("federatedIdentityCredentials") || BY_NAME.matcher(segment).matches();
  }

  GraphAnswer answer(List<String> path, GraphRequest request) {
    Matcher name = BY_NAME.matcher(path.get(0));
    if (name.matches() && request.method().equals("PATCH")) {
      return upserted(name.group(1), request);
    }
    if (path.size() == 1 && request.isPost()) {
      return added(body(request));
    }
    if (path.size() == 1 && request.method().equals("GET")) {
      ObjectNode body = GraphJson.object();
      body.set("value", all());
      return GraphJson.answer(body);
    }
    throw GraphException.badRequest("Resource not found for the segment '" + path.get(0) + "'.");
  }

  private GraphAnswer upserted(String name, GraphRequest request) {
    ArrayNode all = all();
    for (JsonNode one : all) {
      if (one.path("name").asText().equals(name)) {
        ((ObjectNode) one).setAll(body(request));
        ((ObjectNode) one).put("name", name);
        write(all);
        return GraphAnswer.noContent();
      }
    }
    if (!request.createsIfMissing()) {
      throw GraphException.notFound(name);
    }
    return added(body(request).put("name", name));
  }

  private GraphAnswer added(ObjectNode credential) {
    credential.put("id", UUID.randomUUID().toString());
    write(all().add(credential));
    return GraphAnswer.json(201, credential.toString());
  }

  private static ObjectNode body(GraphRequest request) {
    ObjectNode body = GraphJson.body(request);
    body.fieldNames()
        .forEachRemaining(
            member -> {
              if (!PROPERTIES.contains(member)) {
                throw GraphException.badRequest("Invalid property '" + member + "'.");
              }
            });
    return body;
  }

  private ArrayNode all() {
    return (ArrayNode) application.json().withArray("/federatedIdentityCredentials");
  }

  private void write(ArrayNode all) {
    ObjectNode change = GraphJson.object();
    change.set("federatedIdentityCredentials", all);
    directory.accept(RegistrationChange.update(application.appId(), change));
  }
}
