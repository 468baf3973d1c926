package io.entrabroker.samplecatalog.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The people of the catalog, in memory, and what happens when one of them signs in.
 *
 * <p>Safe for use by several threads.
 */
public final class CatalogUsers {
  private static final int LONGEST_NAME = 256;

  private CatalogRules rules;
  private TokenSync sync;
  private final Supplier<String> fourCharacters;
  private final Map<String, CatalogUser> byName = new TreeMap<>();

  /**
   * A catalog with the administrators and bots that exist from the start.
   *
   * @param fourCharacters draws four of a to z and 0 to 9, for names that are taken
   */
  public CatalogUsers(CatalogRules rules, Supplier<String> fourCharacters) {
    this.rules = rules;
    this.sync = new TokenSync(rules);
    this.fourCharacters = fourCharacters;
    BuiltInUsers.of(rules).forEach(this::store);
  }

  /** Goes by other rules from now on. Whoever is there stays, and nobody is added. */
  public synchronized void follow(CatalogRules others) {
    rules = others;
    sync = new TokenSync(others);
  }

  /** Everybody, by name. */
  public synchronized Collection<CatalogUser> all() {
    return List.copyOf(byName.values());
  }

  /** Who has this name. */
  public synchronized Optional<CatalogUser> named(String username) {
    return Optional.ofNullable(byName.get(username));
  }

  /** Who asks with this bearer; nobody is created and nothing of the token is taken over. */
  public synchronized Optional<CatalogUser> known(Bearer bearer) {
    Principal principal = bearer.principal();
    return bearer.foundBy() == FoundBy.EMAIL
        ? withEmail(principal.email())
        : Optional.ofNullable(byName.get(principal.username()));
  }

  /** What an administrator changes about somebody; empty if there is no such user. */
  public synchronized Optional<CatalogUser> change(
      String username, UnaryOperator<CatalogUser> change) {
    return named(username).map(change).map(this::store);
  }

  /**
   * {@code GET /api/v1/users/loggedInUser}: username and e-mail must belong to the same person.
   *
   * @return the user, with the roles of a token of the realm; 400 when only one of the two is
   *     known; 404 when neither is and nobody signs up automatically
   */
  public synchronized Outcome<CatalogUser> loggedIn(Bearer bearer) {
    Outcome<CatalogUser> found = asLookedUp(bearer).then(who -> findOrSignUp(who, bearer.claims()));
    return bearer.issuer() == Bearer.Issuer.CATALOG
        ? found
        : found
            .map(sync::administrators)
            .map(user -> store(sync.rolesAtRequest(user, bearer.claims())));
  }

  /** By e-mail: the name of whoever has the address, else the local part if nobody has it. */
  private Outcome<Principal> asLookedUp(Bearer bearer) {
    Principal principal = bearer.principal();
    if (bearer.foundBy() == FoundBy.NAME) {
      return Outcome.accept(principal);
    }
    Optional<CatalogUser> known = withEmail(principal.email());
    if (known.isEmpty() && byName.containsKey(principal.username())) {
      return refuse(401, "User with email " + principal.email() + " is not registered");
    }
    return Outcome.accept(
        known.map(user -> new Principal(user.name(), user.email())).orElse(principal));
  }

  private Outcome<CatalogUser> findOrSignUp(Principal principal, Claims claims) {
    CatalogUser user = byName.get(principal.username());
    if (user != null && user.email().equals(principal.email())) {
      return Outcome.accept(user);
    }
    if (user != null || withEmail(principal.email()).isPresent()) {
      return refuse(400, "Account already exists. Please contact administrator.");
    }
    return rules.signUp().selfSignup() == SelfSignup.AUTOMATIC
        ? signUp(principal, principal, DisplayName.inSignUpForm(claims))
        : refuse(404, "user instance for " + principal.username() + " not found");
  }

