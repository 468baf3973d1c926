package io.entrabroker.it.attacks;

import java.util.EnumSet;
import java.util.Set;

/**
 * An attack that the provider refuses, and that succeeds without what stops it.
 *
 * @param topic what it goes at
 * @param name a fragment of a sentence, unlike all others
 * @param code how the refusal is called in page, event and log; where Keycloak itself refuses, the
 *     HTTP status of its page
 * @param switches what has to be switched off for it to succeed
 * @param scenario how it is done
 * @param ending who shows the page at the end
 */
record Attack(
    Topic topic, String name, String code, Set<Switch> switches, Scenario scenario, Ending ending) {

  /** Who shows the page at the end. */
  enum Ending {
    /** The page names the incident, and so does a line of the log. */
    OUR_PAGE,
    /** The event is ours; Keycloak shows the page of whatever the browser was about to do. */
    KEYCLOAKS_PAGE,
    /** Page and event are Keycloak's. */
    KEYCLOAKS_REFUSAL
  }

  static Attack of(
      Topic topic, String name, String code, Scenario scenario, Switch first, Switch... more) {
    Ending ending = code.startsWith("HTTP") ? Ending.KEYCLOAKS_REFUSAL : Ending.OUR_PAGE;
    return new Attack(topic, name, code, EnumSet.of(first, more), scenario, ending);
  }

  /** The same where the page at the end is Keycloak's. */
  Attack withKeycloaksPage() {
    return new Attack(topic, name, code, switches, scenario, Ending.KEYCLOAKS_PAGE);
  }

  @Override
  public String toString() {
    return name;
  }
}
