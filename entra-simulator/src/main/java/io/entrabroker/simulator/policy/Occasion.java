package io.entrabroker.simulator.policy;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.session.SignIn;
import java.time.Instant;

/**
 * Somebody wants something, and rules are asked.
 *
 * @param moment at which endpoint, and for what
 * @param user the person
 * @param application through which application
 * @param signIn when the person signed in and what they proved
 * @param now the simulator's time
 */
public record Occasion(
    Moment moment, User user, Application application, SignIn signIn, Instant now) {}
