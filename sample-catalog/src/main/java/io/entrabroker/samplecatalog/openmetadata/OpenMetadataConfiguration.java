package io.entrabroker.samplecatalog.openmetadata;

import static io.entrabroker.samplecatalog.openmetadata.Members.AUTHN;
import static io.entrabroker.samplecatalog.openmetadata.Members.AUTHZ;
import static io.entrabroker.samplecatalog.openmetadata.Members.OIDC;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import io.entrabroker.samplecatalog.rules.CatalogRules;
import io.entrabroker.samplecatalog.rules.CatalogRules.FromToken;
import io.entrabroker.samplecatalog.rules.CatalogRules.SignUp;
import io.entrabroker.samplecatalog.rules.ClaimOrder;
import io.entrabroker.samplecatalog.rules.EmailClaim;
import io.entrabroker.samplecatalog.rules.MailDomains;
import io.entrabroker.samplecatalog.rules.MailDomains.Enforcement;
import io.entrabroker.samplecatalog.rules.PrincipalResolution;
import io.entrabroker.samplecatalog.rules.RoleSource;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import io.entrabroker.samplecatalog.settings.Addresses;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.Clients;
import io.entrabroker.samplecatalog.settings.ConfidentialRegistration;
import io.entrabroker.samplecatalog.settings.PublicRegistration;
import io.entrabroker.samplecatalog.settings.ResponseType;
import io.entrabroker.samplecatalog.settings.SessionCookie;
import io.entrabroker.samplecatalog.settings.Site;
import io.entrabroker.samplecatalog.settings.Trust;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A configuration with which OpenMetadata starts, as the sample's settings. */
public final class OpenMetadataConfiguration {
  private static final String OPEN_METADATA = "open-metadata.org";

  private final Tree tree;
  private final Release release;

  /**
   * Checks it.
   *
   * @throws ConfigurationException with the reason why OpenMetadata does not start
   */
  OpenMetadataConfiguration(Tree tree, Release release) {
    this.tree = tree;
    this.release = release;
    new StartCheck(tree, release).run();
  }

  /**
   * What is sent to the Settings API.
   *
   * @throws ConfigurationException with the reason why OpenMetadata does not save it
   */
  public static OpenMetadataConfiguration of(ObjectNode body, Release release) {
    return new OpenMetadataConfiguration(new Tree(body, release), release);
  }

  /** Both sections whole, as the Settings API has them; with the secret. */
  public ObjectNode body() {
    return tree.copy().retain(AUTHN, AUTHZ);
  }

  /** The release that is configured. */
  public Release release() {
    return release;
  }

  /**
   * Whether people sign in with passwords of the catalog's own, as it comes; the sample has none.
   */
  static boolean isBasic(Tree tree) {
    return tree.textOrEmpty(AUTHN + ".provider").equals("basic");
  }

  /** Whether the server has a client with a secret. */
  public boolean isConfidential() {
    return !isBasic(tree) && tree.textOrEmpty(AUTHN + ".clientType").equals("confidential");
  }

  /** The sample's settings: what the configuration says, and what it does not speak of. */
  public CatalogSettings settings(Surroundings around) {
    URI authority = address(AUTHN + ".authority");
    return new CatalogSettings(
        authority, trust(), clients(authority), resolution(), rules(around), site(around));
  }

  private Trust trust() {
    List<URI> keys =
        texts(AUTHN + ".publicKeyUrls").stream().map(OpenMetadataConfiguration::uri).toList();
    String algorithm = tree.text(AUTHN + ".tokenValidationAlgorithm").orElse("RS256");
    return new Trust(keys, JWSAlgorithm.parse(algorithm));
  }

  private Clients clients(URI authority) {
    return isConfidential() ? new ConfidentialSection(tree).clients() : publicClient(authority);
  }

  private Clients publicClient(URI authority) {
    Clients none = ConfidentialSection.none(authority);
    String responseType = tree.text(AUTHN + ".responseType").orElse("id_token");
    PublicRegistration spa =
        new PublicRegistration(
            isBasic(tree) ? "" : tree.textOrEmpty(AUTHN + ".clientId"),
            ResponseType.of(responseType));
    return new Clients(ConfidentialRegistration.NONE, none.exchange(), none.parameters(), spa);
  }

  private PrincipalResolution resolution() {
    Map<String, String> mapping = new PrincipalMapping(tree).claims();
    ClaimOrder order = new ClaimOrder(texts(AUTHN + ".jwtPrincipalClaims"), principalDomain());
    if (!mapping.isEmpty()) {
      return release
          .band()
          .mapping(mapping.getOrDefault("username", ""), mapping.getOrDefault("email", ""));
    }
    String email = tree.textOrEmpty(AUTHN + ".emailClaim");
    return email.isEmpty() ? order : new EmailClaim(email, order);
  }

  private CatalogRules rules(Surroundings around) {
    boolean selfSignup = tree.flag(AUTHN + ".enableSelfSignup").orElse(false);
    boolean roles = tree.flag(AUTHZ + ".useRolesFromProvider").orElse(false);
    return new CatalogRules(
        release.band(),
        domains(),
        Set.copyOf(texts(AUTHZ + ".adminPrincipals")),
        Set.copyOf(texts(AUTHZ + ".adminEmails")),
        around.roles(),
        around.teams(),
        new FromToken(
            tree.textOrEmpty(AUTHN + ".displayNameClaim"),
            isConfidential() ? tree.textOrEmpty(AUTHN + ".jwtTeamClaimMapping") : "",
            roles ? RoleSource.TOKEN : RoleSource.CATALOG),
        new SignUp(selfSignup ? around.newcomers() : SelfSignup.OFF, release.band().signUpEmail()));
  }

  private MailDomains domains() {
    boolean enforced = tree.flag(AUTHZ + ".enforcePrincipalDomain").orElse(false);
    return new MailDomains(
        principalDomain(),
        enforced ? Enforcement.ON : Enforcement.OFF,
        Set.copyOf(texts(AUTHZ + ".allowedDomains")),
        Set.copyOf(texts(AUTHZ + ".allowedEmailDomains")),
        Set.copyOf(texts(AUTHZ + ".allowedEmailRegistrationDomains")));
  }

  private String principalDomain() {
    return tree.text(AUTHZ + ".principalDomain").orElse(OPEN_METADATA);
  }

  private Site site(Surroundings around) {
    boolean secure = tree.flag(AUTHN + ".forceSecureSessionCookie").orElse(false);
    Addresses addresses =
        isConfidential()
            ? new Addresses(
                tree.textOrEmpty(OIDC + ".callbackUrl"), tree.textOrEmpty(OIDC + ".serverUrl"))
            : new Addresses(tree.textOrEmpty(AUTHN + ".callbackUrl"), "");
    return new Site(
        around.port(),
        addresses,
        secure ? SessionCookie.SECURE : SessionCookie.PLAIN,
        tree.textOrEmpty(AUTHN + ".providerName"),
        around.upstreams(),
        around.files());
  }

  private List<String> texts(String path) {
    return tree.texts(path).orElse(List.of());
  }

  private URI address(String path) {
    return uri(tree.textOrEmpty(path));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw new ConfigurationException("Not an address: " + text);
    }
  }
}
