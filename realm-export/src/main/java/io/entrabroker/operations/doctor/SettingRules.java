package io.entrabroker.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.doctor.CatalogChecks;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.doctor.SettingChecks;
import io.entrabroker.doctor.SignInRequestChecks;
import io.entrabroker.operations.doctor.Section.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the catalog's settings have to be like.
 *
 * @param told what the catalog tells
 * @param wanted what the realm would tell it
 */
record SettingRules(CatalogTold told, CatalogWanted wanted) {

  private static final String MAPPING = "jwtPrincipalClaimsMapping";
  private static final String ORDER = "jwtPrincipalClaims";
  private static final String CLIENT = "oidcConfiguration";
  private static final String PRINCIPAL_DOMAIN = "principalDomain";
  private static final String EVERYBODY = "all";

  // OpenMetadata's schema has more, and its code refuses those. Without any it takes what the
  // realm offers.
  private static final Set<String> WAYS_TO_AUTHENTICATE =
      Set.of("client_secret_post", "client_secret_basic", "");

  private static final List<Rule> AUTHENTICATION =
      List.of(
          Rule.same("provider", CatalogChecks.OTHER_PROVIDER),
          Rule.same("authority", CatalogChecks.OTHER_AUTHORITY),
          Rule.same("clientType", CatalogChecks.OTHER_CLIENT_TYPE),
          Rule.same("clientId", CatalogChecks.OTHER_CLIENT),
          Rule.same("callbackUrl", CatalogChecks.OTHER_CALLBACK),
          Rule.same("tokenValidationAlgorithm", CatalogChecks.OTHER_ALGORITHM),
          Rule.same(MAPPING, CatalogChecks.OTHER_CLAIMS),
          Rule.same("emailClaim", CatalogChecks.OTHER_CLAIMS),
          Rule.same("jwtTeamClaimMapping", CatalogChecks.OTHER_TEAM_CLAIM));

  private static final List<Rule> OF_THE_CLIENT =
      List.of(
          Rule.same("id", CatalogChecks.OTHER_CLIENT),
          Rule.same("callbackUrl", CatalogChecks.OTHER_CALLBACK),
          new Rule(
              "clientAuthenticationMethod",
              SettingChecks.SERVER_CANNOT,
              (present, right) -> WAYS_TO_AUTHENTICATE.contains(present.asText())),
          new Rule(
              "scope",
              SettingChecks.SERVER_CANNOT,
              (present, right) -> words(present).containsAll(words(right))),
          Rule.same("responseType", SettingChecks.SERVER_CANNOT),
          Rule.same("discoveryUri", SettingChecks.SERVER_DIFFERS),
          Rule.same("preferredJwsAlgorithm", SettingChecks.SERVER_DIFFERS),
          Rule.same("useNonce", SettingChecks.SERVER_DIFFERS),
          Rule.same("serverUrl", SettingChecks.SERVER_DIFFERS),
          Rule.same("disablePkce", SignInRequestChecks.NO_PKCE),
          Rule.same("prompt", SignInRequestChecks.ASKED_EVERY_TIME),
          new Rule(
              "maxAge",
              SignInRequestChecks.ASKED_EVERY_TIME,
              (present, right) -> !SignInRequestRules.isShort(present.asText())));

  private static final List<Rule> ROLES =
      List.of(Rule.same("useRolesFromProvider", CatalogChecks.ROLES_NOT_TAKEN));

  private static final List<Rule> OF_2_0 =
      List.of(
          new Rule(
              "sessionExpiry",
              SettingChecks.SESSION_OUTLIVES,
              (present, right) -> present.asInt() <= right.asInt()));

  private static List<String> words(JsonNode text) {
    return List.of(text.asText().split(" ", -1));
  }

