package io.entrabroker.keycloak.idp;

import java.time.Duration;

/**
 * What all requests to one node share.
 *
 * @param tenants which tenants the authorities' domains mean
 * @param keys the authorities' signing keys
 * @param graphHosts where the authorities' Microsoft Graph is
 * @param callTimeout how long a call to Microsoft may take
 */
record NodeWide(
    TenantResolution tenants, NodeKeys keys, GraphHosts graphHosts, Duration callTimeout) {

  /** Microsoft gets 5 seconds for a call. */
  static final Duration USUAL_CALL_TIMEOUT = Duration.ofSeconds(5);

  /** A node that has just started. */
  static NodeWide withCallTimeout(Duration callTimeout) {
    return new NodeWide(new TenantResolution(), new NodeKeys(), new GraphHosts(), callTimeout);
  }
}
