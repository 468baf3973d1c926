package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ACCOUNT_KIND;
import static io.entrabroker.it.attacks.Switch.ADDRESS;
import static io.entrabroker.it.attacks.Switch.FIRST_LOGIN_FLOW;
import static io.entrabroker.it.attacks.Switch.TENANT;
import static io.entrabroker.it.attacks.Takeover.LISTED;

import io.entrabroker.it.Someone;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Somebody comes under the address of a local account, which administrators let be joined. */
final class AddressAttacks {

  private static final String OTHER = "22222222-3333-4444-8555-666666666666";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String UNUSABLE = "ENTRA4006";
  private static final String UNTRUSTED = "ENTRA4007";
  private static final String EXISTS = "ENTRA4102";
  private static final DirectoryChange NOTHING = root -> {};

  static final List<Attack> ALL =
      List.of(
          unbelieved("a member's address that nobody verified", Takeover.of("Aglaia")),
          claim("xms_edov is false", "Aurea", "xms_edov", false),
          claim("xms_edov is yes", "Alba", "xms_edov", "yes"),
          claim("xms_edov is two", "Arno", "xms_edov", 2),
          claim("xms_edov is a list", "Abel", "xms_edov", List.of(true)),
          claim("xms_edov is an object", "Adel", "xms_edov", Map.of("value", true)),
          claim("a claim of others' that the address is verified", "Alwin", "email_verified", true),
          claim(
              "a verified address that contains the victim's",
              "Anselm",
              "verified_primary_email",
              List.of("not-anselm.quillfeather@elsewhere.example")),
          claim(
              "an object of verified addresses",
              "Astrid",
              "verified_primary_email",
              Map.of("0", "astrid.quillfeather@elsewhere.example")),
          written(
              "the victim's address in capital letters", UNTRUSTED, "Amos", AddressAttacks::big),
          written(
              "the victim's address with a tag",
              UNTRUSTED,
              "Anouk",
              address -> address.replace("@", "+news@")),
          written(
              "a sign that becomes a letter of the victim's address in small letters",
              UNUSABLE,
              "Kunibert",
              address -> "\u212a" + address.substring(1)),
          written(
              "letters as wide as two",
              UNUSABLE,
              "Ambros",
              address -> "\uff41" + address.substring(1)),
          written(
              "the victim's address and a line break",
              UNUSABLE,
              "Artur",
              address -> address + "\n.attacker.example"),
          written(
              "the victim's address and a character that ends texts",
              UNUSABLE,
              "Agathe",
              address -> address + "\u0000.attacker.example"),
          attack(
              "a list of addresses, the victim's among them",
              UNUSABLE,
              Takeover.of("Almut")
                  .with(
                      (field, address) ->
                          Tampering.with()
                              .claim("email", List.of(address, "mallory@elsewhere.example"))),
              ADDRESS),
          attack(
              "a guest with an address of the organisation",
              UNTRUSTED,
              Takeover.of("Andris").at(LISTED).by(AddressAttacks::guest).under("guests", "admit"),
              ADDRESS,
              FIRST_LOGIN_FLOW),
          attack(
              "a guest with an address of the organisation, for which the guest's own side vouches",
              EXISTS,
              Takeover.of("Alida")
                  .at(LISTED)
                  .by(AddressAttacks::guestVouchedFor)
                  .under("guests", "admit"),
              FIRST_LOGIN_FLOW),
          attack(
              "a guest where guests may not sign in",
              "ENTRA4002",
              Takeover.of("Aribert").at(LISTED).by(AddressAttacks::guest),
              ACCOUNT_KIND,
              ADDRESS,
              FIRST_LOGIN_FLOW),
          attack(
              "somebody of another tenant with the victim's address",
              "ENTRA3007",
              Takeover.of("Amanda")
                  .at(LISTED)
                  .by((attacker, address) -> NOTHING)
                  .with((field, address) -> of(OTHER, field, address)),
              TENANT),
          attack(
              "a personal account with the victim's address",
              "ENTRA3007",
              Takeover.of("Alfons")
                  .at(LISTED)
                  .by((attacker, address) -> NOTHING)
                  .with(
                      (field, address) ->
                          of(PERSONAL, field, address)
                              .claim("xms_edov", true)
                              .signing(TokenSigning.keyOfAnotherTenant())),
              TENANT,
              ACCOUNT_KIND,
              FIRST_LOGIN_FLOW),
          account(
              "an account that somebody made beforehand with an unproven address",
              "Ansgar",
              account -> with(account, "emailVerified", false)),
          account(
              "an account that belongs to another Entra account",
              "Adele",
              account ->
                  with(
                      account,
                      "attributes",
                      Map.of("entra_oid", List.of("00000000-0000-4000-8000-000000000bad")))),
          attack(
              "an administrator of the realm",
              EXISTS,
              Takeover.of("Achim").at(LISTED).ofSomebodyWith(AddressAttacks::administersRealm),
              FIRST_LOGIN_FLOW),
          attack(
              "an account that nobody allowed to join",
              EXISTS,
              Takeover.of("Alma").at(LISTED).under("existingAccount", "refuse"),
              FIRST_LOGIN_FLOW));

  private AddressAttacks() {}

  private static void administersRealm(Field field, String user) {
    var admin = field.stack().admin();
    String management =
        admin.get("/openmetadata/clients?clientId=realm-management").at("/0/id").asText();
    admin.post(
        "/openmetadata/users/" + user + "/role-mappings/clients/" + management,
        List.of(admin.get("/openmetadata/clients/" + management + "/roles/view-events")));
  }

  private static DirectoryChange guest(Someone attacker, String address) {
    return root -> {
      attacker.isGuest().applyTo(root);
      attacker.isNotVouchedFor().applyTo(root);
      attacker.hasMail(address).applyTo(root);
    };
  }

  private static DirectoryChange guestVouchedFor(Someone attacker, String address) {
    return root -> {
      guest(attacker, address).applyTo(root);
      attacker.isVouchedFor().applyTo(root);
    };
  }

  private static Tampering of(String tenant, Field field, String address) {
    return Tampering.with()
        .claim("tid", tenant)
        .claim("iss", field.host() + tenant + "/v2.0")
        .claim("email", address);
  }

  private static String big(String address) {
    return address.toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> with(
      Map<String, Object> account, String member, Object value) {
    account.put(member, value);
    return account;
  }

  private static Attack claim(String name, String given, String claim, Object value) {
    return unbelieved(
        name, Takeover.of(given).with((field, address) -> Tampering.with().claim(claim, value)));
  }

  private static Attack written(
      String name, String code, String given, UnaryOperator<String> writing) {
    return attack(
        name,
        code,
        Takeover.of(given)
            .with((field, address) -> Tampering.with().claim("email", writing.apply(address))),
        ADDRESS);
  }

  private static Attack account(
      String name, String given, Function<Map<String, Object>, Map<String, Object>> account) {
    return attack(name, EXISTS, Takeover.of(given).at(LISTED).ofAccount(account), FIRST_LOGIN_FLOW);
  }

  private static Attack unbelieved(String name, Takeover takeover) {
    return attack(name, UNTRUSTED, takeover, ADDRESS);
  }

  private static Attack attack(
      String name, String code, Takeover takeover, Switch first, Switch... more) {
    return Attack.of(Topic.ADDRESS, name, code, takeover.scenario(), first, more);
  }
}
