package io.entrabroker.simulator;

import io.entrabroker.simulator.credentials.ClientCredentials;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.UserChange;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import io.entrabroker.simulator.faults.Faults;
import io.entrabroker.simulator.graph.Graph;
import io.entrabroker.simulator.graph.GraphFault;
import io.entrabroker.simulator.graph.GraphFaults;
import io.entrabroker.simulator.keys.CertificateAuthority;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.FrontChannelLogout;
import io.entrabroker.simulator.oauth.Protocol;
import io.entrabroker.simulator.policy.SignInRules;
import io.entrabroker.simulator.tokens.AccessTokens;
import io.entrabroker.simulator.tokens.GraphTokens;
import io.entrabroker.simulator.tokens.IdTokens;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.web.RecordedRequest;
import io.entrabroker.simulator.web.RequestLog;
import io.entrabroker.simulator.web.WebServer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A running stand-in for Entra ID: login host and the part of Microsoft Graph that sign-ins use.
 *
 * <pre>{@code
 * try (EntraSimulator entra = EntraSimulator.builder().httpsPort(0).start()) {
 *   URI authority = entra.httpsUri().resolve("/contoso.example/");
 * }
 * }</pre>
 */
public final class EntraSimulator implements AutoCloseable {

  private final CertificateAuthority authority;
  private final KeyRing keys = new KeyRing();
  private final IdTokens idTokens;
  private final Protocol protocol;
  private final GraphFaults graphFaults;
  private final Faults faults = new Faults();
  private final RequestLog log;
  private final Clock clock;
  private final WebServer server;
  private volatile Directory directory;

  EntraSimulator(SimulatorBuilder settings) {
    directory = settings.directory();
    clock = settings.clock();
    authority = CertificateAuthority.create();
    log = new RequestLog(settings.recordedRequests(), settings.watcher());
    idTokens = new IdTokens(keys, settings.clock());
    Clients clients = new Clients(this::directory);
    GraphTokens graphTokens = new GraphTokens(keys, settings.clock());
    AccessTokens accessTokens = new AccessTokens(keys, graphTokens, settings.clock());
    ClientCredentials credentials =
        new ClientCredentials(settings.externalIssuers(), settings.clock());
    protocol = new Protocol(clients, credentials, idTokens, accessTokens, settings.clock());
    Graph graph = new Graph(graphTokens, clients, settings.clock(), one -> change(one));
    graphFaults = graph.faults();
    WebServer.Backend backend =
        new WebServer.Backend(clients, protocol, keys, graph, settings.clock());
    server =
        WebServer.start(
            settings.listening(),
            new WebServer.Content(backend, this::directory, authority, log, faults));
  }

  /**
   * A simulator of Contoso on a free http port of the loopback interface, unless told otherwise.
   */
  public static SimulatorBuilder builder() {
    return new SimulatorBuilder();
  }

  /** The address of the login host over http, without a path. */
  public URI httpUri() {
    return URI.create(server.httpHost().url());
  }

  /** The port that is listened on for http, whatever clients call it. */
  public int httpPort() {
    return server.httpPort();
  }

  /**
   * The address of the login host over https, without a path.
   *
   * @throws IllegalStateException if the simulator was started without https
   */
  public URI httpsUri() {
    return URI.create(server.httpsHost().url());
  }

  /** The certificate of the simulator's own authority, for trust stores. */
  public String caCertificatePem() {
    return authority.pem();
  }

  /** A TLS context for clients that trusts the simulator's authority and nobody else. */
  public SSLContext trustingSslContext() {
    return authority.trustingContext();
  }

  /** The directory becomes different at once, as by an administrator's hand. */
  public synchronized void change(DirectoryChange... changes) {
    directory = directory.with(changes);
  }

  /** The directory as it is now. */
  public Directory directory() {
    return directory;
  }

  /** Who has to prove more, and who is refused, at sign-in, redemption and refresh. */
  public SignInRules signInRules() {
    return protocol.signInRules();
  }

  /** Every sign-in of the person so far is void, as after a reset of the password. */
  public void revokeSessions(String who) {
    change(UserChange.revokeSessions(who, clock.instant()));
  }

  /** Which applications hear of the end of a session, and a way to tell them at once. */
  public FrontChannelLogout frontChannelLogout() {
    return protocol.frontChannelLogout();
  }

  /** Another directory from now on; sessions and tokens of people who are still there stay good. */
  public synchronized void replaceDirectory(Directory other) {
    directory = other;
  }

  /**
   * From now on a domain belongs to another tenant, as after a sale of the domain.
   *
   * @see Directory#withDomainMoved(String, String)
   */
  public synchronized void moveDomain(String domain, String tenantId) {
    directory = directory.withDomainMoved(domain, tenantId);
  }

  /**
   * The latest requests to the authorization endpoint, the token endpoint and Microsoft Graph,
   * oldest first.
   */
  public List<RecordedRequest> requests() {
    return log.requests();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    log.clear();
  }

  /** Tampers with the next ID token only, wherever it is issued. */
  public void tamperWithNextIdToken(Tampering tampering) {
    idTokens.tamperWithNext(tampering);
  }

  /** Forgets what was to be tampered with and was not. */
  public void tamperNoMore() {
    idTokens.tamperNoMore();
  }

  /** Lets the next request to the token endpoint fail, and only that one. */
  public void failNextTokenRequestWith(AadstsError error) {
    protocol.token().failNextWith(error);
  }

  /**
   * Whether a code can be redeemed more than once, as at no Entra: for tests of what else stops
   * somebody who brings a used one.
   */
  public void redeemCodesAgain(boolean allowed) {
    protocol.redeemCodesAgain(allowed);
  }

  /** Signs with another key from now on; the present one is no longer published. */
  public void rollSigningKeys() {
    keys.rollOver();
  }

  /** The published keys, for a roll-over step by step. */
  public KeyRing signingKeys() {
    return keys;
  }

  /** What goes wrong with metadata, keys, tokens and Graph, and how to forget it all. */
  public Faults faults() {
    return faults;
  }

  /** The key endpoint answers 503 until {@link #bringKeysBack()}. */
  public void takeKeysDown() {
    faults.at(Endpoint.KEYS).always(Fault.status(503));
  }

  /** Ends {@link #takeKeysDown()}, and whatever else is wrong with the key endpoint. */
  public void bringKeysBack() {
    faults.at(Endpoint.KEYS).clear();
  }

  /** Lets the next request to Microsoft Graph fail with this HTTP status, and only that one. */
  public void failNextGraphRequestWith(int status) {
    graphFaults.add(GraphFault.status(status));
  }

  /** Lets something go wrong with the next request to Microsoft Graph, and only with that one. */
  public void failNextGraphRequestWith(GraphFault fault) {
    graphFaults.add(fault);
  }

  /** Answers the next requests to Microsoft Graph with 429 and the time to wait. */
  public void throttleNextGraphRequests(int count, int retryAfterSeconds) {
    graphFaults.throttle(count, retryAfterSeconds);
  }

  /** Microsoft Graph answers 503 until {@link #bringGraphBack()}. */
  public void takeGraphDown() {
    graphFaults.takeDown();
  }

  /** Ends {@link #takeGraphDown()}. */
  public void bringGraphBack() {
    graphFaults.bringBack();
  }

  /** What can go wrong in Microsoft Graph's own terms, and how to forget it all. */
  public GraphFaults graphFaults() {
    return graphFaults;
  }

  /** Stops listening; answers that are kept back are let go. */
  @Override
  public void close() {
    graphFaults.clear();
    faults.clear();
    server.close();
  }
}
