package io.entrabroker.settings;

import io.entrabroker.tenant.Cloud;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** A delegated permission of Microsoft Graph, asked for as a scope. */
enum GraphPermission {
  /** Which groups the person is in. */
  READ_SELF("User.Read"),
  /** What groups are called. */
  READ_GROUPS("GroupMember.Read.All"),
  /** Which groups are assigned to the application. */
  READ_ASSIGNMENTS("Application.Read.All");

  // Every permission that has been consented to; Entra refuses to mix it with others.
  private static final String ALL_CONSENTED = ".default";

  // Microsoft Graph, the application, in every tenant.
  private static final String GRAPH_ID = "00000003-0000-0000-c000-000000000000";

  private final String text;

  GraphPermission(String text) {
    this.text = text;
  }

  /** The scope's name, without the resource: without one, Entra takes Microsoft Graph for meant. */
  String text() {
    return text;
  }

  /** Whether the scopes ask for this: by name, with or without the resource, in any case. */
  boolean isAskedFor(Collection<String> scopes) {
    return scopes.stream().anyMatch(scope -> names(text, scope) || names(ALL_CONSENTED, scope));
  }

  private static boolean names(String permission, String scope) {
    return scope.equalsIgnoreCase(permission)
        || resources().anyMatch(graph -> scope.equalsIgnoreCase(graph + "/" + permission));
  }

  private static Stream<String> resources() {
    return Stream.concat(
        Stream.of(GRAPH_ID),
        Arrays.stream(Cloud.values())
            .flatMap(cloud -> cloud.graphOrigins().stream())
            .map(URI::toString));
  }
}
