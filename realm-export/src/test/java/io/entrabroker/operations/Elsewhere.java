package io.entrabroker.operations;

/** Servers of a test, as if they were on another machine. */
final class Elsewhere {
  private Elsewhere() {}

  /** An address that leads to this machine and, as written, is none of it. */
  static String of(String here) {
    return here.replace("localhost", "[::ffff:127.0.0.1]");
  }
}
