package io.entrabroker.keycloak.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers over a bare socket, with whatever manners a test asks for. */
final class RudeServer implements Closeable {

  private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private volatile byte[] beginning = new byte[0];
  private volatile Ending ending = Ending.STAYS;
  private volatile byte[] repeated = new byte[0];
  private volatile String request = "";

  private enum Ending {
    STAYS,
    DRIPS,
    FLOODS,
    HANGS_UP
  }

  RudeServer() throws IOException {
    Thread acceptor = new Thread(this::accept, "rude-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  RudeServer answersWith(String head, byte... body) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(UTF_8));
    answer.writeBytes(body);
    beginning = answer.toByteArray();
    ending = Ending.STAYS;
    return this;
  }

  void thenDripsForEver(String part) {
    repeated = part.getBytes(UTF_8);
    ending = Ending.DRIPS;
  }

  void thenFloodsWith(String part) {
    repeated = part.getBytes(UTF_8);
    ending = Ending.FLOODS;
  }

  void thenHangsUp() {
    ending = Ending.HANGS_UP;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  int connections() {
    return connections.get();
  }

  String request() {
    return request;
  }

  String requestLine() {
    return request.lines().findFirst().orElse("");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket accepted = socket.accept();
        connections.incrementAndGet();
        Thread talk = new Thread(() -> talk(accepted), "rude-talk");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket accepted) {
    try (accepted) {
      request = read(accepted.getInputStream());
      OutputStream out = accepted.getOutputStream();
      out.write(beginning);
      out.flush();
      while (ending == Ending.DRIPS || ending == Ending.FLOODS) {
        out.write(repeated);
        out.flush();
        if (ending == Ending.DRIPS) {
          Thread.sleep(5);
        }
      }
      if (ending == Ending.STAYS) {
        accepted.getInputStream().readAllBytes();
      }
    } catch (IOException e) {
      // The client has left, which is what these tests are about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next;
    while (!isWhole(bytes.toString(UTF_8)) && (next = in.read()) >= 0) {
      bytes.write(next);
    }
    return bytes.toString(UTF_8);
  }

  private static boolean isWhole(String request) {
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      // A TLS greeting has no end that this server knows.
      return !request.isEmpty() && !Character.isLetter(request.charAt(0));
    }
    Matcher length = LENGTH.matcher(request.toLowerCase(Locale.ROOT));
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return request.getBytes(UTF_8).length - (end + 4) >= body;
  }
}
