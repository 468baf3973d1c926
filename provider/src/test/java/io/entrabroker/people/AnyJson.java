package io.entrabroker.people;

import io.entrabroker.claims.ClaimName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Claims of any type and content, from a seed. */
final class AnyJson {

  private static final String TENANT = FictionalSignIns.TENANT;
  private static final int MOST_CHANGES = 4;
  private static final String ODD = "\"{}[]:,.-_0aZ\u0000\ud800é";

  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          "",
          " ",
          "0",
          "1",
          "true",
          "false",
          "app",
          "@",
          "a@b",
          "ada.lovelace@contoso.example",
          "ADA@CONTOSO.EXAMPLE",
          "o'brien@contoso.example",
          "x@fabrikam.example",
          "a/b@contoso.example",
          "a::b@contoso.example",
          "admin@contoso.example",
          "x-bot@contoso.example",
          "İ@contoso.example",
          "ß@contoso.example",
          "\u0000",
          "\u202e",
          "\ud83d\ude00",
          "a".repeat(300),
          "a.".repeat(2_000) + "@" + "b.".repeat(2_000),
          TENANT,
          TENANT.toUpperCase(java.util.Locale.ROOT),
          "9188040d-6c67-4c5b-b112-36a304b66dad",
          "https://login.microsoftonline.com/" + TENANT + "/v2.0",
          "https://sts.windows.net/" + TENANT + "/",
          "x_y#EXT#@contoso.example",
          "mail",
          "live.com",
          true,
          false,
          0,
          1,
          -1,
          1.5,
          1e300,
          Long.MAX_VALUE,
          List.of(),
          List.of("Admin", 7),
          List.of("Catalog.Steward"),
          List.of(List.of()),
          Arrays.asList(null, "ada.lovelace@contoso.example"),
          List.of("11111111-0000-4000-8000-000000000001"),
          List.of("ada.lovelace@contoso.example"),
          Map.of(),
          Map.of("groups", "src1"),
          Map.of("a", Map.of("b", List.of(Map.of()))));

  private final Random random;
  private final List<String> names = new ArrayList<>();

  AnyJson(long seed) {
    this.random = new Random(seed);
    try {
      for (Field field : ClaimName.class.getFields()) {
        names.add((String) field.get(null));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A member's claims, of which some are missing or something else. */
  Map<String, Object> claims() {
    Map<String, Object> claims = new HashMap<>();
    claims.put(ClaimName.ISSUER, "https://login.microsoftonline.com/" + TENANT + "/v2.0");
    claims.put(ClaimName.TENANT_ID, TENANT);
    claims.put(ClaimName.OBJECT_ID, "00000000-0000-4000-8000-00000000ada0");
    claims.put(ClaimName.SUBJECT, "pairwise");
    claims.put(ClaimName.GIVEN_NAME, "Ada");
    claims.put(ClaimName.FAMILY_NAME, "Lovelace");
    claims.put(ClaimName.EMAIL, "ada.lovelace@contoso.example");
    for (int change = random.nextInt(MOST_CHANGES + 1); change > 0; change--) {
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(5) == 0) {
        claims.remove(name);
      } else {
        claims.put(name, value());
      }
    }
    return claims;
  }

  /** Any claims at all. */
  Map<String, Object> anyClaims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    names.stream().filter(name -> random.nextBoolean()).forEach(n -> claims.put(n, value()));
    return claims;
  }

  Object value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  /** One of several. */
  <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** A text with some characters changed, doubled or missing. */
  String spoilt(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int change = random.nextInt(MOST_CHANGES) + 1; change > 0; change--) {
      int at = random.nextInt(spoilt.length() + 1);
      if (at < spoilt.length() && random.nextBoolean()) {
        spoilt.deleteCharAt(at);
      } else {
        spoilt.insert(at, ODD.charAt(random.nextInt(ODD.length())));
      }
    }
    return spoilt.toString();
  }
}
