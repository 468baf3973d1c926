package io.entrabroker.it.cluster;

import io.entrabroker.it.browser.Tool;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of this test's own, on a free port of the loopback interface. */
final class PostgresServer implements AutoCloseable {

  private static final String ACCOUNT = "postgres";
  private static final long DEADLINE_SECONDS = 60;

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one with an empty database {@code postgres}. */
  static PostgresServer start() throws IOException, InterruptedException {
    Path programs = Tool.INITDB.find().orElseThrow().toRealPath().getParent();
    Path folder = Files.createTempDirectory("entra-postgres-");
    if (isRoot()) {
      run(List.of("chown", ACCOUNT, folder.toString()));
    }
    PostgresServer server = new PostgresServer(programs, folder, freePort());
    server.program("initdb", "-D", server.data(), "-E", "UTF8", "-A", "trust", "-U", ACCOUNT);
    server.program(
        "pg_ctl",
        "-D",
        server.data(),
        "-l",
        folder.resolve("log").toString(),
        "-w",
        "-o",
        "-h 127.0.0.1 -p "
            + server.port
            + " -k "
            + folder
            + " -c shared_preload_libraries=pg_stat_statements",
        "start");
    return server;
  }

  /** Options for a Keycloak. */
  String[] keycloakOptions() {
    return new String[] {
      "--db-url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
      "--db-username=" + ACCOUNT,
      "--db-password=" + ACCOUNT
    };
  }

  /** Runs SQL and gives what it answers: a line for each row. */
  String sql(String statements) throws IOException, InterruptedException {
    return program(
        "psql",
        "--host=127.0.0.1",
        "--port=" + port,
        "--username=" + ACCOUNT,
        "--no-align",
        "--tuples-only",
        "--set=ON_ERROR_STOP=1",
        "--command=" + statements,
        "postgres");
  }

  /** All of the database as SQL: tables with their rows, large objects, definitions. */
  String dump() throws IOException, InterruptedException {
    Path file = folder.resolve("dump.sql");
    program(
        "pg_dump",
        "--host=127.0.0.1",
        "--port=" + port,
        "--username=" + ACCOUNT,
        "--inserts",
        "--file=" + file,
        "postgres");
    return Files.readString(file);
  }

  @Override
  public void close() {
    try {
      program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  // PostgreSQL refuses to run as root.
  private String program(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", ACCOUNT, "--"));
    }
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("entra-postgres-", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    String said = Files.readString(output);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      process.destroy();
      throw new IllegalStateException(command + " failed: " + said);
    }
    return said;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
