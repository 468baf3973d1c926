package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;

/**
 * An application as a client of one tenant's endpoints.
 *
 * @param tenant whose people may sign in
 * @param application the registration
 */
public record Client(Tenant tenant, Application application) {}
