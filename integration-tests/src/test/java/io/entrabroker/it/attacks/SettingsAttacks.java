package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.AUDIENCE;
import static io.entrabroker.it.attacks.Switch.FIRST_LOGIN_FLOW;
import static io.entrabroker.it.attacks.Switch.MOMENT;
import static io.entrabroker.it.attacks.Switch.SETTING;
import static io.entrabroker.it.attacks.Switch.TENANT;

import io.entrabroker.it.Person;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.CredentialChange;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.htmlunit.html.HtmlPage;

/** The provider is not set up as it should be, or no longer as it was when the sign-in began. */
final class SettingsAttacks {

  private static final String FLOW = "ENTRA1004";
  private static final String OTHER_SECRET = "another~secret.of.the-tests";

  static final List<Attack> ALL =
      List.of(
          Attack.of(
              Topic.SETTINGS,
              "a first login flow in which people link accounts and change their address",
              FLOW,
              ownedAddress(field -> "")
                  .succeedsIf(
                      (field, end) ->
                          end instanceof HtmlPage page
                              && page.getElementById("linkAccount") != null),
              FIRST_LOGIN_FLOW),
          Attack.of(
              Topic.SETTINGS,
              "a first login flow that links by address",
              FLOW,
              ownedAddress(Field::flowThatLinksByAddress),
              FIRST_LOGIN_FLOW),
          changed(
              "another client id between request and answer",
              "ENTRA3004",
              field ->
                  field.change(
                      Map.of(),
                      field.implicit(),
                      "clientId",
                      "b7a1c2d3-0009-4a4a-9b9b-c0ffee000009"),
              AUDIENCE),
          changed(
              "another tenant between request and answer",
              "ENTRA3007",
              field ->
                  field.change(
                      Map.of(),
                      field.implicit(),
                      "authority",
                      field.host() + TenantAttacks.FABRIKAM),
              TENANT),
          changed(
              "a provider that is switched off between request and answer",
              "HTTP 404",
              field -> field.change(Map.of("enabled", field.isMissing(SETTING)), field.implicit()),
              SETTING),
          changed(
              "a provider for linking only, from between request and answer on",
              "ENTRA1007",
              field ->
                  field.change(Map.of("linkOnly", !field.isMissing(SETTING)), field.implicit()),
              SETTING),
          changedByCode(
              "another app registration with a credential of its own between request and answer",
              "ENTRA2202",
              field ->
                  field.change(
                      Map.of(),
                      field.web(),
                      "clientId",
                      Upstreams.IMPLICIT_APP,
                      "clientSecret",
                      OTHER_SECRET)),
          changedByCode(
              "a single-page application in place of the Web one between request and answer",
              "ENTRA2202",
              field -> field.change(Map.of(), field.upstreams().spa())),
          changedByCode(
              "the same client id in another tenant between request and answer",
              "ENTRA2202",
              field ->
                  field.change(
                      Map.of(), field.web(), "authority", field.host() + TenantAttacks.FABRIKAM)),
          changedByCode(
              "the ID-token flow in place of the code flow between request and answer",
              "ENTRA2002",
              field -> field.change(Map.of(), field.implicit())));

  private SettingsAttacks() {}

  /** A local account has Ada's address. */
  private static Scenario ownedAddress(Function<Field, String> flow) {
    return Scenario.of(
        field -> {
          field
              .realm()
              .createUser(
                  Map.of(
                      "username",
                      "countess",
                      "email",
                      "ada.lovelace@contoso.example",
                      "emailVerified",
                      true,
                      "enabled",
                      true));
          field.trialWithFlow(flow.apply(field), field.web());
        },
        field -> field.attacker().signsIn(Field.TRIAL, Scenario.ADA));
  }

  /** The person is at Microsoft while an administrator, or somebody in their place, saves. */
  private static Attack changed(
      String name, String code, Consumer<Field> change, Switch first, Switch... more) {
    return Attack.of(Topic.SETTINGS, name, code, changing(Field::implicit, change), first, more);
  }

  /** The sign-in began with a registration that is not trusted any more. */
  private static Attack changedByCode(String name, String code, Consumer<Field> change) {
    return Attack.of(Topic.SETTINGS, name, code, changing(Field::web, change), MOMENT);
  }

  private static Scenario changing(
      Function<Field, Map<String, String>> before, Consumer<Field> change) {
    return Scenario.of(
        field -> {
          field.stack().everybody();
          field.entra(CredentialChange.addSecret(Upstreams.IMPLICIT_APP, OTHER_SECRET));
          field.trial(before.apply(field));
        },
        field -> {
          Person person = field.attacker();
          HtmlPage microsoft = person.goesToMicrosoft(Field.TRIAL);
          change.accept(field);
          return person.choosesAccount(microsoft, Scenario.ADA);
        });
  }
}