  /** What is otherwise than the realm would write it, in every release. */
  Stream<Diagnosis> look() {
    return Stream.of(
            authentication().look(AUTHENTICATION),
            order(),
            client().look(OF_THE_CLIENT),
            authorizer().look(ROLES),
            authorizer().look(List.of(principalDomain())))
        .flatMap(found -> found);
  }

  private Section authentication() {
    return new Section(told.authentication(), wanted.authentication(), told.isWhole());
  }

  private Section authorizer() {
    return new Section(told.authorizer(), wanted.authorizer(), told.isWhole());
  }

  // The browser's client has none.
  private Section client() {
    return new Section(
        told.authentication().path(CLIENT),
        wanted.authentication().path(CLIENT),
        told.isWhole() && told.isConfidential());
  }

  // Beside a mapping the list is for bots, whose tokens have both of these claims.
  private Stream<Diagnosis> order() {
    boolean isForBots = !wanted.authentication().path(MAPPING).isEmpty();
    Rule rule =
        isForBots
            ? new Rule(
                ORDER,
                CatalogChecks.OTHER_CLAIMS,
                (present, right) ->
                    texts(present).stream()
                        .anyMatch(Set.of(ClaimName.EMAIL, ClaimName.SUBJECT)::contains))
            : Rule.same(ORDER, CatalogChecks.OTHER_CLAIMS);
    return isForBots && !told.isWhole() ? Stream.empty() : authentication().look(List.of(rule));
  }

  private Rule principalDomain() {
    return new Rule(
        PRINCIPAL_DOMAIN,
        CatalogChecks.OTHER_PRINCIPAL_DOMAIN,
        (present, right) ->
            present.equals(right)
                || wanted.mailDomains().contains(present.asText().toLowerCase(Locale.ROOT)));
  }

  /** In 2.0 nothing but the end of its own session sends anybody to the realm again. */
  Stream<Diagnosis> sessionsOf2() {
    JsonNode own = told.authentication().path("sessionExpiry");
    JsonNode limit = wanted.authentication().path(CLIENT);
    return own.isNumber()
        ? new Section(told.authentication(), limit, false).look(OF_2_0)
        : client().look(OF_2_0);
  }

  /**
   * Mail domains whose people are refused.
   *
   * @param mindsCase whether {@code Contoso.com} is another domain than {@code contoso.com}, which
   *     it is up to 1.13
   */
  Stream<Diagnosis> domains(boolean mindsCase) {
    JsonNode rights = told.authorizer();
    List<String> principal = texts(rights.path(PRINCIPAL_DOMAIN));
    List<String> allowed = texts(rights.path("allowedDomains"));
    List<String> newcomers = texts(rights.path("allowedEmailRegistrationDomains"));
    return Stream.of(
            rights.path("enforcePrincipalDomain").asBoolean()
                ? refused(
                    "enforcePrincipalDomain", allowed.isEmpty() ? principal : allowed, mindsCase)
                : Stream.<Diagnosis>empty(),
            newcomers.contains(EVERYBODY)
                ? Stream.<Diagnosis>empty()
                : refused("allowedEmailRegistrationDomains", newcomers, mindsCase),
            refused("allowedEmailDomains", texts(rights.path("allowedEmailDomains")), mindsCase))
        .flatMap(found -> found);
  }

  private Stream<Diagnosis> refused(String member, List<String> allowed, boolean mindsCase) {
    if (allowed.isEmpty()) {
      return Stream.empty();
    }
    List<String> left =
        wanted.mailDomains().stream()
            .filter(
                domain ->
                    allowed.stream()
                        .noneMatch(mindsCase ? domain::equals : domain::equalsIgnoreCase))
            .sorted()
            .toList();
    return Stream.of(
        left.isEmpty()
            ? SettingChecks.GUESTS_REFUSED.diagnosis(member)
            : SettingChecks.DOMAIN_REFUSED.diagnosis(
                member + " leaves out " + String.join(", ", left)));
  }

  // A list, or one text; null and absent are none.
  private static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? Arrays.asList(node.asText())
        : StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }
}
