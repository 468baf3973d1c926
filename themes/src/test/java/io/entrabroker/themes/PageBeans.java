package io.entrabroker.themes;

import java.util.List;

/** The beans that Keycloak hands to its login pages, as far as the pages under test ask. */
final class PageBeans {

  private PageBeans() {}

  /**
   * What Keycloak tells the page about one identity provider. No record: FreeMarker would take its
   * accessor {@code alias()} for the value of {@code alias}.
   */
  public static final class SocialProvider {
    private final String alias;
    private final String providerId;
    private final String displayName;
    private final String iconClasses;

    SocialProvider(String alias, String providerId, String displayName, String iconClasses) {
      this.alias = alias;
      this.providerId = providerId;
      this.displayName = displayName;
      this.iconClasses = iconClasses;
    }

    static SocialProvider entra(String alias, String displayName) {
      return new SocialProvider(alias, "entra", displayName, "microsoft-sign-in");
    }

    public String getAlias() {
      return alias;
    }

    public String getProviderId() {
      return providerId;
    }

    public String getDisplayName() {
      return displayName;
    }

    public String getIconClasses() {
      return iconClasses;
    }

    public String getLoginUrl() {
      return "/broker/" + alias + "/login?a=1&b=2";
    }
  }

  /** Keycloak's bean of the same shape. */
  public static final class SocialProviders {
    private final List<SocialProvider> providers;

    SocialProviders(List<SocialProvider> providers) {
      this.providers = providers;
    }

    public List<SocialProvider> getProviders() {
      return providers;
    }
  }

  /** A first attempt: nobody is known yet. */
  public static final class Attempt {
    public boolean showUsername() {
      return false;
    }

    public boolean showResetCredentials() {
      return false;
    }

    public boolean showTryAnotherWayLink() {
      return false;
    }

    public String getSelectedCredential() {
      return "";
    }
  }

  /** No field was filled in wrongly. */
  public static final class NoFieldErrors {
    public boolean existsError(String... fields) {
      return false;
    }

    public boolean exists(String field) {
      return false;
    }

    public String getFirstError(String... fields) {
      return "";
    }

    public String get(String field) {
      return "";
    }
  }
}
