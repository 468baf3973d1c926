package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An app registration: a Graph {@code application}. */
public final class Application extends GraphObject {

  private final List<RegisteredRedirectUri> redirectUris;
  private final List<OptionalClaim> idTokenClaims;
  private final List<PasswordCredential> secrets;
  private final List<KeyCredential> certificates;
  private final List<FederatedIdentityCredential> federatedCredentials;
  private final List<AppRole> appRoles;
  private final Set<String> groupMembershipClaims;

  Application(ObjectNode json) {
    super(json);
    redirectUris = Arrays.stream(Platform.values()).flatMap(this::registered).toList();
    idTokenClaims = items("/optionalClaims/idToken").map(OptionalClaim::read).toList();
    secrets = items("/passwordCredentials").map(PasswordCredential::read).toList();
    certificates =
        items("/keyCredentials")
            .filter(KeyCredential::isForVerifying)
            .map(KeyCredential::read)
            .toList();
    federatedCredentials =
        items("/federatedIdentityCredentials").map(FederatedIdentityCredential::read).toList();
    appRoles = items("/appRoles").map(AppRole::read).toList();
    groupMembershipClaims =
        text("groupMembershipClaims").stream()
            .flatMap(all -> Arrays.stream(all.split(",")))
            .map(String::trim)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String graphType() {
    return "application";
  }

  /** The client id, lower case. */
  public String appId() {
    return text("appId").orElse("").toLowerCase(Locale.ROOT);
  }

  /** All redirect URIs with their platforms, {@code web} first. */
  public List<RegisteredRedirectUri> redirectUris() {
    return redirectUris;
  }

  /** The registration that the URI sent belongs to. */
  public Optional<RegisteredRedirectUri> redirectUri(String sent) {
    return redirectUris.stream().filter(registered -> registered.matches(sent)).findFirst();
  }

  /** Whether a page of this origin is registered under the SPA platform. */
  public boolean hasSpaOrigin(String origin) {
    return redirectUris.stream()
        .anyMatch(uri -> uri.platform() == Platform.SPA && uri.hasOrigin(origin));
  }

  /** The check box "ID tokens (used for implicit and hybrid flows)". */
  public boolean issuesIdTokensImplicitly() {
    return flag("/web/implicitGrantSettings/enableIdTokenIssuance", Absent.MEANS_FALSE);
  }

  /** The check box "Access tokens (used for implicit flows)". */
  public boolean issuesAccessTokensImplicitly() {
    return flag("/web/implicitGrantSettings/enableAccessTokenIssuance", Absent.MEANS_FALSE);
  }

  /** Whether only people of the application's own tenant may use it. */
  public boolean singleTenant() {
    return signInAudience().equals("AzureADMyOrg");
  }

  /** Whether personal accounts may use it. */
  public boolean admitsPersonalAccounts() {
    return signInAudience().endsWith("PersonalMicrosoftAccount");
  }

  /** Whether nobody but personal accounts may use it. */
  public boolean personalAccountsOnly() {
    return signInAudience().equals("PersonalMicrosoftAccount");
  }

  /** Whether people of a tenant other than the application's own may use it. */
  public boolean admits(Tenant foreign) {
    return foreign.holdsPersonalAccounts()
        ? admitsPersonalAccounts()
        : !singleTenant() && !personalAccountsOnly();
  }

  /** Whether addresses that nobody verified are left out; so unless told otherwise, if foreign. */
  public boolean removesUnverifiedEmail() {
    return flag(
        "/authenticationBehaviors/removeUnverifiedEmailClaim",
        singleTenant() ? Absent.MEANS_FALSE : Absent.MEANS_TRUE);
  }

  public List<OptionalClaim> idTokenClaims() {
    return idTokenClaims;
  }

  public List<PasswordCredential> secrets() {
    return secrets;
  }

  /** The certificates whose keys may sign client assertions. */
  public List<KeyCredential> certificates() {
    return certificates;
  }

  /** The external tokens that count as credentials. */
  public List<FederatedIdentityCredential> federatedCredentials() {
    return federatedCredentials;
  }

  public List<AppRole> appRoles() {
    return appRoles;
  }

  /** The values of {@code groupMembershipClaims}; empty when no groups are wanted. */
  public Set<String> groupMembershipClaims() {
    return groupMembershipClaims;
  }

  /** Where the application wants to hear that a session is over, in a hidden frame. */
  public Optional<String> logoutUrl() {
    return textAt("/web/logoutUrl");
  }

  /** Whether the text names this application as a resource: client id or App ID URI. */
  public boolean isResource(String name) {
    return appId().equalsIgnoreCase(name)
        || texts("/identifierUris").anyMatch(uri -> uri.equalsIgnoreCase(name));
  }

  /** Whether the application wants access tokens in the v2 shape; absent means v1. */
  public boolean wantsV2AccessTokens() {
    return number("/api/requestedAccessTokenVersion").filter(version -> version == 2).isPresent();
  }

  private String signInAudience() {
    return text("signInAudience").orElse("AzureADMyOrg");
  }

  private Stream<RegisteredRedirectUri> registered(Platform platform) {
    return texts("/" + platform.member() + "/redirectUris")
        .map(uri -> new RegisteredRedirectUri(platform, uri));
  }
}
