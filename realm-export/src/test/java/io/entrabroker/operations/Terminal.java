package io.entrabroker.operations;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command writes, and how it ends. */
record Terminal(int exitCode, String out, String err) {

  static Terminal run(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Commands.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Terminal(code, out.toString(), err.toString());
  }
}
