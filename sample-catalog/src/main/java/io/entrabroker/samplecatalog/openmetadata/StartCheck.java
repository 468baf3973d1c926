package io.entrabroker.samplecatalog.openmetadata;

import static io.entrabroker.samplecatalog.openmetadata.Members.AUTHN;
import static io.entrabroker.samplecatalog.openmetadata.Members.AUTHZ;
import static io.entrabroker.samplecatalog.openmetadata.Members.OIDC;

import java.util.List;
import java.util.Map;

/** What OpenMetadata looks at before it starts, or saves: its schema, and its client's needs. */
final class StartCheck {
  private static final List<String> ALWAYS =
      List.of(
          AUTHN + ".provider",
          AUTHN + ".providerName",
          AUTHZ + ".className",
          AUTHZ + ".containerRequestFilter",
          AUTHZ + ".enableSecureSocketConnection");
  private static final List<String> UP_TO_1_9 =
      List.of(
          AUTHN + ".publicKeyUrls",
          AUTHN + ".authority",
          AUTHN + ".callbackUrl",
          AUTHN + ".clientId",
          AUTHN + ".jwtPrincipalClaims");
  private static final List<String> PUBLIC =
      List.of(
          AUTHN + ".publicKeyUrls",
          AUTHN + ".authority",
          AUTHN + ".callbackUrl",
          AUTHN + ".clientId");
  private static final List<String> CONFIDENTIAL =
      List.of(
          AUTHN + ".authority",
          AUTHN + ".callbackUrl",
          AUTHN + ".clientId",
          OIDC + ".id",
          OIDC + ".secret",
          OIDC + ".discoveryUri",
          OIDC + ".tenant");
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          AUTHN + ".clientType", List.of("public", "confidential"),
          AUTHN + ".responseType", List.of("id_token", "code"),
          AUTHN + ".tokenValidationAlgorithm",
              List.of("RS256", "RS384", "RS512", "ES256", "ES384", "ES512"),
          OIDC + ".clientAuthenticationMethod",
              List.of(
                  "client_secret_basic",
                  "client_secret_post",
                  "client_secret_jwt",
                  "private_key_jwt"));
  private static final Map<String, Long> LEAST =
      Map.of(
          OIDC + ".tokenValidity", 1L,
          OIDC + ".sessionExpiry", 3600L,
          AUTHN + ".sessionExpiry", 3600L);

  private final Tree tree;
  private final Release release;

  StartCheck(Tree tree, Release release) {
    this.tree = tree;
    this.release = release;
  }

  /**
   * @throws ConfigurationException with the first reason not to start
   */
  void run() {
    Members.of(release).forEach(this::readable);
    required(ALWAYS);
    if (release.isBefore(new Release(1, 10, 0))) {
      required(UP_TO_1_9);
    }
    CHOICES.forEach(this::chosen);
    LEAST.forEach(this::atLeast);
    new PrincipalMapping(tree).claims();
    if (OpenMetadataConfiguration.isBasic(tree)) {
      return;
    }
    if (!tree.textOrEmpty(AUTHN + ".provider").equals("custom-oidc")) {
      throw new ConfigurationException(
          AUTHN + ".provider: the sample stands in for custom-oidc only");
    }
    if (tree.textOrEmpty(AUTHN + ".clientType").equals("confidential")) {
      confidential();
    } else {
      required(PUBLIC);
    }
  }

  private void readable(Member member) {
    switch (member.kind()) {
      case TEXT -> tree.text(member.path());
      case TEXTS -> tree.texts(member.path());
      case SWITCH -> tree.flag(member.path());
      case NUMBER -> tree.number(member.path());
      case MAP -> tree.map(member.path());
      case ELSEWHERE -> tree.has(member.path());
    }
  }

  private void required(List<String> paths) {
    for (String path : paths) {
      if (!tree.names(path)) {
        throw new ConfigurationException(path + " is required");
      }
    }
  }

  private void chosen(String path, List<String> choices) {
    tree.text(path)
        .filter(written -> !choices.contains(written))
        .ifPresent(
            written -> {
              throw new ConfigurationException(path + ": " + written + " is none of " + choices);
            });
  }

  private void atLeast(String path, long least) {
    tree.number(path)
        .filter(written -> written < least)
        .ifPresent(
            written -> {
              throw new ConfigurationException(path + " must be at least " + least);
            });
  }

  private void confidential() {
    required(CONFIDENTIAL);
    filled(OIDC + ".id");
    filled(OIDC + ".secret");
    filled(OIDC + ".discoveryUri");
    filled(OIDC + ".callbackUrl");
    filled(OIDC + ".serverUrl");
    String type = tree.textOrEmpty(OIDC + ".type");
    if (type.equalsIgnoreCase("azure") || type.equalsIgnoreCase("google")) {
      throw new ConfigurationException(
          OIDC + ".type: " + type + " speaks another protocol than the realm's");
    }
  }

  private void filled(String path) {
    if (tree.textOrEmpty(path).isBlank()) {
      throw new ConfigurationException(path + " cannot be blank");
    }
  }
}
