package io.entrabroker.clientauth;

import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a registration has to know of a request to the token endpoint.
 *
 * @param endpoint the tenant's token endpoint
 * @param broker who asks
 * @param now the time of the request
 * @param ids gives ids that nobody can guess and that never come twice
 */
public record TokenRequest(URI endpoint, Broker broker, Instant now, Supplier<String> ids) {}
