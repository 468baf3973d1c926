package io.entrabroker.it.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Stack;
import java.util.List;

/** Leaves one identity provider on the realm's sign-in page, as in a real site, until closed. */
final class OnlyUpstream implements AutoCloseable {

  private static final List<String> OTHERS = List.of("entra-spa", "entra-implicit");
  private static final String INSTANCES = "/openmetadata/identity-provider/instances/";

  private final Stack stack;

  /** Hides all but {@code entra}. */
  OnlyUpstream(Stack stack) {
    this.stack = stack;
    OTHERS.forEach(alias -> hide(alias, true));
  }

  private void hide(String alias, boolean hidden) {
    ObjectNode provider = stack.admin().get(INSTANCES + alias).deepCopy();
    provider.put("hideOnLogin", hidden);
    stack.admin().put(INSTANCES + alias, provider);
  }

  @Override
  public void close() {
    OTHERS.forEach(alias -> hide(alias, false));
  }
}
