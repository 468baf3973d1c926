package io.entrabroker.samplecatalog;

import io.javalin.util.JavalinException;

/** Starts a sample catalog from the command line and leaves it running. */
public final class Main {
  private Main() {}

  /** See {@code --help}. Ends with status 2 and a sentence when an option is wrong. */
  public static void main(String[] args) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    try {
      SampleCatalog catalog = Arguments.parse(args).start(System.getenv());
      System.out.println("Sample catalog: " + catalog.url());
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      stop(wrong.getMessage() + System.lineSeparator() + Arguments.USAGE);
    } catch (JavalinException taken) {
      stop("The sample catalog could not start: " + taken.getMessage());
    }
  }

  private static void stop(String reason) {
    System.err.println(reason);
    System.exit(2);
  }
}
