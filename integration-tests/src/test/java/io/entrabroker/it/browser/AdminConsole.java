package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.entrabroker.it.Stack;
import java.util.regex.Pattern;

/** The form of an identity provider in Keycloak's administration console. */
final class AdminConsole {

  private static final String INSTANCES = "/admin/realms/openmetadata/identity-provider/instances";

  private final Page page;
  private final String providers;

  private AdminConsole(Page page, String providers) {
    this.page = page;
    this.providers = providers;
  }

  /** Signs the server's administrator in and goes to the realm's list of identity providers. */
  static AdminConsole enteredBy(Visitor admin, Stack stack) {
    String server = stack.keycloak().baseUri().toString().replaceAll("/$", "");
    String providers = server + "/admin/master/console/#/openmetadata/identity-providers";
    admin.opens(providers);
    admin.element("username").fill(stack.keycloak().adminUser());
    admin.element("password").fill(stack.keycloak().adminPassword());
    admin.presses("kc-login");
    AdminConsole entered = new AdminConsole(admin.page(), providers);
    assertThat(entered.part("currentRealm")).hasText("OpenMetadata");
    return entered;
  }

  /** Goes from the list to the form of a new one. */
  void addsMicrosoftEntraId() {
    AriaRole button = AriaRole.BUTTON;
    page.getByRole(button, new Page.GetByRoleOptions().setName("Add provider")).click();
    AriaRole item = AriaRole.MENUITEM;
    page.getByRole(item, new Page.GetByRoleOptions().setName("Microsoft Entra ID")).click();
    assertThat(part("createProvider")).isVisible();
  }

  /** Opens a stored one anew; waits until the form is filled. */
  void opens(String alias) {
    page.navigate(providers + "/entra/" + alias + "/settings");
    page.reload();
    assertThat(part("alias")).hasValue(alias);
    assertThat(part("authority")).hasValue(Pattern.compile(".+"));
  }

  Locator field(String name) {
    return part(name);
  }

  void chooses(String list, String option) {
    page.locator("#" + list).click();
    AriaRole role = AriaRole.OPTION;
    page.getByRole(role, new Page.GetByRoleOptions().setName(option).setExact(true)).click();
    assertThat(page.locator("#" + list)).hasText(option);
  }

  /** Presses "Add" and gives the status of Keycloak's answer. */
  int adds() {
    return submits("createProvider", "POST");
  }

  /** Presses "Save" and gives the status of Keycloak's answer. */
  int saves() {
    return submits("idp-details-save", "PUT");
  }

  /** Waits until the console tells the administrator this. */
  void assertSays(String text) {
    assertThat(part("global-alerts")).containsText(text);
  }

  private int submits(String button, String method) {
    Response answer =
        page.waitForResponse(
            response ->
                response.url().contains(INSTANCES) && response.request().method().equals(method),
            () -> part(button).click());
    return answer.status();
  }

  private Locator part(String testId) {
    return page.getByTestId(testId);
  }
}
