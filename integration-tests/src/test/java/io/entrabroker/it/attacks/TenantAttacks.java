package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ACCOUNT_KIND;
import static io.entrabroker.it.attacks.Switch.ADDRESS;
import static io.entrabroker.it.attacks.Switch.ISSUER;
import static io.entrabroker.it.attacks.Switch.KEY_ISSUER;
import static io.entrabroker.it.attacks.Switch.TENANT;

import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.util.List;
import java.util.function.Function;

/** The authority stands for many tenants, some of which may sign in. */
final class TenantAttacks {

  static final String FABRIKAM = "fab41ca0-0000-4000-8000-000000000001";

  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String GATE = "97009590-0000-4000-8000-00000000000b";
  private static final String BOTH = Upstreams.TENANT + ", " + FABRIKAM;
  private static final String DOMAINS =
      "contoso.example=" + Upstreams.TENANT + ", fabrikam.example=" + FABRIKAM;
  private static final String NOT_ADMITTED = "ENTRA3007";
  private static final String OTHER_ISSUER = "ENTRA3008";

  static final List<Attack> ALL =
      List.of(
          attack(
              "somebody of a tenant that is not listed",
              NOT_ADMITTED,
              at("organizations", Upstreams.TENANT, "bob", field -> mail("one@fabrikam.example")),
              TENANT),
          attack(
              "somebody of a tenant that is not listed, under the issuer of one that is",
              NOT_ADMITTED,
              at(
                  "organizations",
                  Upstreams.TENANT,
                  "bob",
                  field -> mail("two@fabrikam.example").claim("iss", field.authority() + "/v2.0")),
              TENANT,
              ISSUER),
          attack(
              "the id of a listed tenant under the issuer of another",
              OTHER_ISSUER,
              at(
                  "organizations",
                  BOTH,
                  "bob",
                  field -> mail("three@contoso.example").claim("tid", Upstreams.TENANT)),
              ISSUER),
          attack(
              "the issuer of the alias itself",
              OTHER_ISSUER,
              at(
                  "organizations",
                  BOTH,
                  "bob",
                  field ->
                      mail("four@fabrikam.example")
                          .claim("iss", field.host() + "organizations/v2.0")),
              ISSUER),
          attack(
              "the issuer template of the alias as it stands",
              OTHER_ISSUER,
              at(
                  "organizations",
                  BOTH,
                  "bob",
                  field ->
                      mail("five@fabrikam.example").claim("iss", field.host() + "{tenantid}/v2.0")),
              ISSUER),
          attack(
              "the key of personal accounts signs for a listed tenant",
              "ENTRA3010",
              at(
                  "organizations",
                  BOTH,
                  "bob",
                  field -> mail("six@fabrikam.example").signing(TokenSigning.keyOfAnotherTenant())),
              KEY_ISSUER),
          attack(
              "a personal account where its tenant is not listed",
              NOT_ADMITTED,
              at("common", BOTH, "louise", field -> Tampering.with().claim("xms_edov", true)),
              TENANT,
              ACCOUNT_KIND),
          attack(
              "a personal account where any organisation may come, and says it is in the right group",
              NOT_ADMITTED,
              at(
                  "common",
                  "any",
                  "louise",
                  field -> Tampering.with().claim("xms_edov", true).claim("groups", List.of(GATE)),
                  "accessGate",
                  GATE),
              TENANT,
              ACCOUNT_KIND),
          attack(
              "an address of one listed tenant in a token of another",
              "ENTRA4007",
              at("organizations", BOTH, "mallory", field -> mail("seven@contoso.example")),
              ADDRESS));

  private TenantAttacks() {}

  private static Tampering mail(String address) {
    return Tampering.with().claim("email", address);
  }

  private static Scenario at(
      String alias, String tenants, String user, Function<Field, Tampering> token, String... more) {
    return Scenario.of(
        field -> {
          field.stack().everybody();
          field.trial(
              Upstreams.with(field.web(), more),
              "authority",
              field.host() + alias,
              "tenants",
              tenants,
              "mailDomains",
              DOMAINS);
        },
        field -> {
          field.entra().tamperWithNextIdToken(token.apply(field));
          return field.attacker().signsIn(Field.TRIAL, user);
        });
  }

  private static Attack attack(
      String name, String code, Scenario scenario, Switch first, Switch... more) {
    return Attack.of(Topic.TENANTS, name, code, scenario, first, more);
  }
}
