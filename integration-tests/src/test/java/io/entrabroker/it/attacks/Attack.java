package io.entrabroker.it.attacks;

import java.util.EnumSet;
import java.util.Set;

/**
 * An attack that is refused, and that succeeds without what stops it, as far as that is ours.
 *
 * @param topic what it goes at
 * @param name a fragment of a sentence, unlike all others
 * @param code how the refusal is called in page, event and log; where Keycloak itself refuses, the
 *     HTTP status of its page
 * @param switches what has to be switched off for it to succeed; empty where others stop it
 * @param scenario how it is done
 * @param ending who shows the page at the end
 * @param others who else stops it, and how; empty where it is the switches
 */
record Attack(
    Topic topic,
    String name,
    String code,
    Set<Switch> switches,
    Scenario scenario,
    Ending ending,
    String others) {

  /** Who shows the page at the end. */
  enum Ending {
    /** The page names the incident, and so does a line of the log. */
    OUR_PAGE,
    /** Event and log line are ours; Keycloak shows the page of what the browser was about to do. */
    KEYCLOAKS_PAGE,
    /** Page and event, if there is one, are Keycloak's: no code of ours has run. */
    KEYCLOAKS_REFUSAL
  }

  static Attack of(
      Topic topic, String name, String code, Scenario scenario, Switch first, Switch... more) {
    return new Attack(topic, name, code, EnumSet.of(first, more), scenario, ending(code), "");
  }

  /** One that no guard of ours stops. */
  static Attack stoppedByOthers(
      Topic topic, String name, String code, Scenario scenario, String others) {
    return new Attack(topic, name, code, Set.of(), scenario, ending(code), others);
  }

  private static Ending ending(String code) {
    return code.startsWith("HTTP") ? Ending.KEYCLOAKS_REFUSAL : Ending.OUR_PAGE;
  }

  /** The same where the page at the end is Keycloak's. */
  Attack withKeycloaksPage() {
    return new Attack(topic, name, code, switches, scenario, Ending.KEYCLOAKS_PAGE, others);
  }

  @Override
  public String toString() {
    return name;
  }
}
