package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.catalog.CatalogName;
import io.entrabroker.claims.GroupId;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.IdentityKey;
import java.util.Locale;
import java.util.Optional;

class NamesFuzzTest {

  @DictionaryEntries({
    "@contoso.example",
    "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
    ":",
    "#EXT#",
    "\u0430",
    "\u0130"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void namesAndIdsReadTheSameTwice(byte[] input) {
    String text = Fuzzing.text(input);
    Optional<EmailAddress> address = EmailAddress.parse(text);
    address.ifPresent(
        read -> Fuzzing.require(EmailAddress.parse(read.text()).equals(address), text));
    Optional<IdentityKey> key = IdentityKey.parse(text);
    key.ifPresent(read -> Fuzzing.require(IdentityKey.parse(read.toString()).equals(key), text));
    Optional<GroupId> group = GroupId.parse(text);
    group.ifPresent(read -> Fuzzing.require(GroupId.parse(read.toString()).equals(group), text));
    Optional<TenantId> tenant = TenantId.parse(text);
    tenant.ifPresent(read -> Fuzzing.require(TenantId.parse(read.toString()).equals(tenant), text));
    CatalogName.parse(text)
        .asOptional()
        .ifPresent(
            name ->
                Fuzzing.require(
                    CatalogName.parse(name.value()).asOptional().isPresent()
                        && !name.value().contains("@"),
                    text));
    boolean isListed = text.toLowerCase(Locale.ROOT).contains("elsewhere");
    Fuzzing.require(isListed || !hosts(text).serve("https://elsewhere.invalid/"), text);
  }

  // An operator's list that cannot be read keeps the server from starting.
  private static LoginHosts hosts(String list) {
    try {
      return LoginHosts.microsoftAnd(list);
    } catch (IllegalArgumentException unreadable) {
      return LoginHosts.microsoftOnly();
    }
  }
}
