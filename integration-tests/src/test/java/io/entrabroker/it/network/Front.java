package io.entrabroker.it.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.keys.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * An https front of the simulator on a port that stays the same. It takes one request for each
 * connection, so that what becomes of it holds from the next request on.
 */
public final class Front implements AutoCloseable {

  /** What a front is like. */
  public enum State {
    /** It shows a certificate that Keycloak trusts, and passes on. */
    SOUND,
    /** Nobody listens. */
    REFUSES,
    /** Its certificate comes from an authority that nobody knows. */
    UNKNOWN_AUTHORITY,
    /** Its certificate was good until yesterday. */
    EXPIRED,
    /** Its certificate is somebody else's. */
    ANOTHER_HOST,
    /** It speaks http where https is expected. */
    NO_TLS
  }

  private static final String HOST = "127.0.0.1";
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
  private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nConnection:[^\r]*");

  private final EntraSimulator simulator;
  private final Identities identities;
  private final AtomicInteger disappointed = new AtomicInteger();
  private final int port;
  private ServerSocket listener;
  private Thread acceptor;
  private Socket placeHolder = new Socket();
  private volatile State state = State.SOUND;
  private volatile String turningPoint = "";
  private volatile State stateAfter = State.SOUND;

  /**
   * Listens on a free port.
   *
   * @param authority whom Keycloak trusts
   */
  public Front(EntraSimulator simulator, CertificateAuthority authority) {
    this.simulator = simulator;
    this.identities = new Identities(authority, HOST);
    this.listener = Loopback.listen(0);
    this.port = listener.getLocalPort();
    this.acceptor = Loopback.serve(listener, this::handle);
  }

  /** Host and port. */
  public String hostAndPort() {
    return HOST + ":" + port;
  }

  /** {@code https://host:port}. */
  public String origin() {
    return "https://" + hostAndPort();
  }

  /** Changes from the next connection on. */
  public synchronized void becomes(State next) {
    turningPoint = "";
    change(next);
  }

  /** Changes as soon as a request to this path has been answered, before the answer goes out. */
  public synchronized void becomesAfter(String path, State next) {
    turningPoint = path;
    stateAfter = next;
  }

  /** How many connections there have been since it is no longer sound. */
  public int disappointed() {
    return disappointed.get();
  }

  private void change(State next) {
    state = next;
    disappointed.set(0);
    try {
      listener.close();
      acceptor.join();
      placeHolder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (next == State.REFUSES) {
      placeHolder = Loopback.occupied(port);
      return;
    }
    listener = Loopback.listen(port);
    acceptor = Loopback.serve(listener, this::handle);
  }

  private void handle(Socket client) throws IOException {
    try (Socket plain = client) {
      if (state != State.SOUND) {
        disappointed.incrementAndGet();
      }
      if (state == State.NO_TLS) {
        plain.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1));
        return;
      }
      SSLSocket secure =
          (SSLSocket) identities.of(state).getSocketFactory().createSocket(plain, HOST, port, true);
      secure.setUseClientMode(false);
      exchange(secure);
    }
  }

  private void exchange(SSLSocket client) throws IOException {
    String head = head(client);
    if (head.isEmpty()) {
      return;
    }
    byte[] answer = answer(head, client.getInputStream());
    turn(head.substring(0, head.indexOf('\r')));
    client.getOutputStream().write(answer);
    client.close();
  }

  // With TLS 1.3 a client may say only after the handshake that it does not like the certificate.
  private static String head(SSLSocket client) {
    try {
      client.startHandshake();
      return Loopback.head(client.getInputStream());
    } catch (IOException e) {
      return "";
    }
  }

  private byte[] answer(String head, InputStream body) throws IOException {
    Matcher length = LENGTH.matcher(head);
    byte[] content = body.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    String single = CONNECTION.matcher(head).replaceAll("");
    String closing = single.substring(0, single.length() - 2) + "Connection: close\r\n\r\n";
    try (Socket behind =
        simulator
            .trustingSslContext()
            .getSocketFactory()
            .createSocket("localhost", simulator.httpsUri().getPort())) {
      OutputStream out = behind.getOutputStream();
      out.write(closing.getBytes(ISO_8859_1));
      out.write(content);
      out.flush();
      return behind.getInputStream().readAllBytes();
    }
  }

  private synchronized void turn(String requestLine) {
    if (!turningPoint.isEmpty() && requestLine.contains(turningPoint)) {
      turningPoint = "";
      change(stateAfter);
    }
  }

  @Override
  public synchronized void close() {
    change(State.REFUSES);
    try {
      placeHolder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
