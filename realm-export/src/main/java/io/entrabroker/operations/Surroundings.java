package io.entrabroker.operations;

import java.io.PrintWriter;
import java.util.Map;

/**
 * What a command is started with.
 *
 * @param environment where credentials are
 * @param out for results; whatever others have chosen can be written to it
 * @param err for everything else; likewise
 * @param colours the way around {@code out} for our own escape sequences, and for nothing else
 */
record Surroundings(
    Map<String, String> environment, PrintWriter out, PrintWriter err, PrintWriter colours) {

  Surroundings {
    environment = Map.copyOf(environment);
  }

  static Surroundings of(Map<String, String> environment, PrintWriter out, PrintWriter err) {
    return new Surroundings(environment, VisibleWriter.to(out), VisibleWriter.to(err), out);
  }
}
