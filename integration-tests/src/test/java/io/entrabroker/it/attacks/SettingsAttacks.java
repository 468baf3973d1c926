package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.AUDIENCE;
import static io.entrabroker.it.attacks.Switch.FIRST_LOGIN_FLOW;
import static io.entrabroker.it.attacks.Switch.SETTING;
import static io.entrabroker.it.attacks.Switch.TENANT;

import io.entrabroker.it.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.htmlunit.html.HtmlPage;

/** The provider is not set up as it should be, or no longer as it was when the sign-in began. */
final class SettingsAttacks {

  private static final String FLOW = "ENTRA1004";

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
              "HTTP 400",
              field ->
                  field.change(Map.of("linkOnly", !field.isMissing(SETTING)), field.implicit()),
              SETTING));

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
    return Attack.of(
        Topic.SETTINGS,
        name,
        code,
        Scenario.of(
            field -> {
              field.stack().everybody();
              field.trial(field.implicit());
            },
            field -> {
              Person person = field.attacker();
              HtmlPage microsoft = person.goesToMicrosoft(Field.TRIAL);
              change.accept(field);
              return person.choosesAccount(microsoft, Scenario.ADA);
            }),
        first,
        more);
  }
}
