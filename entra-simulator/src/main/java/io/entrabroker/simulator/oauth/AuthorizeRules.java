package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.policy.ClaimsChallenge;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be asked at the authorization endpoint; every violation is told to the application.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">
 *     Authorization code flow</a>
 */
final class AuthorizeRules {

  private static final Set<Set<String>> RESPONSE_TYPES =
      Set.of(
          Set.of("code"),
          Set.of("id_token"),
          Set.of("code", "id_token"),
          Set.of("id_token", "token"),
          Set.of("token"));
  private static final Set<String> PROMPTS =
      Set.of("none", "login", "consent", "select_account", "create");
  private static final Pattern CODE_CHALLENGE = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private AuthorizeRules() {}

  /** The mode asked for or, if it is absent or cannot be, the default of the response type. */
  static ResponseMode responseMode(Parameters parameters) {
    boolean direct =
        parameters.words("response_type").stream()
            .anyMatch(type -> type.equals("id_token") || type.equals("token"));
    ResponseMode usual = direct ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
    return parameters
        .first("response_mode")
        .flatMap(ResponseMode::parse)
        .filter(mode -> !(direct && mode == ResponseMode.QUERY))
        .orElse(usual);
  }

  static void check(AuthorizeRequest request) {
    responseType(request);
    responseModeAllowed(request);
    request.parameters().require("scope");
    request.scopes().requireSound();
    resource(request);
    if (request.responseTypes().contains("id_token")) {
      request.parameters().require("nonce");
    }
    prompt(request);
    claims(request);
    codeChallenge(request);
  }

  private static void responseType(AuthorizeRequest request) {
    String sent = request.parameters().require("response_type");
    Set<String> types = request.responseTypes();
    if (!RESPONSE_TYPES.contains(types)) {
      throw Aadsts.RESPONSE_TYPE_UNSUPPORTED.thrown(sent);
    }
    Application application = request.client().application();
    if (types.contains("id_token") && !application.issuesIdTokensImplicitly()) {
      throw Aadsts.ID_TOKEN_IMPLICIT_DISABLED.thrown();
    }
    if (types.contains("token") && !application.issuesAccessTokensImplicitly()) {
      throw Aadsts.TOKEN_IMPLICIT_DISABLED.thrown();
    }
  }

  private static void responseModeAllowed(AuthorizeRequest request) {
    Optional<String> sent = request.parameters().first("response_mode");
    boolean allowed =
        sent.isEmpty()
            || sent.flatMap(ResponseMode::parse).filter(request.back().mode()::equals).isPresent();
    if (!allowed) {
      throw Aadsts.RESPONSE_MODE_UNSUPPORTED.thrown(sent.orElse(""));
    }
  }

  private static void resource(AuthorizeRequest request) {
    Tenant tenant = request.client().tenant();
    request.scopes().permissions().stream()
        .map(Scopes.Permission::resource)
        .filter(name -> !Scopes.isGraph(name) && tenant.resource(name).isEmpty())
        .findFirst()
        .ifPresent(
            name -> {
              throw Aadsts.RESOURCE_UNKNOWN.thrown(name, tenant.displayName());
            });
  }

  private static void prompt(AuthorizeRequest request) {
    Set<String> prompts = request.prompts();
    boolean alone = !prompts.contains("none") || prompts.size() == 1;
    if (!PROMPTS.containsAll(prompts) || !alone) {
      throw Aadsts.REQUEST_INVALID.thrown("prompt");
    }
  }

  private static void claims(AuthorizeRequest request) {
    if (request
        .parameters()
        .first("claims")
        .filter(text -> ClaimsChallenge.read(text).isEmpty())
        .isPresent()) {
      throw Aadsts.REQUEST_INVALID.thrown("claims");
    }
  }

  private static void codeChallenge(AuthorizeRequest request) {
    Optional<String> challenge = request.parameters().first("code_challenge");
    if (request.responseTypes().contains("code")
        && request.platform() == Platform.SPA
        && challenge.isEmpty()) {
      throw Aadsts.SPA_WITHOUT_PKCE.thrown();
    }
    if (challenge.filter(text -> !CODE_CHALLENGE.matcher(text).matches()).isPresent()) {
      throw Aadsts.CODE_CHALLENGE_SIZE.thrown();
    }
    String method = request.parameters().first("code_challenge_method").orElse("plain");
    if (!Set.of("plain", "S256").contains(method)) {
      throw Aadsts.REQUEST_INVALID.thrown("code_challenge_method");
    }
  }
}
