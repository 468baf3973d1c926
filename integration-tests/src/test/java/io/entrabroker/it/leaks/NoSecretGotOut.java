package io.entrabroker.it.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.entrabroker.it.leaks.Place.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Looks through everything that the integration tests of this run made servers and commands say,
 * for every secret of the run. Runs after them, in a run of its own.
 */
class NoSecretGotOut {

  private static final Folders RECORD = Folders.RECORD;
  private static final boolean WHOLE_RUN = System.getProperty("it.classes", "these").isEmpty();

  /** A resource of the tests' own JAR, which shows all rows of the database. */
  private static final String DATABASE_FOR_TESTS = "/refresh-now/database";

  private static final Secrets SECRETS = new Secrets();
  private static final List<Exchange> EXCHANGES = new ArrayList<>();
  private static Search search;

  /** A request and its answer. */
  private record Exchange(Message request, Message answer) {}

  @BeforeAll
  static void read() throws IOException {
    if (!Files.exists(RECORD.root())) {
      return;
    }
    if (Files.exists(RECORD.secrets())) {
      SECRETS.addAll(RECORD.secrets());
    }
    Witness witness = new Witness(SECRETS);
    for (Path file : files(RECORD.traffic())) {
      if (file.toString().endsWith(Recording.REQUESTS)) {
        connection(file, witness);
      }
    }
    search = new Search(SECRETS);
  }

  private static void connection(Path file, Witness witness) throws IOException {
    List<Message> requests = Wire.requests(Files.readAllBytes(file));
    Path beside = Path.of(file.toString().replace(Recording.REQUESTS, Recording.ANSWERS));
    List<Message> answers = Wire.answers(Files.readAllBytes(beside), requests);
    requests.forEach(witness::hears);
    for (int i = 0; i < answers.size(); i++) {
      Message request =
          i < requests.size() ? requests.get(i) : new Message("", List.of(), new byte[0]);
      witness.sees(request, answers.get(i));
      EXCHANGES.add(new Exchange(request, answers.get(i)));
    }
  }

  /** Else the search would be worth nothing. A run of single classes has not all of them. */
  @TestFactory
  Stream<DynamicTest> theWholeRunHadSecretsOfEveryKind() {
    return WHOLE_RUN
        ? Stream.of(SecretKind.values())
            .map(
                kind ->
                    dynamicTest(kind.toString(), () -> assertThat(SECRETS.of(kind)).isNotEmpty()))
        : Stream.empty();
  }

  @Test
  void noAnswerOfAServerHoldsASecretThatIsNotMeantForIt() {
    Set<String> leaks = new TreeSet<>();
    for (Exchange exchange : EXCHANGES) {
      String target = exchange.request().target();
      Kind body = target.endsWith(DATABASE_FOR_TESTS) ? Kind.DATABASE : Kind.BODY;
      look(new Place(body, target), exchange.answer().body(), leaks);
      for (String header : exchange.answer().headers()) {
        look(new Place(kind(header), target), header.getBytes(StandardCharsets.UTF_8), leaks);
      }
    }
    assertThat(leaks).isEmpty();
  }

  private static Kind kind(String header) {
    String name = header.substring(0, Math.max(0, header.indexOf(':')));
    return name.equalsIgnoreCase("Location")
        ? Kind.REDIRECT
        : name.equalsIgnoreCase("Set-Cookie") ? Kind.COOKIE : Kind.HEADER;
  }

  @Test
  void noLogHoldsASecret() throws IOException {
    Set<String> leaks = new TreeSet<>();
    for (Path folder : Folders.LOGS) {
      for (Path file : files(folder)) {
        look(new Place(Kind.LOG, file.toString()), Files.readAllBytes(file), leaks);
      }
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void noFileHoldsASecretThatIsNotMeantForIt() throws IOException {
    Set<String> leaks = new TreeSet<>();
    for (Path file : files(RECORD.data())) {
      Kind kind = file.toString().endsWith(".db") ? Kind.DATABASE : Kind.FILE;
      look(new Place(kind, file.toString()), Files.readAllBytes(file), leaks);
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void noCommandAndNoReportPrintsASecret() throws IOException {
    Set<String> leaks = new TreeSet<>();
    for (Path folder : List.of(RECORD.output(), Folders.REPORTS)) {
      for (Path file : files(folder)) {
        look(new Place(Kind.OUTPUT, file.toString()), Files.readAllBytes(file), leaks);
      }
    }
    assertThat(leaks).isEmpty();
  }

  private static void look(Place place, byte[] text, Set<String> leaks) {
    if (search == null) {
      return;
    }
    for (SecretKind kind : search.in(text)) {
      if (!kind.belongsTo(place)) {
        leaks.add(kind + " in " + place);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
