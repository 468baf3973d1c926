package io.entrabroker.samplecatalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogAccount;
import io.entrabroker.catalog.CatalogAccounts;
import io.entrabroker.catalog.CatalogAdmins;
import io.entrabroker.catalog.CatalogIdentity;
import io.entrabroker.catalog.CatalogPrediction;
import io.entrabroker.catalog.CatalogPrediction.Accepted;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.catalog.CatalogPrincipal;
import io.entrabroker.catalog.CatalogSetup;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.CatalogVisit;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.catalog.DomainRules;
import io.entrabroker.catalog.ProviderSync;
import io.entrabroker.samplecatalog.rules.CatalogRules.FromToken;
import io.entrabroker.samplecatalog.rules.CatalogRules.SignUp;
import io.entrabroker.samplecatalog.rules.MailDomains.Enforcement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The provider predicts what OpenMetadata makes of a token, and this sample behaves like
 * OpenMetadata: two descriptions of one thing, written apart. Here people come and come again, with
 * changed tokens, to both.
 */
class PredictorAgreementTest {
  private static final long SEED = 20_261_122;
  private static final int HISTORIES = 40;
  private static final int VISITS = 10;
  private static final String DOMAIN = "contoso.example";
  private static final Set<String> ROLES = Set.of("DataConsumer", "DataSteward");
  private static final Set<String> TEAMS = Set.of("Finance", "Sales");
  private static final Pattern SUFFIX = Pattern.compile("_[0-9]{4}(?=,)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Few values of each claim, so that people meet: the same name, the same address, both, none. */
  private static final Map<String, List<Object>> VALUES = values();

  private static Map<String, List<Object>> values() {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    values.put("sub", Arrays.asList("1", "2", "3", " ", "", null, 7));
    values.put(
        "preferred_username",
        Arrays.asList(
            "ada",
            "ADA",
            "ada@contoso.example",
            "bob",
            "countess",
            "admin",
            "ingestion-bot",
            "",
            "@x",
            "a::b",
            "a/b",
            "a".repeat(257),
            null,
            List.of("ada"),
            7));
    values.put(
        "email",
        Arrays.asList(
            "ada@contoso.example",
            "ADA@Contoso.example",
            "ada@fabrikam.example",
            "bob@contoso.example",
            "admin@contoso.example",
            "ingestion-bot@contoso.example",
            "o'brien@contoso.example",
            "ada",
            "a@b.c",
            "a@b@contoso.example",
            "@",
            "ada@",
            "",
            null,
            List.of("ada@contoso.example"),
            7));
    values.put("email_verified", Arrays.asList(true, true, false, "false", "FALSE", "no", null));
    values.put("name", Arrays.asList("Ada Lovelace", "Countess", " ", "", null, 7));
    values.put("displayName", Arrays.asList("Ada D", ""));
    values.put("given_name", Arrays.asList("Ada", "", null));
    values.put("lastname", Arrays.asList("Lovelace", 7));
    values.put(
        "roles",
        Arrays.asList(
            List.of("DataConsumer"),
            List.of("DataSteward", "Nobody"),
            List.of("Admin"),
            List.of("Nobody"),
            List.of(),
            Arrays.asList(null, 7),
            "DataSteward",
            null));
    values.put(
        "groups",
        Arrays.asList(List.of("Finance"), List.of("Sales", "HR"), List.of(), "Finance", null, 7));
    values.put("nickname", Arrays.asList("Addie", ""));
    values.put("upn", Arrays.asList("Ada@contoso.example", "bob"));
    return values;
  }

  /** Claims that nobody should send; they come now and then only. */
  private static final Map<String, List<Object>> RARE =
      Map.of(
          "isBot", Arrays.asList(true, false, "true", null),
          "tokenType", Arrays.asList("PERSONAL_ACCESS", "OM_USER", null),
          "sessionId", Arrays.asList("x", "", 7, null));

  @TestFactory
  Stream<DynamicTest> predictorAndSampleNeverDisagree() {
    List<Case> cases = new ArrayList<>();
    for (CatalogVersion version : CatalogVersion.values()) {
      for (ClientKind client : ClientKind.values()) {
        for (Reading reading : Reading.values()) {
          if (reading.isIn(version)) {
            cases.add(new Case(version, client, reading));
          }
        }
      }
    }
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> Histories.compare(each)));
  }

  /** A way to read username and address, as both sides write it. */
  private enum Reading {
    MAPPING(
        CatalogIdentity.recommendedMapping(), band -> band.mapping("preferred_username", "email")),
    MAPPING_BY_UPN(
        new CatalogIdentity.ClaimMapping("upn", "email"), band -> band.mapping("upn", "email")),
    MAPPING_BY_EMAIL(
        new CatalogIdentity.ClaimMapping("email", "email"), band -> band.mapping("email", "email")),
    ORDER(CatalogIdentity.ClaimOrder.STANDARD, band -> ClaimOrder.standard(DOMAIN)),
    ORDER_WITHOUT_EMAIL(
        new CatalogIdentity.ClaimOrder(List.of("preferred_username", "sub")),
        band -> new ClaimOrder(List.of("preferred_username", "sub"), DOMAIN)),
    EMAIL_FIRST(
        new CatalogIdentity.EmailFirst(
            "email", "nickname", new CatalogIdentity.ClaimOrder(List.of())),
        band -> new EmailClaim("email", ClaimOrder.none())),
    EMAIL_FIRST_OR_ORDER(
        new CatalogIdentity.EmailFirst("email", "nickname", CatalogIdentity.ClaimOrder.STANDARD),
        band -> new EmailClaim("email", ClaimOrder.standard(DOMAIN)));

    private final CatalogIdentity predictors;
    private final Function<Band, PrincipalResolution> samples;

    Reading(CatalogIdentity predictors, Function<Band, PrincipalResolution> samples) {
      this.predictors = predictors;
      this.samples = samples;
    }

    /** The other ways lock most people out in some bands, which is worth comparing, too. */
    boolean letsOrdinaryPeopleIn() {
      return this == MAPPING || this == ORDER || this == EMAIL_FIRST;
    }

    boolean isIn(CatalogVersion version) {
      return version == CatalogVersion.EMAIL_FIRST || ordinal() < EMAIL_FIRST.ordinal();
    }
  }

  private record Case(CatalogVersion version, ClientKind client, Reading reading) {
    Band band() {
      return Band.of(version.text());
    }
  }

  /** Settings that both sides share, drawn for each history. */
  private record Drawn(
      boolean enforced,
      Set<String> allowed,
      Set<String> emails,
      Set<String> registration,
      boolean signUp,
      Set<String> adminEmails) {

    static Drawn by(Random random, Case of) {
      boolean after20 = of.version() == CatalogVersion.EMAIL_FIRST;
      Set<String> fabrikam = Set.of("Fabrikam.example");
      return new Drawn(
          random.nextInt(4) == 0,
          random.nextInt(3) == 0 ? fabrikam : Set.of(),
          after20 && random.nextInt(4) == 0 ? fabrikam : Set.of(),
          random.nextInt(4) == 0 ? Set.of(DOMAIN) : Set.of("all"),
          random.nextInt(5) > 0,
          after20 && random.nextInt(3) == 0 ? Set.of("Bob@contoso.example") : Set.of());
    }
  }

  /** One sequence of sign-ins at both. */
  private static final class Histories {
    private final Case of;
    private final CatalogSetup setup;
    private final TokenRules tokens;
    private final CatalogUsers users;
    private CatalogAccounts accounts;
    private int suffixes;

    static void compare(Case of) {
      Random random = new Random(SEED + of.toString().hashCode());
      Map<Boolean, Integer> outcomes = new LinkedHashMap<>();
      for (int history = 0; history < HISTORIES; history++) {
        Histories both = new Histories(of, Drawn.by(random, of));
        both.assertSamePeople();
        ObjectNode token = JSON.createObjectNode();
        for (int visit = 0; visit < VISITS; visit++) {
          change(token, random);
          outcomes.merge(both.visit(token), 1, Integer::sum);
        }
      }
      // A comparison in which nobody, or everybody, gets in would prove little.
      assertThat(outcomes.getOrDefault(false, 0)).isGreaterThan(HISTORIES);
      if (of.reading().letsOrdinaryPeopleIn()) {
        assertThat(outcomes.getOrDefault(true, 0)).isGreaterThan(HISTORIES);
      }
    }

    private Histories(Case of, Drawn drawn) {
      this.of = of;
      this.setup = setup(of, drawn);
      this.accounts = CatalogAccounts.initial(setup);
      MailDomains domains =
          new MailDomains(
              DOMAIN,
              drawn.enforced() ? Enforcement.ON : Enforcement.OFF,
              drawn.allowed(),
              drawn.emails(),
              drawn.registration());
      Band band = of.band();
      this.tokens = new TokenRules(band, of.reading().samples.apply(band), domains);
      SelfSignup signUp = drawn.signUp() ? SelfSignup.BY_REQUEST : SelfSignup.OFF;
      CatalogRules rules =
          new CatalogRules(
              band,
              domains,
              Set.of("admin"),
              drawn.adminEmails(),
              ROLES,
              TEAMS,
              new FromToken("nickname", "groups", RoleSource.TOKEN),
              new SignUp(signUp, band.signUpEmail()));
      this.users = new CatalogUsers(rules, () -> String.format("%04d", suffixes++));
    }

    private static CatalogSetup setup(Case of, Drawn drawn) {
      return CatalogSetup.recommended(of.version(), of.client(), DOMAIN)
          .with(of.reading().predictors)
          .with(
              new DomainRules(
                  DOMAIN,
                  drawn.enforced() ? DomainRules.Enforcement.ON : DomainRules.Enforcement.OFF,
                  drawn.allowed(),
                  drawn.emails(),
                  drawn.registration()))
          .with(drawn.signUp() ? CatalogSetup.SelfSignup.ON : CatalogSetup.SelfSignup.OFF)
          .with(new ProviderSync(ProviderSync.RoleSource.TOKEN, "groups", ROLES, TEAMS))
          .with(new CatalogAdmins(Set.of("admin"), drawn.adminEmails()));
    }

    /** A person comes back with one claim changed, or somebody else comes. */
    private static void change(ObjectNode token, Random random) {
      if (random.nextInt(3) == 0) {
        token.removeAll();
        VALUES.forEach((name, values) -> put(token, name, values, random));
        if (random.nextInt(3) > 0) {
          ordinary(token, random.nextInt(3));
        }
      } else {
        String name = List.copyOf(VALUES.keySet()).get(random.nextInt(VALUES.size()));
        put(token, name, VALUES.get(name), random);
      }
      RARE.forEach(
          (name, values) -> {
            token.remove(name);
            if (random.nextInt(20) == 0) {
              put(token, name, values, random);
            }
          });
    }

    /** One of three people whose claims fit together; the last two share a name. */
    private static void ordinary(ObjectNode token, int number) {
      String username = number == 0 ? "ada" : "bob";
      token.put("sub", String.valueOf(number));
      token.put("preferred_username", username);
      token.put("email", username + (number == 2 ? "@fabrikam.example" : "@contoso.example"));
      token.put("email_verified", true);
    }

    private static void put(ObjectNode token, String name, List<Object> values, Random random) {
      // The first values are the ordinary ones: they come more often.
      int bound = random.nextBoolean() ? Math.min(3, values.size()) : values.size();
      if (random.nextInt(10) == 0) {
        token.remove(name);
      } else {
        token.set(name, JSON.valueToTree(values.get(random.nextInt(bound))));
      }
    }

    private boolean visit(ObjectNode token) {
      Claims claims = Claims.of(token);
      CatalogVisit predicted = CatalogPrincipal.visit(claims.plain(), setup, accounts);
      accounts = predicted.after();
      Outcome<CatalogUser> happened =
          of.client() == ClientKind.PUBLIC ? publicSignIn(claims) : confidentialSignIn(claims);

      assertThat(text(happened)).as("%s %s", of, token).isEqualTo(text(predicted.prediction()));
      assertSamePeople();
      return predicted.prediction().isAccepted();
    }

    /** What the browser does: it asks, and fills in the sign-up form when the answer is 404. */
    private Outcome<CatalogUser> publicSignIn(Claims claims) {
      Outcome<Bearer> bearer = tokens.atRequest(claims);
      Outcome<CatalogUser> first = bearer.then(users::loggedIn);
      boolean unknown = first.<Boolean>fold(user -> false, refusal -> refusal.status() == 404);
      return unknown
          ? bearer
              .then(who -> users.create(who, who.principal(), DisplayName.inSignUpForm(claims)))
              .then(created -> bearer.then(users::loggedIn))
          : first;
    }

    /** What the server does at the callback, and the page with the token it gets. */
    private Outcome<CatalogUser> confidentialSignIn(Claims claims) {
      return tokens
          .atCallback(claims)
          .then(users::signedIn)
          .then(user -> firstRequest(user, claims))
          .then(users::loggedIn);
    }

    private Outcome<Bearer> firstRequest(CatalogUser user, Claims claims) {
      return of.band().hasOwnTokens()
          ? tokens.ofOwnToken(Claims.of(OwnToken.claims(user, "session")))
          : tokens.atRequest(claims);
    }

    private void assertSamePeople() {
      assertThat(users.all().stream().map(Histories::text).sorted())
          .isEqualTo(accounts.all().stream().map(Histories::text).sorted().toList());
    }

    private static String text(Outcome<CatalogUser> outcome) {
      return outcome.fold(
          user -> user(user), refusal -> refusal.status() + " " + refusal.message());
    }

    private static String text(CatalogPrediction prediction) {
      if (prediction instanceof Accepted user) {
        return line(
            user.username(),
            user.email(),
            user.displayName(),
            user.teams(),
            user.roles(),
            user.admin());
      }
      Refused refused = (Refused) prediction;
      return refused.status() + " " + refused.message();
    }

    private static String text(CatalogUser user) {
      return user(user) + user.subject();
    }

    private static String user(CatalogUser user) {
      return line(
          user.name(),
          user.email(),
          user.displayName(),
          user.teams(),
          user.roles(),
          user.isAdmin());
    }

    private static String text(CatalogAccount account) {
      boolean admin = account.standing() == CatalogAccount.Standing.ADMINISTRATOR;
      return line(
              account.username(),
              account.email(),
              account.displayName(),
              account.teams(),
              account.roles(),
              admin)
          + account.subject();
    }

    /** The sample's suffixes are numbers here, the predictor cannot know them. */
    private static String line(Object... parts) {
      return SUFFIX.matcher(Arrays.toString(parts)).replaceAll("_????");
    }
  }
}
