package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.keys.AuthorityKeys;
import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeKeysTest {

  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private static final int MOST = 200;

  private final NodeKeys keys = new NodeKeys();

  @Test
  void whoeverSignsInAtTheSamePlaceSharesTheKeys() {
    assertThat(of("https://login.microsoftonline.com", TENANT, CLIENT))
        .isSameAs(of("https://login.microsoftonline.com", TENANT, CLIENT));
  }

  @Test
  void hostTenantAndApplicationEachMakeAnotherPlace() {
    AuthorityKeys ours = of("https://login.microsoftonline.com", TENANT, CLIENT);

    assertThat(of("https://login.microsoftonline.us", TENANT, CLIENT)).isNotSameAs(ours);
    assertThat(of("https://login.microsoftonline.com", "organizations", CLIENT)).isNotSameAs(ours);
    assertThat(of("https://login.microsoftonline.com", TENANT, "another")).isNotSameAs(ours);
  }

  @Test
  void thePlaceThatWasNotUsedForLongestIsForgottenFirst() {
    AuthorityKeys used = of(0);
    AuthorityKeys unused = of(1);
    IntStream.range(2, MOST).forEach(this::of);
    assertThat(of(0)).isSameAs(used);
    of(MOST);

    assertThat(of(0)).isSameAs(used);
    assertThat(of(1)).isNotSameAs(unused);
  }

  @Test
  void whoeverComeAtTheSameMomentShareTheKeys() {
    Set<AuthorityKeys> found =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    IntStream.range(0, 500).parallel().forEach(i -> found.add(of(0)));

    assertThat(found).hasSize(1);
  }

  private AuthorityKeys of(int number) {
    return of("https://login.microsoftonline.com", TENANT, "client-" + number);
  }

  private AuthorityKeys of(String base, String segment, String clientId) {
    return keys.of(new Endpoints(URI.create(base), segment), clientId);
  }
}
