package io.entrabroker.simulator.web;

/**
 * Where the server listens and how it calls itself.
 *
 * @param host the address to bind, for example {@code 127.0.0.1}
 * @param http the http connector
 * @param https the https connector
 * @param clouds host names that mean a cloud
 */
public record Listening(String host, Port http, Port https, CloudHosts clouds) {

  /**
   * One connector.
   *
   * @param number a port; 0 for a free one
   * @param publicUrl what clients call it; the empty text for {@code localhost} and the port
   * @param state whether to listen at all
   */
  public record Port(int number, String publicUrl, State state) {

    public static Port on(int number, String publicUrl) {
      return new Port(number, publicUrl, State.ON);
    }

    public static Port off() {
      return new Port(0, "", State.OFF);
    }

    boolean isOn() {
      return state == State.ON;
    }
  }

  /** Whether a connector exists. */
  public enum State {
    ON,
    OFF
  }
}
