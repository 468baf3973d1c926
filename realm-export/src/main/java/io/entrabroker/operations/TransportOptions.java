package io.entrabroker.operations;

import java.net.URI;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Over which connections passwords and tokens are sent: the one rule for every command. */
final class TransportOptions {
  static final String INSECURE = "--insecure-http";

  @Option(
      names = INSECURE,
      description =
          "Send passwords, secrets and tokens over http:// to other machines, too. Only on a network"
              + " that nobody else reads, such as inside a compose network or a cluster; https://"
              + " and this machine need no option.")
  private boolean insecure;

  /** Who is asked. */
  enum Server {
    KEYCLOAK("Keycloak", "https://keycloak.contoso.com"),
    CATALOG("a catalog", "https://catalog.contoso.com");

    private final String text;
    private final String example;

    Server(String text, String example) {
      this.text = text;
      this.example = example;
    }
  }

  /**
   * An address that anybody may be asked at.
   *
   * @throws OperationProblem if it is none
   */
  static URI address(URI url, Server server) {
    String scheme = scheme(url);
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new OperationProblem(
          "'"
              + url
              + "' is not the address of "
              + server.text
              + ": write one such as "
              + server.example
              + ".");
    }
    return url;
  }

  /**
   * An address that passwords and tokens may be sent to.
   *
   * @throws OperationProblem if others could read them on their way, or if it is no address
   */
  URI confidential(URI url, Server server) {
    URI address = address(url, server);
    boolean isOpen = scheme(address).equals("http") && !isThisMachine(address.getHost());
    if (isOpen && !insecure) {
      throw new OperationProblem(
          "Passwords and tokens would travel unencrypted to "
              + address.getHost()
              + ", so nothing was sent: write its https:// address. On a network that nobody else"
              + " reads, such as inside a compose network or a cluster, "
              + INSECURE
              + " sends them nevertheless.");
    }
    return address;
  }

  /** Whether what is sent to a host stays on this machine (RFC 6761, section 6.3). */
  static boolean isThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.matches("127(\\.\\d{1,3}){3}")
        || name.equals("[::1]");
  }

  private static String scheme(URI url) {
    return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
  }
}
