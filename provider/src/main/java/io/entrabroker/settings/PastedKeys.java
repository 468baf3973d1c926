package io.entrabroker.settings;

import io.entrabroker.Shortened;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds key material that was pasted into the configuration, where every administrator and every
 * export would show it. Looked for before anything is read: other sentences quote what they found.
 */
final class PastedKeys {

  private static final String PEM = "-----BEGIN";

  private PastedKeys() {}

  static List<SettingsProblem> in(Map<String, String> config) {
    return config.entrySet().stream()
        .filter(entry -> Objects.requireNonNullElse(entry.getValue(), "").contains(PEM))
        .map(entry -> problem(entry.getKey()))
        .toList();
  }

  private static SettingsProblem problem(String key) {
    return new SettingsProblem(
        key,
        SettingsProblem.Kind.WRONG,
        "The setting "
            + Shortened.of(key)
            + " holds a key or a certificate, which do not belong in this configuration: it is shown"
            + " to administrators and exported. Add a key provider under Realm settings > Keys and"
            + " name it under Signing key, or put a file on the server and write its path under"
            + " Certificate file. Treat a private key that was pasted as disclosed.");
  }
}
