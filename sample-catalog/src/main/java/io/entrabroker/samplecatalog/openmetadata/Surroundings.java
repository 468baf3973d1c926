package io.entrabroker.samplecatalog.openmetadata;

import io.entrabroker.samplecatalog.rules.SelfSignup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a catalog has that its configuration does not speak of.
 *
 * @param port to listen on, 0 for a free one
 * @param roles names of its roles
 * @param teams names of its teams of type Group
 * @param newcomers how people sign up where the configuration lets them
 * @param upstreams aliases that the start page offers, an addition of the sample
 * @param files files to serve, by path
 */
public record Surroundings(
    int port,
    Set<String> roles,
    Set<String> teams,
    SelfSignup newcomers,
    List<String> upstreams,
    Map<String, Path> files) {

  /** The same catalog with other roles and teams. */
  public Surroundings knowing(Set<String> otherRoles, Set<String> otherTeams) {
    return new Surroundings(port, otherRoles, otherTeams, newcomers, upstreams, files);
  }

  public Surroundings {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
    upstreams = List.copyOf(upstreams);
    files = Map.copyOf(files);
  }
}
