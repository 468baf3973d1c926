package io.entrabroker.settings;

import static io.entrabroker.settings.Configs.GROUP;
import static io.entrabroker.settings.Configs.settings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

  private static final String READ_SELF = "User.Read";
  private static final String OFFLINE = "offline_access";

  @Test
  void whoeverIsNotRefreshedNeedsNoRefreshToken() {
    assertThat(settings("refreshInterval", "off").scopes()).doesNotContain(OFFLINE);
    assertThat(settings("flow", "id_token").scopes()).doesNotContain(OFFLINE);
  }

  @Test
  void withoutGroupsNothingIsAskedOfMicrosoftGraph() {
    assertThat(settings().scopes()).containsExactly("openid", "profile", "email", OFFLINE);
    assertThat(settings("appRoles", "a = Admin").scopes()).doesNotContain(READ_SELF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupBindings | 11111111-2222-4333-8444-555555555555 = A",
        "groupRoles    | 11111111-2222-4333-8444-555555555555 = A",
        "accessGate    | 11111111-2222-4333-8444-555555555555"
      })
  void whoeverDecidesByGroupsMustBeAbleToAskForThem(String key, String value) {
    assertThat(settings(key, value).scopes())
        .containsExactly("openid", "profile", "email", READ_SELF, OFFLINE);
  }

  @Test
  void theIdTokenFlowHasNothingToAskWith() {
    assertThat(
            settings("flow", "id_token", "acceptFiveGroups", "true", "accessGate", GROUP).scopes())
        .doesNotContain(READ_SELF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User.Read",
        "user.read",
        "https://graph.microsoft.com/User.Read",
        "https://microsoftgraph.chinacloudapi.cn/User.Read",
        "00000003-0000-0000-c000-000000000000/User.Read",
        "https://graph.microsoft.com/.default",
        ".default"
      })
  void whatIsAskedForAlreadyIsNotAskedForTwice(String scope) {
    assertThat(settings("accessGate", GROUP, "defaultScope", scope).scopes())
        .containsExactly("openid", "profile", "email", scope, OFFLINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OtherUser.Read",
        "User.ReadBasic.All",
        "User.Read.All",
        "https://api.contoso.example/User.Read",
        "api://b7a1c2d3-0001-4a4a-9b9b-c0ffee000001/User.Read",
        "https://graph.microsoft.com/x/User.Read"
      })
  void anotherScopeOfASimilarNameIsAnother(String scope) {
    assertThat(settings("accessGate", GROUP, "defaultScope", scope).scopes())
        .containsExactly("openid", "profile", "email", scope, READ_SELF, OFFLINE);
  }
}
