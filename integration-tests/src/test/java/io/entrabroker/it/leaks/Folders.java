package io.entrabroker.it.leaks;

import io.entrabroker.it.Stack;
import java.nio.file.Path;

/**
 * Where a recording lies.
 *
 * @param root all of it
 */
record Folders(Path root) {

  private static final Path TARGET = Stack.ROOT.resolve("integration-tests/target").normalize();

  /** That of the run. */
  static final Folders RECORD = new Folders(TARGET.resolve("recording"));

  /** Logs of servers, and nothing else. */
  static final Path[] LOGS = {TARGET.resolve("keycloak"), TARGET.resolve("cluster")};

  /** What the tests' framework has written down, with all that tests printed. */
  static final Path REPORTS = TARGET.resolve("failsafe-reports");

  /** Two files for each connection. */
  Path traffic() {
    return root.resolve("traffic");
  }

  /** Copies of the servers' data. */
  Path data() {
    return root.resolve("data");
  }

  /** What commands have written. */
  Path output() {
    return root.resolve("output");
  }

  /** The secrets that the tests knew beforehand, and those on the wire to Microsoft. */
  Path secrets() {
    return root.resolve("secrets");
  }
}
