package io.entrabroker.quickstart;

import io.entrabroker.quickstart.check.SignInCheck;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.upstream.Person;
import io.entrabroker.quickstart.upstream.RealTenant;
import io.entrabroker.quickstart.upstream.SimulatedTenant;
import java.io.PrintStream;
import java.net.URI;
import java.util.stream.Collectors;

/** What a person reads when everything runs. */
final class Ending {
  private final PrintStream out;
  private final Progress progress;

  Ending(PrintStream out, Progress progress) {
    this.out = out;
    this.progress = progress;
  }

  void ofSimulator(URI catalog, KeycloakServer keycloak, URI simulator, SimulatedTenant tenant) {
    out.print(
        """

        Ready after %d s. Open this address and sign in with Microsoft:

            %s

        People of the simulated tenant (no password is asked) and what comes of their sign-in:

        %s
        Groups and app roles become teams and roles: Ada is in the team Analytics and an Analyst,
        Grace is a DataSteward.

        There are three ways to Microsoft to choose from, each an identity provider with an app
        registration of its own: %s. Accounts are never
        linked by address, so whoever came by one way is refused by another: take somebody else.

        Simulator  %s
        %s
        Ctrl-C stops everything. What was signed in is kept; bin/quickstart --clean forgets it.
        """
            .formatted(
                progress.elapsed().toSeconds(),
                catalog,
                tenant.people().stream().map(Ending::line).collect(Collectors.joining()),
                tenant.brokers().stream().map(Broker::alias).collect(Collectors.joining(", ")),
                simulator,
                console(keycloak)));
    out.flush();
  }

  void ofEntra(URI catalog, KeycloakServer keycloak, RealTenant tenant) {
    out.print(
        """

        Ready after %d s. The app registration %s needs this redirect URI, under the platform "%s"
        (Entra admin center > App registrations > Authentication > Add a platform):

            %s

        Then open this address and sign in with an account of the tenant:

            %s

        %s
        Guests and accounts without an address are refused with a page that says so.

        %s
        Ctrl-C stops everything. What was signed in is kept; bin/quickstart --clean forgets it.
        """
            .formatted(
                progress.elapsed().toSeconds(),
                tenant.clientId(),
                tenant.platform(),
                RealTenant.redirectUri(keycloak.realmUri()),
                catalog,
                believed(tenant.policy().mailDomains()),
                console(keycloak)));
    out.flush();
  }

  private static String believed(String mailDomains) {
    return mailDomains.isEmpty()
        ? """
        AZURE_MAIL_DOMAINS is not set. As long as the identity provider has no mail domains, everybody
        is refused with ENTRA4007, but those whose address Microsoft vouches for (optional claim
        xms_edov). Set it to the domains whose addresses your organisation itself hands out.
        """
            .stripTrailing()
        : "A member with an address in "
            + mailDomains
            + " gets in, with the address's local part as username.";
  }

  /** One combination of the check. */
  String line(SignInCheck.Result result) {
    return result instanceof SignInCheck.Result.Passed passed
        ? "ok      %-52s %s".formatted(passed.combination(), passed.user())
        : "FAILED  %-52s %s"
            .formatted(result.combination(), ((SignInCheck.Result.Failed) result).reason());
  }

  private static String line(Person person) {
    return "    %-34s %s%n".formatted(person.displayName(), person.outcome());
  }

  private static String console(KeycloakServer keycloak) {
    return """
        Keycloak   %s/admin/  user %s, password in %s
        Log        %s
        """
        .formatted(
            keycloak.baseUri(),
            keycloak.adminUser(),
            keycloak.home().adminPasswordFile(),
            keycloak.logFile());
  }
}
