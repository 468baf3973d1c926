package io.entrabroker.samplecatalog.settings;

/**
 * The catalog's clients in the realm. OpenMetadata has one of them; the sample may have both.
 *
 * @param confidential the server's client
 * @param parameters what the server's client sends along
 * @param spa the browser's client
 */
public record Clients(
    ConfidentialRegistration confidential, RequestParameters parameters, PublicRegistration spa) {}
