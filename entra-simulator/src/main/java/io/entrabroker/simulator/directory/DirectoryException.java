package io.entrabroker.simulator.directory;

import java.util.List;

/** A directory file cannot be used; the message has one sentence per problem. */
public final class DirectoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DirectoryException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }

  DirectoryException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
