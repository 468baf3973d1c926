package io.entrabroker.quickstart;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The entry point behind {@code bin/quickstart}: turns every problem into a sentence. */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final int INTERRUPTED = 130;

  private final Project project;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Main(Project project, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.project = project;
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
  }

  /** Exit status: 0 fine, 1 failed, 2 called in a way that cannot work. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Project project = Project.current();
    ServerLogs.into(log(project));
    Main main = new Main(project, System.getenv(), out, err);
    System.exit(main.run(List.of(arguments), Interruption.watched(err)));
  }

  int run(List<String> arguments, Interruption interruption) {
    try {
      int status = run(Options.parse(arguments), Upstream.from(environment));
      interruption.isOver();
      return status;
    } catch (UsageProblem e) {
      return ended(MISUSED, e, interruption);
    } catch (KeycloakProblem e) {
      return ended(FAILED, e, interruption);
    } catch (RuntimeException e) {
      // Not a constant: a logger that is made before the log file is known writes to the screen.
      LoggerFactory.getLogger(Main.class).error("The run failed", e);
      String text = "The quickstart failed: " + e + ". More is in " + log(project) + ".";
      return ended(FAILED, new KeycloakProblem(text, e), interruption);
    }
  }

  private static Path log(Project project) {
    return State.log(project.stateFolder(), "quickstart");
  }

  private int ended(int status, RuntimeException problem, Interruption interruption) {
    interruption.isOver();
    if (interruption.hasHappened()) {
      return INTERRUPTED;
    }
    err.println(problem.getMessage());
    return status;
  }

  private int run(Options options, Upstream upstream) {
    try (State state = State.open(project.stateFolder())) {
      // On the error stream: the output of a check is its result and nothing else.
      Progress progress = new Progress(err);
      try (Stack stack = new Stack(project, state, options, progress)) {
        Quickstart run = new Quickstart(options, stack, new Ending(out, progress), out);
        return upstream instanceof Upstream.Entra entra
            ? run.withEntra(entra.tenant())
            : run.withSimulator();
      }
    }
  }
}
