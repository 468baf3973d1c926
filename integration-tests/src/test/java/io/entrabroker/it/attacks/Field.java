package io.entrabroker.it.attacks;

import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one attack takes place, with its people, and with some guards or all. */
final class Field implements AutoCloseable {

  static final String TRIAL = "trial";

  /** An alias of Keycloak's own provider for OpenID Connect. */
  static final String FOREIGN = "foreign";

  /** The first login flow of our realm. */
  static final String OUR_FLOW = "entra first sign-in";

  private static String configured = "";

  private final Stack stack = Stack.shared();
  private final Upstreams upstreams = Upstreams.of(stack);
  private final Realm realm = new Realm(stack);
  private final Directory directory = stack.simulator().directory();
  private final List<Person> people = new ArrayList<>();
  private final Set<Switch> missing;
  private final Lair lair = new Lair();
  private final Person attacker = person();
  private final Person localUser = person();
  private boolean keysAreLies;
  private boolean linkingIsOffered;
  private boolean hasForeign;

  /**
   * A field without people.
   *
   * @param missing what is switched off; if nothing, the provider itself is attacked
   */
  Field(Set<Switch> missing) {
    this.missing = missing;
    clear();
  }

  /** Takes the trial provider away, for others who configure it. */
  static void forgetTrial() {
    configured = "";
    Upstreams.of(Stack.shared()).delete(TRIAL);
  }

  Stack stack() {
    return stack;
  }

  Realm realm() {
    return realm;
  }

  Upstreams upstreams() {
    return upstreams;
  }

  EntraSimulator entra() {
    return stack.simulator();
  }

  /** A server of the attacker's. */
  Lair lair() {
    return lair;
  }

  /** Whose browser shall end up with a session. */
  Person attacker() {
    return attacker;
  }

  /** Somebody with a password of the realm, where an attack needs one. */
  Person localUser() {
    return localUser;
  }

  /** Whether the realm offers that users link accounts, until the attack is over. */
  void offerLinking(boolean offered) {
    linkingIsOffered = offered;
    LinkingAttacks.offer(stack, offered);
  }

  /** One more person with a browser of their own. */
  Person person() {
    Person person = Person.with(stack);
    people.add(person);
    return person;
  }

  boolean isMissing(Switch guard) {
    return missing.contains(guard);
  }

  Map<String, String> web() {
    return upstreams.web();
  }

  Map<String, String> implicit() {
    return upstreams.implicit();
  }

  /** The login host with a slash at the end. */
  String host() {
    return stack.authority().replace(Upstreams.TENANT, "");
  }

  String authority() {
    return stack.authority();
  }

  /** Something happens in the directory. */
  void entra(DirectoryChange... changes) {
    stack.simulator().change(changes);
  }

  /** Somebody who is in the directory from now on. */
  Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  /** The trial provider, or its twin, has these settings. */
  void trial(Map<String, String> config, String... more) {
    trialWithFlow(OUR_FLOW, config, more);
  }

  /** The same with another first login flow; an empty text is Keycloak's own. */
  void trialWithFlow(String flow, Map<String, String> config, String... more) {
    Map<String, String> all = complete(config, more);
    String wanted = providerId() + flow + all;
    if (!wanted.equals(configured)) {
      upstreams.delete(TRIAL);
      upstreams.postWithFlow(TRIAL, providerId(), flow, all);
      configured = wanted;
    }
  }

  /** The trial provider's settings change; members of its representation, too. */
  void change(Map<String, Object> representation, Map<String, String> config, String... more) {
    configured = "";
    upstreams.change(TRIAL, providerId(), representation, complete(config, more));
  }

  /** The realm has a provider of another kind, too, which sends people there. */
  void foreign(String authorize, String token) {
    hasForeign = true;
    upstreams.postWithFlow(
        FOREIGN,
        "oidc",
        "",
        Upstreams.with(
            Map.of(),
            "authorizationUrl",
            authorize,
            "tokenUrl",
            token,
            "clientId",
            Upstreams.WEB_APP,
            "clientSecret",
            stack.webSecret(),
            "clientAuthMethod",
            "client_secret_post",
            "syncMode",
            "FORCE"));
  }

  /** A used code is good once more where Microsoft's own guard is off. */
  void letCodesBeUsedAgain() {
    entra().redeemCodesAgain(isMissing(Switch.SINGLE_USE));
  }

  /** Keycloak reads the signing keys now. */
  void reloadKeys() {
    upstreams.reloadKeys(TRIAL);
  }

  /** The key endpoint lies from now on, and Keycloak has just asked it. */
  void publish(Fault lie) {
    reloadKeys();
    keysAreLies = true;
    entra().faults().at(Endpoint.KEYS).always(lie);
    reloadKeys();
  }

  /** A first login flow that takes whoever has the same address for the same person. */
  String flowThatLinksByAddress() {
    TrustingFlow.in(stack.admin());
    return TrustingFlow.ALIAS;
  }

  /** That flow where newcomers are not protected, and ours where they are. */
  String flow() {
    return isMissing(Switch.FIRST_LOGIN_FLOW) ? flowThatLinksByAddress() : OUR_FLOW;
  }

  private Map<String, String> complete(Map<String, String> config, String... more) {
    Map<String, String> all = Upstreams.with(config, more);
    if (!missing.isEmpty()) {
      all.put(
          "withoutGuards",
          missing.stream()
              .filter(Switch::isOfTheTwin)
              .map(Switch::name)
              .sorted()
              .collect(Collectors.joining(",")));
    }
    return all;
  }

  private String providerId() {
    return missing.isEmpty() ? "entra" : "unguarded-entra";
  }

  private void clear() {
    entra().faults().clear();
    entra().graphFaults().clear();
    entra().tamperNoMore();
    entra().redeemCodesAgain(false);
    realm.forgetPeople();
  }

  @Override
  public void close() {
    people.forEach(Person::close);
    lair.close();
    clear();
    entra().replaceDirectory(directory);
    if (keysAreLies) {
      reloadKeys();
    }
    if (linkingIsOffered) {
      offerLinking(false);
    }
    if (hasForeign) {
      upstreams.delete(FOREIGN);
    }
  }
}
