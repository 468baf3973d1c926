package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ACCOUNT_KIND;
import static io.entrabroker.it.attacks.Switch.ISSUER;
import static io.entrabroker.it.attacks.Switch.KEY_ISSUER;
import static io.entrabroker.it.attacks.Switch.TENANT;

import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Another tenant's word, or another tenant's key. */
final class IssuerAttacks {

  private static final String OTHER = "11111111-2222-4333-8444-555555555555";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String OTHER_TENANT = "ENTRA3007";
  private static final String OTHER_ISSUER = "ENTRA3008";
  private static final String OTHERS_KEY = "ENTRA3010";

  static final List<Attack> ALL =
      List.of(
          attack(
              "another tenant, consistently",
              OTHER_TENANT,
              field -> of(OTHER).claim("iss", field.host() + OTHER + "/v2.0"),
              TENANT),
          attack(
              "another tenant's id under our issuer",
              OTHER_TENANT,
              field -> of(OTHER),
              TENANT,
              ISSUER),
          attack(
              "the tenant of personal accounts, signed by its own key",
              OTHER_TENANT,
              field ->
                  of(PERSONAL)
                      .claim("iss", field.host() + PERSONAL + "/v2.0")
                      .signing(TokenSigning.keyOfAnotherTenant()),
              TENANT,
              ACCOUNT_KIND),
          attack(
              "the key of personal accounts signs for our tenant",
              OTHERS_KEY,
              field -> Tampering.with().signing(TokenSigning.keyOfAnotherTenant()),
              KEY_ISSUER),
          attack(
              "the key of personal accounts signs for our tenant, with its own issuer in the token",
              OTHERS_KEY,
              field ->
                  Tampering.with()
                      .claim("iss", field.host() + PERSONAL + "/v2.0")
                      .signing(TokenSigning.keyOfAnotherTenant()),
              KEY_ISSUER,
              ISSUER),
          Attack.of(
              Topic.ISSUER,
              "the key of personal accounts, right after all keys were read again",
              OTHERS_KEY,
              Scenario.of(
                  field -> {
                    field.trial(field.web());
                    field.reloadKeys();
                  },
                  field -> {
                    field
                        .entra()
                        .tamperWithNextIdToken(
                            Tampering.with().signing(TokenSigning.keyOfAnotherTenant()));
                    return field.attacker().signsIn(Field.TRIAL, Scenario.ADA);
                  }),
              KEY_ISSUER),
          issuer("another tenant's issuer", field -> field.host() + OTHER + "/v2.0"),
          issuer("the issuer template as it stands", field -> field.host() + "{tenantid}/v2.0"),
          issuer("the issuer template with another name", field -> field.host() + "{tid}/v2.0"),
          issuer("our tenant in braces", field -> field.host() + "{" + Upstreams.TENANT + "}/v2.0"),
          issuer(
              "our issuer in capital letters",
              field -> field.host() + Upstreams.TENANT.toUpperCase(Locale.ROOT) + "/v2.0"),
          issuer("our issuer with a slash behind it", field -> field.authority() + "/v2.0/"),
          issuer("our issuer without its version", Field::authority),
          issuer(
              "the issuer of tokens of version 1",
              field -> "https://sts.windows.net/" + Upstreams.TENANT + "/"),
          issuer(
              "our issuer at another port",
              field -> "http://localhost:1/" + Upstreams.TENANT + "/v2.0"),
          issuer(
              "our issuer as part of the attacker's address",
              field -> "https://evil.example/" + Upstreams.TENANT + "/v2.0"),
          issuer(
              "our login host as the user name in an address",
              field ->
                  field.host().replaceAll("/$", "")
                      + "@evil.example/"
                      + Upstreams.TENANT
                      + "/v2.0"),
          issuer(
              "our tenant as the second segment",
              field -> field.host() + OTHER + "/" + Upstreams.TENANT + "/v2.0"),
          issuer(
              "a step back over another tenant",
              field -> field.host() + OTHER + "/../" + Upstreams.TENANT + "/v2.0"),
          issuer(
              "our issuer and something behind a question mark",
              field -> field.authority() + "/v2.0?tenant=" + OTHER),
          attack(
              "a list of issuers, ours among them",
              OTHER_ISSUER,
              field ->
                  Tampering.with()
                      .claim("iss", List.of(field.authority() + "/v2.0", "https://evil.example")),
              ISSUER),
          attack("no issuer", OTHER_ISSUER, field -> Tampering.with().without("iss"), ISSUER),
          publishedKey(
              "a published key whose issuer is one other tenant",
              jwk -> jwk.replace("{tenantid}", OTHER),
              KEY_ISSUER));

  private IssuerAttacks() {}

  // Ada's name is hers for life: with it, the register of names would refuse other tenants.
  private static Tampering of(String tenant) {
    return Tampering.with()
        .claim("tid", tenant)
        .claim("email", "of." + tenant.charAt(0) + "@contoso.example");
  }

  private static Attack issuer(String name, Function<Field, String> issuer) {
    return attack(
        name, OTHER_ISSUER, field -> Tampering.with().claim("iss", issuer.apply(field)), ISSUER);
  }

  /** The authority publishes one more key, which is the attacker's. */
  private static Attack publishedKey(String name, UnaryOperator<String> change, Switch guard) {
    return Attack.of(
        Topic.ISSUER,
        name,
        OTHERS_KEY,
        HostileKeys.scenario(
            field -> HostileKeys.andOneMore(change.apply(HostileKeys.attackers(field)))),
        guard);
  }

  private static Attack attack(
      String name,
      String code,
      Function<Field, Tampering> tampering,
      Switch first,
      Switch... more) {
    return Attack.of(Topic.ISSUER, name, code, Scenario.tampered(tampering), first, more);
  }
}
