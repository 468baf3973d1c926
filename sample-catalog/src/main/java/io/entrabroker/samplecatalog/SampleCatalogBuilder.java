package io.entrabroker.samplecatalog;

import io.entrabroker.samplecatalog.rules.Band;
import io.entrabroker.samplecatalog.rules.PrincipalResolution;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import io.entrabroker.samplecatalog.rules.SignUpEmail;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.Clients;
import io.entrabroker.samplecatalog.settings.ConfidentialRegistration;
import io.entrabroker.samplecatalog.settings.Exchange;
import io.entrabroker.samplecatalog.settings.Pkce;
import io.entrabroker.samplecatalog.settings.PublicRegistration;
import io.entrabroker.samplecatalog.settings.RequestParameters;
import io.entrabroker.samplecatalog.settings.ResponseType;
import io.entrabroker.samplecatalog.settings.Site;
import io.entrabroker.samplecatalog.settings.Trust;
import io.entrabroker.samplecatalog.web.CatalogServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets up a sample catalog. Everything but the realm and one client has OpenMetadata's default. */
public final class SampleCatalogBuilder {
  private final Map<String, String> customParams = new HashMap<>();
  private final Map<String, Path> files = new HashMap<>();
  private int port;
  private URI realm = URI.create("http://localhost:8080/realms/openmetadata");
  private ConfidentialRegistration confidential = ConfidentialRegistration.NONE;
  private RequestParameters parameters = RequestParameters.openMetadataDefaults();
  private String publicClient = "";
  private ResponseType responseType = ResponseType.ID_TOKEN;
  private String providerName = "Microsoft Entra ID";
  private List<String> upstreams = List.of();
  private final RulesBuilder rules = new RulesBuilder();

  SampleCatalogBuilder() {}

  /** Port on loopback; 0, the default, takes a free one. */
  public SampleCatalogBuilder port(int value) {
    port = value;
    return this;
  }

  /** Issuer of the realm, for example {@code http://localhost:8080/realms/openmetadata}. */
  public SampleCatalogBuilder realm(URI issuer) {
    realm = issuer;
    return this;
  }

  /** Signs in on the server with this client ({@code clientType=confidential}). */
  public SampleCatalogBuilder confidentialClient(String id, String secret) {
    confidential = new ConfidentialRegistration(id, secret);
    return this;
  }

  /** Signs in in the browser with this client ({@code clientType=public}). */
  public SampleCatalogBuilder publicClient(String id) {
    publicClient = id;
    return this;
  }

  /** What the public client asks for; the default is the ID token, as in OpenMetadata. */
  public SampleCatalogBuilder publicResponseType(ResponseType value) {
    responseType = value;
    return this;
  }

  /** Adds a parameter to the confidential client's requests ({@code OIDC_CUSTOM_PARAMS}). */
  public SampleCatalogBuilder customParam(String name, String value) {
    customParams.put(name, value);
    return this;
  }

  /** Sends a PKCE challenge with the confidential client; OpenMetadata's default is not to. */
  public SampleCatalogBuilder pkce() {
    parameters = parameters.withPkce(Pkce.S256);
    return this;
  }

  /** {@code OIDC_PROMPT_TYPE}, default {@code consent}; empty: not sent. */
  public SampleCatalogBuilder prompt(String value) {
    parameters = parameters.withPrompt(value);
    return this;
  }

  /**
   * {@code OIDC_MAX_AGE} in seconds, default 0; empty: not sent.
   *
   * @throws IllegalArgumentException when it is no whole number
   */
  public SampleCatalogBuilder maxAge(String seconds) {
    parameters = parameters.withMaxAge(seconds);
    return this;
  }

  /** What the sign-in button says. */
  public SampleCatalogBuilder providerName(String value) {
    providerName = value;
    return this;
  }

  /**
   * Aliases of the realm's identity providers to choose from, on the start page or with {@code
   * kc_idp_hint} at {@code /api/v1/auth/login}. An addition of the sample.
   */
  public SampleCatalogBuilder upstreams(String... aliases) {
    upstreams = List.of(aliases);
    return this;
  }

  /** The versions of OpenMetadata to behave like; 1.9 to 1.13 by default. */
  public SampleCatalogBuilder band(Band value) {
    rules.band = value;
    return this;
  }

  /** How a token names a person; the default maps preferred_username and email, or emailClaim. */
  public SampleCatalogBuilder principalResolution(PrincipalResolution value) {
    rules.resolution = band -> value;
    return this;
  }

  /** The address of people who sign up with the confidential client; by default the band's way. */
  public SampleCatalogBuilder signUpEmail(SignUpEmail value) {
    rules.signUpEmail = band -> value;
    return this;
  }

  /** What becomes of unknown people; by default they are signed up at the first request. */
  public SampleCatalogBuilder selfSignup(SelfSignup value) {
    rules.selfSignup = value;
    return this;
  }

  /** Usernames of administrators, who exist from the start at the principal domain. */
  public SampleCatalogBuilder adminPrincipals(String... usernames) {
    rules.adminPrincipals = Set.of(usernames);
    return this;
  }

  /** Mail domain of the administrators that exist from the start. */
  public SampleCatalogBuilder principalDomain(String domain) {
    rules.principalDomain = domain;
    return this;
  }

  /** Names of the catalog's roles, "Admin" aside; others in a token are skipped. */
  public SampleCatalogBuilder roles(String... names) {
    rules.roles = Set.of(names);
    return this;
  }

  /** Names of the catalog's teams of type Group, by default none; others are skipped. */
  public SampleCatalogBuilder teams(String... names) {
    rules.teams = Set.of(names);
    return this;
  }

  /** Serves a file, read anew with every request. */
  public SampleCatalogBuilder staticFile(String path, Path file) {
    files.put(path, file);
    return this;
  }

  /**
   * Adds the page {@code /real-oidc-client}, which signs in with npm's oidc-client instead of the
   * sample's own script. Needs a public client.
   *
   * @param script {@code node_modules/oidc-client/dist/oidc-client.min.js}
   */
  public SampleCatalogBuilder oidcClientLibrary(Path script) {
    return staticFile(Site.OIDC_CLIENT_LIBRARY, script);
  }

  /**
   * Starts the catalog. The realm need not be there yet.
   *
   * @throws IllegalStateException when it has no client
   * @throws io.javalin.util.JavalinException when the port is taken
   */
  public SampleCatalog start() {
    PublicRegistration spa = new PublicRegistration(publicClient, responseType);
    if (!confidential.isPresent() && !spa.isPresent()) {
      throw new IllegalStateException(
          "Name a client: confidentialClient(id, secret), publicClient(id)");
    }
    CatalogSettings settings =
        new CatalogSettings(
            realm,
            Trust.in(realm),
            new Clients(
                confidential, Exchange.with(realm), parameters.withCustom(customParams), spa),
            rules.resolution(),
            rules.rules(),
            Site.here(port, providerName, upstreams, files));
    return new SampleCatalog(CatalogServer.start(settings));
  }
}
