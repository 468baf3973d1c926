package io.entrabroker.simulator;

/** An argument is wrong; the message is one sentence for the person who typed it. */
final class CommandLineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandLineException(String sentence) {
    super(sentence);
  }
}
