package io.entrabroker.quickstart;

import java.nio.file.Path;

/** Keeps the screen for people: what simulator and catalog log goes into a file. */
final class ServerLogs {
  private ServerLogs() {}

  /** Has an effect only before the first logger is made; slf4j-simple reads it then. */
  static void into(Path file) {
    System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
    System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  }
}
