package io.entrabroker.it.leaks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a secret looks like in a text: as it is, as in a query, in JSON or in HTML, in Base64 of
 * either alphabet however it is aligned, in hexadecimal, and in hexadecimal of Base64, as a dump
 * shows columns of bytes.
 */
public final class Traces {

  /** As many characters of the secret's end are looked for: for a JWT, of its signature. */
  private static final int CHARACTERS = 32;

  private static final int BASE64_GROUP = 4;

  private Traces() {}

  /** Whether a text holds the end of a secret, however it is wrapped. */
  public static boolean of(String secret, String text) {
    return forms(secret).stream().anyMatch(text::contains);
  }

  /** Each way to write the secret's end; at least one of them stands wherever the secret does. */
  static Set<String> forms(String secret) {
    String end = secret.substring(Math.max(0, secret.length() - CHARACTERS));
    Set<String> forms = new LinkedHashSet<>(List.of(end));
    for (int before = 0; before < 3; before++) {
      String base64 = base64("x".repeat(before) + end);
      forms.add(base64);
      forms.add(base64.replace('+', '-').replace('/', '_'));
    }
    for (String form : List.copyOf(forms)) {
      String hex = HexFormat.of().formatHex(form.getBytes(StandardCharsets.UTF_8));
      forms.add(hex);
      forms.add(hex.toUpperCase(Locale.ROOT));
    }
    String query = URLEncoder.encode(end, StandardCharsets.UTF_8);
    forms.add(query);
    forms.add(query.replace("+", "%20"));
    forms.add(end.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
    forms.add(end.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.add(end.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    return forms;
  }

  // Without the groups at both ends, which depend on what stands before and after.
  private static String base64(String text) {
    String all = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return all.substring(BASE64_GROUP, all.length() - BASE64_GROUP);
  }
}
