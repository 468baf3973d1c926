package io.entrabroker.operations.web;

import java.io.IOException;

/** An answer was not read to its end, since it is larger than any that is worth reading. */
public final class AnswerTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLarge(int largest) {
    super("the answer is larger than " + largest + " bytes");
  }
}
