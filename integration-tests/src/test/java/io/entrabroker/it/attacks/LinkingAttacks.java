package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.COOKIE;
import static io.entrabroker.it.attacks.Switch.NONCE;
import static io.entrabroker.it.attacks.Switch.PKCE;
import static io.entrabroker.it.attacks.Switch.STATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stack;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/**
 * A local user who is signed in links an Entra account, in a realm that offers it, and somebody
 * comes between. Our own realm does not offer it.
 */
final class LinkingAttacks {

  private static final String NAME = "linda.local";
  private static final String PASSWORD = "a password of the test";
  private static final String GRACE = "grace.hopper";
  private static final String UNKNOWN = "ENTRA2001";

  static final List<Attack> ALL =
      List.of(
          attack(
                  "the attacker's answer, opened by somebody who is about to link an account",
                  field -> {
                    String answer = Scenario.answerTo(field.attacker(), Field.TRIAL, GRACE);
                    atMicrosoft(field);
                    return field.localUser().open(answer);
                  },
                  STATE,
                  PKCE,
                  NONCE)
              .withKeycloaksPage(),
          attack(
              "the answer for the attacker's account, opened in the victim's browser",
              field -> {
                Person linda = field.localUser();
                HtmlPage microsoft = atMicrosoft(field);
                String answer =
                    linda.withoutFollowing(() -> linda.choosesAccount(microsoft, GRACE));
                SessionAttacks.shareCookies(field, linda);
                return field.attacker().open(answer);
              },
              COOKIE));

  private LinkingAttacks() {}

  private static HtmlPage atMicrosoft(Field field) {
    Person linda = field.localUser();
    HtmlPage question = Person.html(linda.open(request(field) + "&kc_action=idp_link:trial"));
    return Person.html(linda.press(question, "kc-continue"));
  }

  private static String request(Field field) {
    Stack stack = field.stack();
    return stack.keycloak().realmUri()
        + "/protocol/openid-connect/auth?"
        + App.form(
            Map.of(
                "response_type", "code",
                "scope", "openid",
                "client_id", "account-console",
                "redirect_uri", stack.keycloak().realmUri() + "/account/",
                "code_challenge_method", "S256",
                "code_challenge", "a".repeat(43)));
  }

  private static void signsIn(Field field) {
    Person linda = field.localUser();
    HtmlPage form = Person.html(linda.open(request(field)));
    ((HtmlInput) form.getElementById("username")).setValue(NAME);
    ((HtmlInput) form.getElementById("password")).setValue(PASSWORD);
    linda.withoutFollowing(() -> linda.press(form, "kc-login"));
  }

  private static void prepare(Field field) {
    var admin = field.stack().admin();
    String user =
        field
            .realm()
            .createUser(
                Map.of(
                    "username",
                    NAME,
                    "email",
                    "linda.quillfeather@contoso.example",
                    "emailVerified",
                    true,
                    "firstName",
                    "Linda",
                    "lastName",
                    "Local",
                    "enabled",
                    true,
                    "credentials",
                    List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
    String account = admin.get("/openmetadata/clients?clientId=account").at("/0/id").asText();
    admin.post(
        "/openmetadata/users/" + user + "/role-mappings/clients/" + account,
        List.of(admin.get("/openmetadata/clients/" + account + "/roles/manage-account")));
    field.offerLinking(true);
    field.trial(field.web());
    signsIn(field);
  }

  private static boolean isLinked(Field field) {
    String user = field.realm().user(NAME).orElseThrow().get("id").asText();
    return !field.realm().links(user).isEmpty();
  }

  private static Attack attack(
      String name, Function<Field, Page> strike, Switch first, Switch... more) {
    return Attack.of(
        Topic.SESSION,
        name,
        UNKNOWN,
        Scenario.of(LinkingAttacks::prepare, strike).succeedsIf((field, end) -> isLinked(field)),
        first,
        more);
  }

  /** Whether the realm offers that accounts are linked. */
  static void offer(Stack stack, boolean offered) {
    String path = "/openmetadata/authentication/required-actions/idp_link";
    ObjectNode action = (ObjectNode) stack.admin().get(path);
    stack.admin().put(path, action.put("enabled", offered));
  }
}
