package io.entrabroker.settings;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.TenantPolicy;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where and how people sign in.
 *
 * @param authority where people sign in
 * @param pin the tenant remembered for the authority's domain
 * @param several whose people may sign in, where the authority stands for several tenants
 * @param registration how the application is registered
 * @param flow how the ID token reaches Keycloak
 * @param scopes what is asked for; never empty
 * @param hints further parameters of the authorization request, by name
 */
public record Connection(
    Authority authority,
    DomainPin pin,
    TenantPolicy several,
    AppRegistration registration,
    SignInFlow flow,
    Set<String> scopes,
    Map<String, String> hints) {

  private static final String PROMPT = "prompt";
  private static final String PASSWORD = "login";
  private static final String SILENT = "none";

  public Connection {
    scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    hints = Map.copyOf(hints);
  }

  /**
   * What Entra is to ask the person: what is configured, else what the application asked for, but
   * never consent: OpenMetadata asks for that at every sign-in, and at Entra it would put a
   * question to everybody, every time, that an administrator has answered.
   *
   * @param asked the application's {@code prompt}, values separated by spaces; may be empty
   * @return the {@code prompt} to send; empty if none is
   */
  public String prompt(String asked) {
    if (asked.equals(SILENT)) {
      return SILENT;
    }
    String configured = hints.getOrDefault(PROMPT, "");
    return configured.isEmpty()
        ? Arrays.stream(asked.split(" ", -1))
            .filter(value -> !value.equals("consent"))
            .collect(Collectors.joining(" "))
        : configured;
  }

  /** Whose people may sign in: the one answer, for every path on which a token is accepted. */
  public TenantPolicy policy() {
    return authority.policy(pin, several);
  }

  /**
   * What Entra is to ask a person who comes back because Entra demanded more: the password again
   * where every sign-in needs it, since whoever sits at the browser could bring the demand about;
   * otherwise nothing, so that the account that was chosen goes on.
   *
   * @param asked the application's {@code prompt}, values separated by spaces; may be empty
   * @return the {@code prompt} to send; empty if none is
   */
  public String promptOfSecondTry(String asked) {
    return Arrays.asList(prompt(asked).split(" ", -1)).contains(PASSWORD) ? PASSWORD : "";
  }

  /** The endpoints; empty while the authority's domain has not been resolved. */
  public Optional<Endpoints> endpoints() {
    return authority.endpoints(pin);
  }
}
