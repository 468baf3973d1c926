package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A Graph {@code directoryRole}, with its members named like those of a {@link Group}. */
public final class DirectoryRole extends GraphObject {

  private final List<String> members;

  DirectoryRole(ObjectNode json) {
    super(json);
    members = texts("/members").toList();
  }

  /** The GUID of the role's template, the same in every tenant: what {@code wids} lists. */
  public String templateId() {
    return text("roleTemplateId").orElse("").toLowerCase(Locale.ROOT);
  }

  /** Direct members: object ids of users and groups, or user principal names. */
  List<String> members() {
    return members;
  }

  @Override
  public String graphType() {
    return "directoryRole";
  }
}
