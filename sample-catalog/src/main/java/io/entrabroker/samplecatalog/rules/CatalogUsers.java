package io.entrabroker.samplecatalog.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * The people of the catalog, in memory, and what happens when one of them signs in.
 *
 * <p>Safe for use by several threads.
 */
public final class CatalogUsers {
  private final CatalogRules rules;
  private final TokenSync sync;
  private final Map<String, CatalogUser> byName = new HashMap<>();

  /** A catalog whose administrators exist from the start as {@code name@principalDomain}. */
  public CatalogUsers(CatalogRules rules) {
    this.rules = rules;
    this.sync = new TokenSync(rules);
    for (String admin : rules.adminPrincipals()) {
      signUp(new Principal(admin, admin + "@" + rules.principalDomain()), "");
    }
  }

  /**
   * {@code GET /api/v1/users/loggedInUser}: username and e-mail must belong to the same person.
   *
   * @return the user with the token's roles; 400 when only one of the two is known; 404 when
   *     neither is and nobody signs up automatically
   */
  public synchronized Outcome<CatalogUser> loggedIn(Bearer bearer) {
    return find(bearer).map(user -> store(sync.roles(user, bearer.claims())));
  }

  private Outcome<CatalogUser> find(Bearer bearer) {
    Principal principal = bearer.principal();
    CatalogUser user = byName.get(principal.username());
    if (user != null && user.email().equals(principal.email())) {
      return Outcome.accept(user);
    }
    if (user != null || isTaken(principal.email())) {
      return refuse(400, "Account already exists. Please contact administrator.");
    }
    return rules.selfSignup() == SelfSignup.AUTOMATIC
        ? Outcome.accept(signUp(principal, DisplayName.inSignUpForm(bearer.claims())))
        : refuse(404, "user instance for " + principal.username() + " not found");
  }

  /**
   * {@code POST /api/v1/users}: a person creates the own user.
   *
   * @param asked the user to create
   * @param displayName may be empty
   * @return the new user; 403 for anybody else's name or with self-signup off; 409 when name or
   *     e-mail is taken
   */
  public synchronized Outcome<CatalogUser> create(
      Bearer bearer, Principal asked, String displayName) {
    if (rules.selfSignup() == SelfSignup.OFF || !asked.equals(bearer.principal())) {
      return refuse(403, "Principal is not allowed to create this user");
    }
    return byName.containsKey(asked.username()) || isTaken(asked.email())
        ? refuse(409, "Entity already exists")
        : Outcome.accept(signUp(asked, displayName));
  }

  /**
   * After a confidential sign-in: get or create, by username only. The token's display name
   * overwrites the stored one, teams are added.
   *
   * @return the user; 401 for the unknown with self-signup off
   */
  public synchronized Outcome<CatalogUser> signedIn(Bearer bearer) {
    return getOrCreate(bearer)
        .map(user -> DisplayName.atCallback(bearer.claims()).map(user::called).orElse(user))
        .map(user -> store(sync.teams(user, bearer.claims())));
  }

  private Outcome<CatalogUser> getOrCreate(Bearer bearer) {
    CatalogUser user = byName.get(bearer.principal().username());
    if (user != null) {
      return Outcome.accept(user);
    }
    return rules.selfSignup() == SelfSignup.OFF
        ? refuse(401, "User is not registered and self-signup is disabled")
        : Outcome.accept(signUp(bearer.principal(), ""));
  }

  private CatalogUser signUp(Principal principal, String displayName) {
    return store(sync.administrators(CatalogUser.signedUp(principal, displayName)));
  }

  private CatalogUser store(CatalogUser user) {
    byName.put(user.name(), user);
    return user;
  }

  private boolean isTaken(String email) {
    return byName.values().stream().anyMatch(user -> user.email().equals(email));
  }

  private static Outcome<CatalogUser> refuse(int status, String message) {
    return Outcome.refuse(new Refusal(status, message));
  }
}
