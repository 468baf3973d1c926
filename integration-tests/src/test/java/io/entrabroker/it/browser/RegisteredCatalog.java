package io.entrabroker.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Stack;

/**
 * A second address of the catalog, which the realm knows until this is closed: as redirect URI and
 * web origin of a client, and as a page that may frame the realm's, as npm's oidc-client does to
 * watch the session.
 */
final class RegisteredCatalog implements AutoCloseable {

  private static final String SIGNED_OUT = "post.logout.redirect.uris";
  private static final String POLICY = "contentSecurityPolicy";
  private static final String ANCESTORS = "frame-ancestors ";

  private final Stack stack;
  private final JsonNode clientBefore;
  private final JsonNode headersBefore;

  RegisteredCatalog(Stack stack, String url) {
    this(stack, url, CatalogClient.PUBLIC);
  }

  /** The same for one of the clients. */
  static RegisteredCatalog of(Stack stack, String url, CatalogClient which) {
    return new RegisteredCatalog(stack, url.replaceAll("/$", ""), which);
  }

  private RegisteredCatalog(Stack stack, String url, CatalogClient which) {
    this.stack = stack;
    clientBefore = stack.admin().get("/openmetadata/clients?clientId=" + which.clientId()).get(0);
    headersBefore = stack.admin().get("/openmetadata").get("browserSecurityHeaders");
    putClient(clientWith(url));
    putHeaders(headersWith(url));
  }

  private JsonNode clientWith(String url) {
    ObjectNode client = clientBefore.deepCopy();
    ((ArrayNode) client.get("redirectUris")).add(url + "/callback").add(url + "/silent-callback");
    ((ArrayNode) client.get("webOrigins")).add(url);
    ObjectNode attributes = (ObjectNode) client.get("attributes");
    attributes.put(SIGNED_OUT, attributes.get(SIGNED_OUT).asText() + "##" + url + "/signin");
    return client;
  }

  private JsonNode headersWith(String url) {
    ObjectNode headers = headersBefore.deepCopy();
    String policy = headers.get(POLICY).asText();
    return headers.put(POLICY, policy.replace(ANCESTORS, ANCESTORS + url + " "));
  }

  private void putClient(JsonNode client) {
    stack.admin().put("/openmetadata/clients/" + client.get("id").asText(), client);
  }

  private void putHeaders(JsonNode headers) {
    ObjectNode realm = stack.admin().get("/openmetadata").deepCopy();
    realm.set("browserSecurityHeaders", headers);
    stack.admin().put("/openmetadata", realm);
  }

  @Override
  public void close() {
    putClient(clientBefore);
    putHeaders(headersBefore);
  }
}
