package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LegacyLinkTest {

  private static final UUID OID = UUID.fromString("00000000-0000-4000-8000-00000000ada0");
  private static final IdentityKey KEY =
      new IdentityKey(TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow(), OID);
  private static final EntraUser ADA =
      new EntraUser(KEY, "pairwise", "", "ada", "ada@contoso.example", "Ada", "", "");

  @Test
  void aLinkByObjectIdIsTheLegacyOne() {
    assertThat(find(Map.of(OID.toString(), "user-1")))
        .isEqualTo(new LegacyLink.Found(OID.toString()));
  }

  @Test
  void otherwiseItIsTheSubject() {
    assertThat(find(Map.of("pairwise", "user-1"))).isEqualTo(new LegacyLink.Found("pairwise"));
  }

  @Test
  void withoutAnOlderLinkThereIsNone() {
    assertThat(find(Map.of())).isEqualTo(new LegacyLink.None());
    assertThat(find(Map.of(KEY.toString(), "user-1"))).isEqualTo(new LegacyLink.None());
  }

  @Test
  void severalLinksOfOneUserAreNoContradiction() {
    assertThat(find(Map.of(OID.toString(), "user-1", "pairwise", "user-1")))
        .isEqualTo(new LegacyLink.Found(OID.toString()));
  }

  @Test
  void linksOfTwoUsersAreAContradiction() {
    assertThat(find(Map.of(OID.toString(), "user-1", "pairwise", "user-2")))
        .isEqualTo(new LegacyLink.Ambiguous());
    assertThat(find(Map.of(KEY.toString(), "user-1", "pairwise", "user-2")))
        .isEqualTo(new LegacyLink.Ambiguous());
  }

  private static LegacyLink find(Map<String, String> links) {
    return LegacyLink.find(ADA, id -> Optional.ofNullable(links.get(id)));
  }
}
