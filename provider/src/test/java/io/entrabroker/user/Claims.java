package io.entrabroker.user;

import io.entrabroker.claims.EntraClaims;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Claims as Entra sends them, from a member's usual ones. */
final class Claims {

  static final String OID = "00000000-0000-4000-8000-00000000ada0";
  static final String TID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  static final MailDomains CONTOSO = MailDomains.of("contoso.example");

  private final Map<String, Object> values = new HashMap<>();

  static Claims ofAda() {
    Claims claims = new Claims();
    claims.values.put("iss", "https://login.microsoftonline.com/" + TID + "/v2.0");
    claims.values.put("tid", TID);
    claims.values.put("oid", OID);
    claims.values.put("sub", "pairwise");
    claims.values.put("name", "Ada Lovelace");
    claims.values.put("given_name", "Ada");
    claims.values.put("family_name", "Lovelace");
    claims.values.put("email", "Ada.Lovelace@Contoso.example");
    claims.values.put("preferred_username", "ada.lovelace@contoso.example");
    return claims;
  }

  Claims with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  Claims without(String... names) {
    for (String name : names) {
      values.remove(name);
    }
    return this;
  }

  EntraClaims read() {
    return new EntraClaims(values);
  }

  EntraUser known(PersonRules rules) {
    return ((UserReading.Known) EntraUserReader.read(read(), rules)).user();
  }

  EntraUser known() {
    return known(new PersonRules(CONTOSO, EmailSource.MAIL, Set.of(AccountKind.values())));
  }

  UserReading reading() {
    return EntraUserReader.read(read(), PersonRules.strict(CONTOSO));
  }
}
