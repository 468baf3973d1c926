package io.entrabroker.people;

import io.entrabroker.catalog.CatalogSetup;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsProblem;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.tenant.LoginHosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the person of a fixture sign in. */
final class FictionalSignIns {

  static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";

  /** What is configured unless a fixture says otherwise. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "authority", TENANT,
          "clientId", "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001",
          "clientSecret", "the-value",
          "mailDomains", "contoso.example");

  private FictionalSignIns() {}

  static Outcome outcome(PersonFixture fixture, CatalogVersion version, ClientKind client) {
    SettingsReading reading = settings(fixture, version);
    if (reading.settings().isEmpty()) {
      List<String> keys =
          reading.problems().stream().map(SettingsProblem::key).distinct().sorted().toList();
      return new Outcome.Unsaved(String.join(", ", keys));
    }
    EntraSettings settings = reading.settings().get();
    FictionalRealm realm =
        new FictionalRealm(
            settings, setup(version, client), fixture.before(), new FixtureGraph(fixture.graph()));
    for (Map<String, Object> visit : fixture.visitsBefore()) {
      Outcome before = realm.arrive(visit);
      if (!(before instanceof Outcome.LetIn)) {
        throw new AssertionError(fixture + ": an earlier visit comes to nothing: " + before.json());
      }
    }
    return realm.arrive(fixture.claims());
  }

  static CatalogSetup setup(CatalogVersion version, ClientKind client) {
    return CatalogSetup.recommended(version, client, "contoso.example")
        .knowing(
            Set.of("DataConsumer", "DataSteward", "DataEngineer"),
            Set.of("Finance", "Stewards", "Sales", "entra-Sales"));
  }

  private static SettingsReading settings(PersonFixture fixture, CatalogVersion version) {
    Map<String, String> config = new HashMap<>(SETTINGS);
    config.put("catalogVersion", version.text());
    fixture.settings().forEach((key, value) -> config.put(key, value.toString()));
    return new SettingsReader(LoginHosts.microsoftOnly()).read(config);
  }
}
