package io.entrabroker.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks through Keycloak's whole log after each class: no token, secret, e-mail address or name.
 */
public final class LogHygiene implements AfterAllCallback {

  /** Marks a class whose traces in the log are looked through. */
  @Retention(RetentionPolicy.RUNTIME)
  @ExtendWith(LogHygiene.class)
  public @interface CleanLog {}

  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}");
  private static final List<String> PERSONAL =
      List.of("@contoso", "lovelace", "@fabrikam", "turing", "hopper", Someone.FAMILY, "@outlook");

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    Stack stack = Stack.shared();
    for (String line : Files.readAllLines(stack.keycloak().logFile())) {
      assertThat(line)
          .as("a line of Keycloak's log")
          .doesNotContainPattern(TOKEN)
          .doesNotContain(stack.catalogSecret(), stack.webSecret(), Vault.PASSWORD, "PRIVATE KEY")
          .doesNotContainIgnoringCase(PERSONAL.toArray(String[]::new));
    }
  }
}