  /**
   * {@code POST /api/v1/users}: a person creates the own user.
   *
   * @param asked the user to create
   * @param displayName may be empty
   * @return the new user; 403 for anybody else's name or with self-signup off; 409 when name or
   *     e-mail is taken; 400 when they cannot be stored
   */
  public synchronized Outcome<CatalogUser> create(
      Bearer bearer, Principal asked, String displayName) {
    if (rules.signUp().selfSignup() == SelfSignup.OFF || !asked.equals(bearer.principal())) {
      return refuse(403, "Principal is not allowed to create this user");
    }
    return byName.containsKey(asked.username()) || withEmail(asked.email()).isPresent()
        ? refuse(409, "Entity already exists")
        : signUp(asked, asked, displayName);
  }

  /**
   * After a confidential sign-in: get or create, by username or by address, then the token's
   * display name, teams and roles as the band takes them.
   *
   * @return the user; 401 for the unknown who may not sign up, and for another person of an address
   */
  public synchronized Outcome<CatalogUser> signedIn(Bearer bearer) {
    Outcome<CatalogUser> found =
        bearer.foundBy() == FoundBy.EMAIL ? byEmail(bearer) : byName(bearer);
    return found
        .map(sync::administrators)
        .map(user -> sync.teams(user, bearer.claims()))
        .map(user -> store(sync.rolesAtCallback(user, bearer.claims())));
  }

  private Outcome<CatalogUser> byName(Bearer bearer) {
    Principal principal = bearer.principal();
    Outcome<CatalogUser> found =
        Optional.ofNullable(byName.get(principal.username()))
            .map(Outcome::accept)
            .orElseGet(() -> signUpByName(principal));
    return found.map(user -> sync.displayName(user, bearer.claims()));
  }

  private Outcome<CatalogUser> signUpByName(Principal principal) {
    if (rules.signUp().selfSignup() == SelfSignup.OFF) {
      return refuse(401, "User not found and self-signup is disabled");
    }
    String email = rules.signUp().email().of(principal);
    return signUp(principal, new Principal(principal.username(), email), "");
  }

  private Outcome<CatalogUser> byEmail(Bearer bearer) {
    String subject = bearer.claims().text("sub").orElse("");
    Optional<CatalogUser> known = withEmail(bearer.principal().email());
    if (known.filter(user -> user.isBoundToOtherThan(subject)).isPresent()) {
      return refuse(401, "The account is bound to another identity");
    }
    return known
        .map(Outcome::accept)
        .orElseGet(() -> signUpByEmail(bearer.principal()))
        .map(user -> sync.displayNameByEmail(user, bearer.claims()))
        .map(user -> user.bound(subject));
  }

  private Outcome<CatalogUser> signUpByEmail(Principal principal) {
    if (rules.signUp().selfSignup() == SelfSignup.OFF) {
      return refuse(401, "User not registered. Contact administrator to create an account.");
    }
    String name = free(principal.username());
    return signUp(principal, new Principal(name, principal.email()), name);
  }

  private String free(String username) {
    String name = username;
    while (byName.containsKey(name)) {
      name = username + "_" + fourCharacters.get();
    }
    return name;
  }

  private Outcome<CatalogUser> signUp(Principal ofToken, Principal stored, String displayName) {
    return rules
        .domains()
        .mayRegister(ofToken)
        .then(allowed -> storable(stored))
        .map(fine -> CatalogUser.signedUp(fine, displayName))
        .map(user -> store(sync.administrators(user)));
  }

  private static Outcome<Principal> storable(Principal principal) {
    String name = principal.username();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.contains("::")) {
      return refuse(400, "This username cannot be stored");
    }
    return principal.email().matches("(?=.{6,127}$)\\S+@\\S+\\.\\S+")
        ? Outcome.accept(principal)
        : refuse(400, "This email address cannot be stored");
  }

  private CatalogUser store(CatalogUser user) {
    byName.put(user.name(), user);
    return user;
  }

  private Optional<CatalogUser> withEmail(String email) {
    return byName.values().stream().filter(user -> user.email().equals(email)).findFirst();
  }

  private static <T> Outcome<T> refuse(int status, String message) {
    return Outcome.refuse(new Refusal(status, message));
  }
}
