package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;

/**
 * A person in a tenant; a guest is another account than the same person at home.
 *
 * @param tenant where the person signs in
 * @param user the person as that tenant knows them
 */
public record Account(Tenant tenant, User user) {}
