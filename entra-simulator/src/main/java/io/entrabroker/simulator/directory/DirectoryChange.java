package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that becomes different in a directory; see {@link UserChange}, {@link GroupChange} and
 * {@link ApplicationChange}.
 */
@FunctionalInterface
public interface DirectoryChange {

  /**
   * Changes the JSON of a directory in place.
   *
   * @param root one tenant, or several under {@code tenants}
   * @throws DirectoryException if what is to be changed is not there
   */
  void applyTo(ObjectNode root);
}
