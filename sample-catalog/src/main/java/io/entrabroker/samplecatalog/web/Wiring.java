package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.BearerCheck;
import io.entrabroker.samplecatalog.rules.OwnKeys;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that follows from one configuration of the catalog. When it is changed another one
 * takes this one's place; people, teams and the catalog's own tokens are those of before.
 */
final class Wiring {
  private final CatalogSettings settings;
  private final SecurityHeaders headers;
  private final RealmClient realm;
  private final Callers callers;
  private final UserApi users;
  private final AdminApi admin;
  private final ConfigApi config;
  private final VersionsApi versions;
  private final Optional<ConfidentialSignIn> signIn;
  private final Optional<ConfidentialSession> session;

  Wiring(CatalogSettings settings, Lasting lasting, Supplier<URI> listening) {
    this.settings = settings;
    this.headers = new SecurityHeaders(settings.realm());
    this.realm = new RealmClient(settings, listening);
    Supplier<URI> address = () -> settings.site().addresses().server(listening.get());
    CatalogCore core =
        new CatalogCore(settings.tokenRules(), lasting.users(), address, lasting.clock());
    BearerCheck check = check(settings, lasting);
    this.callers = new Callers(check, lasting.ownTokens(), core);
    UserJson json = new UserJson(lasting.organisation());
    this.users = new UserApi(callers, core, json);
    this.admin = new AdminApi(callers, core, lasting.organisation(), json);
    this.config = new ConfigApi(settings, listening);
    this.versions = new VersionsApi(check, lasting.ownTokens(), settings.rules(), lasting.clock());
    ConfidentialFlow flow = new ConfidentialFlow(realm);
    SessionTokens tokens =
        settings.rules().band().hasOwnTokens()
            ? new OwnSessionTokens(flow, lasting.ownTokens(), core)
            : new RealmSessionTokens(flow, core.clock());
    boolean isConfidential = settings.clients().confidential().isPresent();
    this.signIn =
        Optional.of(new ConfidentialSignIn(flow, tokens, core, settings.site().upstreams()))
            .filter(part -> isConfidential);
    this.session =
        Optional.of(new ConfidentialSession(tokens, core)).filter(part -> isConfidential);
  }

  private static BearerCheck check(CatalogSettings settings, Lasting lasting) {
    return new BearerCheck(
        new RealmKeys(settings.trust().keys(), lasting.clock()),
        settings.rules().band().hasOwnTokens() ? lasting.ownTokens() : OwnKeys.NONE,
        settings.tokenRules(),
        settings.trust().algorithm());
  }

  CatalogSettings settings() {
    return settings;
  }

  SecurityHeaders headers() {
    return headers;
  }

  RealmClient realm() {
    return realm;
  }

  Callers callers() {
    return callers;
  }

  UserApi users() {
    return users;
  }

  AdminApi admin() {
    return admin;
  }

  ConfigApi config() {
    return config;
  }

  VersionsApi versions() {
    return versions;
  }

  /** {@code /api/v1/auth/login}; there is none for a catalog that signs in from the browser. */
  void login(Context http) {
    signIn.ifPresentOrElse(part -> part.login(http), () -> missing(http));
  }

  /** {@code /api/v1/auth/refresh}. */
  void refresh(Context http) {
    session.ifPresentOrElse(part -> part.refresh(http), () -> missing(http));
  }

  /** {@code /api/v1/auth/logout}. */
  void logout(Context http) {
    session.ifPresentOrElse(part -> part.logout(http), () -> missing(http));
  }

  /**
   * Takes the realm's answer, if it is the server's. OpenMetadata has one client, whose callback is
   * either the server's or the page's. The sample may have both: an answer the server does not wait
   * for is the page's, which knows its own states.
   *
   * @return whether it was
   */
  boolean callback(Context http) {
    Optional<ConfidentialSignIn> waiting =
        signIn.filter(part -> !settings.clients().spa().isPresent() || part.isPending(http));
    waiting.ifPresent(part -> part.callback(http));
    return waiting.isPresent();
  }

  private static void missing(Context http) {
    Answers.error(http, 404, "HTTP 404 Not Found");
  }
}
