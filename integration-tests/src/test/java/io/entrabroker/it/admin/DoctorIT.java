package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The doctor finds what is wrong with a real realm, and does not find it where it is mended. */
@CleanLog
class DoctorIT extends TrialTest {

  private static final String[] VIEWER = {
    "view-realm", "view-identity-providers", "view-clients", "view-users"
  };

  private final Drifts drifts = new Drifts(stack, realm);

  @AfterEach
  void mendMicrosoft() {
    stack.simulator().faults().clear();
  }

  @TestFactory
  Stream<DynamicTest> aFaultIsFoundUntilItIsMended() {
    return faults().entrySet().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> isFoundUntilMended(fault)));
  }

  private void isFoundUntilMended(Map.Entry<String, Drift> fault) {
    upstreams.delete(TRIAL);
    String code = fault.getKey().substring(0, "ENTRA0000".length());
    Set<String> before = findings();
    Runnable mend = fault.getValue().get();
    try {
      assertThat(findings())
          .filteredOn(finding -> !before.contains(finding))
          .anySatisfy(finding -> assertThat(finding).startsWith(code));
    } finally {
      mend.run();
    }
    assertThat(findings()).isEqualTo(before);
  }

  private Map<String, Drift> faults() {
    Map<String, Drift> faults = new LinkedHashMap<>();
    faults.putAll(new ProviderFaults(stack, upstreams, drifts).all());
    faults.putAll(new RealmFaults(stack, drifts).all());
    return faults;
  }

  @Test
  void namesAreReservedAsTheProviderSaysAndTheirOwnersMayHaveThem() {
    Map<String, Object> owner =
        Map.of(
            "username",
            "admin",
            "enabled",
            true,
            "attributes",
            Map.of(
                "entra_tid",
                List.of(Upstreams.TENANT),
                "entra_oid",
                List.of("0a0a0a0a-0000-4000-8000-00000000d0c1")));
    Runnable forget = drifts.users(owner);
    try {
      assertThat(findings()).contains("ENTRA6401 admin");
      Runnable mend =
          drifts
              .provider(
                  p ->
                      ((ObjectNode) p.get("config"))
                          .put(
                              "nameOwners",
                              "admin = "
                                  + Upstreams.TENANT
                                  + ":0a0a0a0a-0000-4000-8000-00000000d0c1"))
              .get();
      try {
        assertThat(findings()).doesNotContain("ENTRA6401 admin");
      } finally {
        mend.run();
      }
    } finally {
      forget.run();
    }
  }

  @Test
  void whatIsWrongIsToldWorstFirstWithARemedy() {
    Runnable mend = drifts.provider(p -> p.put("enabled", false)).get();
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      JsonNode findings = Json.read(viewer.get("/openmetadata/doctor").body()).get("findings");

      assertThat(findings.get(0).get("id").asText()).isEqualTo("ENTRA6002");
      assertThat(findings.get(0).get("severity").asText()).isEqualTo("error");
      assertThat(findings.get(0).get("link").asText()).isEqualTo("docs/messages.md#entra6002");
      assertThat(findings.get(0).get("detail").asText()).isEqualTo("entra");
      assertThat(findings)
          .allSatisfy(finding -> assertThat(finding.get("remedy").asText()).endsWith("."));
      assertThat(
              StreamSupport.stream(findings.spliterator(), false)
                  .map(
                      finding ->
                          List.of("error", "warning", "note")
                              .indexOf(finding.get("severity").asText())))
          .isSorted();
    } finally {
      mend.run();
    }
  }

  @Test
  void whatOnlyOldReleasesNeedIsNoErrorWhereTheRealmIsSetUpForALaterOne() {
    List<Runnable> mend = new ArrayList<>();
    try {
      mend.add(drifts.web(c -> Drifts.attribute(c, "use.refresh.tokens", "false")).get());
      mend.add(drifts.spa(c -> c.put("implicitFlowEnabled", false)).get());
      assertThat(codes()).contains("ENTRA6312", "ENTRA6316").doesNotContain("ENTRA6335");
      aliases()
          .forEach(
              alias ->
                  mend.add(
                      drifts
                          .changed(
                              Drifts.REALM + "/identity-provider/instances/" + alias,
                              p -> ((ObjectNode) p.get("config")).put("catalogVersion", "2.0"))
                          .get()));
      assertThat(codes()).contains("ENTRA6335").doesNotContain("ENTRA6312", "ENTRA6316");
    } finally {
      mend.forEach(Runnable::run);
    }
  }

  private Set<String> codes() {
    return findings().stream()
        .map(finding -> finding.substring(0, "ENTRA0000".length()))
        .collect(Collectors.toSet());
  }

  private List<String> aliases() {
    JsonNode providers = stack.admin().get(Drifts.REALM + "/identity-provider/instances");
    return StreamSupport.stream(providers.spliterator(), false)
        .filter(provider -> provider.get("providerId").asText().equals("entra"))
        .map(provider -> provider.get("alias").asText())
        .toList();
  }

  @Test
  void nothingOfASecretIsTold() {
    Runnable mend = drifts.web(c -> c.put("secret", "letmein-7f3a")).get();
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      assertThat(viewer.get("/openmetadata/doctor").body())
          .contains("ENTRA6307")
          .doesNotContain("letmein-7f3a", stack.webSecret());
    } finally {
      mend.run();
    }
  }

  @Test
  void addressesMayBeWrittenInAnyWayThatKeycloakUnderstands() {
    Set<String> before = findings();
    Runnable mend =
        drifts
            .spa(
                c -> {
                  c.putArray("redirectUris")
                      .add("/callback")
                      .add("/silent-callback")
                      .add("/signin");
                  Drifts.attribute(c, "post.logout.redirect.uris", "+");
                })
            .get();
    Runnable mendFrames =
        drifts
            .realmWith(
                r ->
                    ((ObjectNode) r.get("browserSecurityHeaders"))
                        .put(
                            "contentSecurityPolicy",
                            "frame-ancestors 'self' " + stack.catalogUrl() + "/"))
            .get();
    try {
      assertThat(findings()).isEqualTo(before);
    } finally {
      mend.run();
      mendFrames.run();
    }
  }

  @Test
  void whoeverAdministersOneRealmIsNotToldOfTheServersAdministrators() {
    assertThat(findings()).contains("ENTRA6404 ");
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      assertThat(viewer.get("/openmetadata/doctor").body())
          .contains("findings")
          .doesNotContain("ENTRA6403", "ENTRA6404");
    }
  }

  private Set<String> findings() {
    JsonNode findings = stack.admin().get(Drifts.REALM + "/openmetadata/doctor").get("findings");
    return StreamSupport.stream(findings.spliterator(), false)
        .map(finding -> finding.get("id").asText() + " " + finding.get("detail").asText())
        .collect(Collectors.toSet());
  }
}
