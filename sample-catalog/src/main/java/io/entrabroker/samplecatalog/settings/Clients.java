package io.entrabroker.samplecatalog.settings;

/**
 * The catalog's clients in the realm. OpenMetadata has one of them; the sample may have both.
 *
 * @param confidential the server's client
 * @param exchange how the server's client speaks with the realm
 * @param parameters what the server's client sends along
 * @param spa the browser's client
 */
public record Clients(
    ConfidentialRegistration confidential,
    Exchange exchange,
    RequestParameters parameters,
    PublicRegistration spa) {}
