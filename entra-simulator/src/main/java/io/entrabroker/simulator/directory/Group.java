package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A Graph {@code group}, with its members named in the simulator's own member {@code members}. */
public final class Group extends GraphObject {

  private final List<String> members;

  Group(ObjectNode json) {
    super(json);
    members = texts("/members").toList();
  }

  /** Whether the group counts for access, and so for the claim of security groups. */
  public boolean securityEnabled() {
    return flag("/securityEnabled", Absent.MEANS_TRUE);
  }

  /** Whether the group comes from an on-premises directory and not from Entra. */
  public boolean synced() {
    return onPremises("onPremisesSamAccountName").isPresent();
  }

  /** An attribute that only synced groups have, for example their name on premises. */
  public Optional<String> onPremises(String attribute) {
    return text(attribute);
  }

  @Override
  public String graphType() {
    return "group";
  }

  /** Direct members: object ids of users and groups, or user principal names. */
  List<String> members() {
    return members;
  }
}
