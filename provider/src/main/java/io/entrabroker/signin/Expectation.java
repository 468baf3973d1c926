package io.entrabroker.signin;

import io.entrabroker.tenant.TenantPolicy;
import java.net.URI;
import java.time.Instant;

/**
 * What an ID token has to say to be the answer to one sign-in.
 *
 * @param clientId our application (client) id
 * @param nonce the nonce of the authorization request; empty if none is remembered, which nothing
 *     can match
 * @param policy whose people may sign in
 * @param base the login host, {@code scheme://host[:port]}
 * @param now the time of the check
 */
public record Expectation(
    String clientId, String nonce, TenantPolicy policy, URI base, Instant now) {}
