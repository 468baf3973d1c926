package io.entrabroker.simulator;

import io.entrabroker.simulator.credentials.ExternalIssuers;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.web.CloudHosts;
import io.entrabroker.simulator.web.Listening;
import io.entrabroker.simulator.web.Watcher;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/** The settings of a simulator that is about to start. */
public final class SimulatorBuilder {

  private static final int RECORDED_REQUESTS = 1_000;

  private Directory directory = Directory.contoso();
  private Clock clock = Clock.systemUTC();
  private String host = InetAddress.getLoopbackAddress().getHostAddress();
  private int httpPort;
  private String httpUrl = "";
  private Listening.Port https = Listening.Port.off();
  private String httpsUrl = "";
  private int recordedRequests = RECORDED_REQUESTS;
  private Watcher watcher = (request, answer) -> {};
  private CloudHosts clouds = CloudHosts.none();
  private HttpClient.Builder http = HttpClient.newBuilder();

  SimulatorBuilder() {}

  /** Tenants, people and app registrations; Contoso unless told otherwise. */
  public SimulatorBuilder directory(Directory other) {
    directory = other;
    return this;
  }

  /**
   * One more application in the first tenant; call it after {@link #directory}.
   *
   * @param text a Graph {@code application} without placeholders
   * @throws io.entrabroker.simulator.directory.DirectoryException if Graph would refuse it
   */
  public SimulatorBuilder registration(String text) {
    directory = directory.registering(text);
    return this;
  }

  /** The port for http; 0, the default, takes a free one. */
  public SimulatorBuilder httpPort(int port) {
    httpPort = port;
    return this;
  }

  /** Listens for https, too; 0 takes a free port. */
  public SimulatorBuilder httpsPort(int port) {
    https = Listening.Port.on(port, "");
    return this;
  }

  /** The time that tokens, codes and sessions go by; {@link SimulatorClock} can be moved. */
  public SimulatorBuilder clock(Clock other) {
    clock = other;
    return this;
  }

  /**
   * The address to bind; the loopback interface unless told otherwise. Whoever can reach the
   * simulator can sign in as anybody.
   */
  public SimulatorBuilder bindAddress(String address) {
    host = address;
    return this;
  }

  /** What clients call the http connector, for example behind a container's port mapping. */
  public SimulatorBuilder publicUrl(URI url) {
    httpUrl = url.toString();
    return this;
  }

  /** What clients call the https connector. */
  public SimulatorBuilder publicHttpsUrl(URI url) {
    httpsUrl = url.toString();
    return this;
  }

  /** How many requests to keep in memory for tests: 1000 unless told otherwise, 0 for none. */
  public SimulatorBuilder recordedRequests(int most) {
    recordedRequests = most;
    return this;
  }

  /** Whom to tell of every request and its answer, however many there are. */
  public SimulatorBuilder watchedBy(Watcher other) {
    watcher = other;
    return this;
  }

  /**
   * Which https servers to trust when the keys of external issuers of federated credentials are
   * fetched; those that this Java trusts unless told otherwise. Issuers over http need nothing.
   */
  public SimulatorBuilder trustingIssuers(SSLContext trust) {
    http = HttpClient.newBuilder().sslContext(trust);
    return this;
  }

  /**
   * Answers as a cloud's login host and Graph whoever asks for them by Microsoft's names, for
   * clients whose names lead here: a hosts file, a container's alias. The certificate for https is
   * for these names, too.
   */
  public SimulatorBuilder answeringAs(Cloud... others) {
    for (Cloud cloud : others) {
      clouds = clouds.andMicrosofts(cloud);
    }
    return this;
  }

  /** Answers as a cloud's login host whoever asks for it by a name of one's own. */
  public SimulatorBuilder answeringAs(Cloud cloud, String hostName) {
    clouds = clouds.and(hostName, cloud);
    return this;
  }

  /**
   * Starts the simulator; it listens when this returns.
   *
   * @throws io.javalin.util.JavalinBindException if a port is taken
   */
  public EntraSimulator start() {
    return new EntraSimulator(this);
  }

  Directory directory() {
    return directory;
  }

  Clock clock() {
    return clock;
  }

  ExternalIssuers externalIssuers() {
    return new ExternalIssuers(http.followRedirects(HttpClient.Redirect.NEVER).build(), clock);
  }

  Watcher watcher() {
    return watcher;
  }

  int recordedRequests() {
    return recordedRequests;
  }

  Listening listening() {
    return new Listening(
        host,
        Listening.Port.on(httpPort, httpUrl),
        new Listening.Port(https.number(), httpsUrl, https.state()),
        clouds);
  }
}
