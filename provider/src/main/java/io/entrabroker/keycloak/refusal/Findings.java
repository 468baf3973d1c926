package io.entrabroker.keycloak.refusal;

import io.entrabroker.catalog.CatalogLimit;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.settings.EntraSettings;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Writes findings to the log: what an administrator should know and nobody has to wait for. */
public final class Findings {

  private static final Logger LOG = Logger.getLogger("io.entrabroker");

  private Findings() {}

  /**
   * Notes a finding.
   *
   * @param detail further sentences; must name nobody and reveal nothing
   */
  public static void note(KeycloakSession session, Finding finding, String detail) {
    LOG.warnf(
        "%s realm=%s: %s %s %s",
        finding.code(),
        session.getContext().getRealm().getName(),
        finding.whatWasFound(),
        finding.whatToDo(),
        detail);
  }

  /**
   * Writes what happens as a matter of course, for whoever looks for it.
   *
   * @param detail further sentences; must name nobody and reveal nothing
   */
  public static void mention(KeycloakSession session, Finding finding, String detail) {
    LOG.infof(
        "%s realm=%s: %s %s",
        finding.code(), session.getContext().getRealm().getName(), finding.whatWasFound(), detail);
  }

  /** Notes a finding if the configured catalog has the limit that it speaks of. */
  public static void ofLimit(
      KeycloakSession session, EntraSettings settings, CatalogLimit limit, Finding finding) {
    if (settings
        .people()
        .identity()
        .naming()
        .version()
        .limits(ClientKind.CONFIDENTIAL)
        .contains(limit)) {
      note(session, finding, "");
    }
  }
}
