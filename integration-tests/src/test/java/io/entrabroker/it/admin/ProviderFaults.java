package io.entrabroker.it.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Stack;
import io.entrabroker.it.TestDirectory;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Exchange;
import io.entrabroker.simulator.faults.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What can be wrong with the identity provider, its mappers and its registration. */
final class ProviderFaults {

  private static final String SOME_GROUP = "97009590-0000-4000-8000-0000000000d0 = Curators";

  private final Stack stack;
  private final Upstreams upstreams;
  private final Drifts drifts;

  ProviderFaults(Stack stack, Upstreams upstreams, Drifts drifts) {
    this.stack = stack;
    this.upstreams = upstreams;
    this.drifts = drifts;
  }

  /** By code and what is wrong. */
  Map<String, Drift> all() {
    Map<String, Drift> faults = new LinkedHashMap<>();
    ofTheProvider(faults);
    ofMappers(faults);
    ofMicrosoft(faults);
    return faults;
  }

  private void ofTheProvider(Map<String, Drift> faults) {
    faults.put("ENTRA6002 disabled", drifts.provider(p -> p.put("enabled", false)));
    faults.put("ENTRA6004 Keycloak's own first login flow", () -> trial(upstreams::web, ""));
    faults.put("ENTRA6005 only for linking", drifts.provider(p -> p.put("linkOnly", true)));
    faults.put("ENTRA6006 a token file that went away", this::lostTokenFile);
    faults.put(
        "ENTRA6007 a mapper missing",
        () -> {
          upstreams.post(TestDirectory.TRIAL, "entra", upstreams.web());
          return () -> upstreams.delete(TestDirectory.TRIAL);
        });
    faults.put(
        "ENTRA6008 names stay",
        drifts.provider(p -> ((ObjectNode) p.get("config")).put("syncMode", "IMPORT")));
    faults.put(
        "ENTRA6009 no mail domain",
        drifts.provider(p -> ((ObjectNode) p.get("config")).remove("mailDomains")));
    faults.put(
        "ENTRA6010 another identity provider",
        () -> {
          upstreams.postWithFlow(
              "elsewhere-too",
              "oidc",
              "",
              Map.of(
                  "clientId", "x",
                  "clientSecret", "y",
                  "authorizationUrl", "https://login.example/a",
                  "tokenUrl", "https://login.example/t"));
          return () -> upstreams.delete("elsewhere-too");
        });
  }

  private void ofMappers(Map<String, Drift> faults) {
    faults.put("ENTRA6013 in an organization", this::inAnOrganisation);
    faults.put("ENTRA6014 hidden", drifts.provider(p -> p.put("hideOnLogin", true)));
    faults.put("ENTRA6015 a frozen mapper", () -> mapper("entra-roles-mapper", "IMPORT", Map.of()));
    faults.put(
        "ENTRA6016 a mapper that writes usernames",
        () -> mapper("oidc-username-idp-mapper", "FORCE", Map.of("template", "${CLAIM.upn}")));
    faults.put(
        "ENTRA6016 a mapper that writes the address in the catalog",
        () ->
            mapper(
                "oidc-user-attribute-idp-mapper",
                "FORCE",
                Map.of("claim", "upn", "user.attribute", "catalog_email")));
    faults.put(
        "ENTRA6017 no gate",
        () -> trial(() -> Upstreams.with(upstreams.web(), "accessGate", "everyone")));
  }

  private void ofMicrosoft(Map<String, Drift> faults) {
    faults.put("ENTRA6101 no metadata", microsoft(Endpoint.DISCOVERY, Fault.connectionClosed()));
    faults.put(
        "ENTRA6102 no such tenant",
        () ->
            trial(
                () ->
                    Upstreams.with(
                        upstreams.web(),
                        "authority",
                        upstreams.authorityOf("99999999-0000-4000-8000-000000000000"))));
    faults.put("ENTRA6104 no keys", microsoft(Endpoint.KEYS, Fault.status(500)));
    faults.put("ENTRA6104 nonsense for keys", microsoft(Endpoint.KEYS, Fault.page()));
    faults.put(
        "ENTRA6106 no such application",
        () ->
            trial(
                () ->
                    Upstreams.with(
                        upstreams.web(), "clientId", "b7a1c2d3-9999-4a4a-9b9b-c0ffee000009")));
    faults.put(
        "ENTRA6107 the secret's id instead of its value",
        () ->
            trial(() -> Upstreams.with(upstreams.web(), "clientSecret", "not~the~secret~at~all")));
    faults.put(
        "ENTRA6105 a clock that is ten minutes behind", microsoft(Endpoint.DISCOVERY, late()));
    faults.put(
        "ENTRA6111 a redirect URI that nobody registered",
        () -> {
          upstreams.postWithMappers("doctors-own", upstreams.web());
          return () -> upstreams.delete("doctors-own");
        });
    faults.put(
        "ENTRA6112 registered as a single-page application",
        () -> trial(() -> Upstreams.with(upstreams.web(), "clientId", Upstreams.SPA_APP)));
    faults.put(
        "ENTRA6113 no ID tokens without a code",
        () -> trial(() -> Upstreams.with(upstreams.implicit(), "clientId", Upstreams.WEB_APP)));
    faults.put(
        "ENTRA6116 groups that decide something",
        () -> trial(() -> Upstreams.with(upstreams.web(), "groupBindings", SOME_GROUP)));
    faults.put("ENTRA6109 no token endpoint", microsoft(Endpoint.TOKEN, Fault.connectionClosed()));
  }

  private Runnable inAnOrganisation() {
    AdminApi admin = stack.admin();
    Runnable off = drifts.realmWith(r -> r.put("organizationsEnabled", true)).get();
    String id =
        admin
            .post(
                Drifts.REALM + "/organizations",
                Map.of("name", "contoso", "domains", List.of(Map.of("name", "contoso.example"))))
            .createdId();
    admin.post(Drifts.REALM + "/organizations/" + id + "/identity-providers", "entra");
    return () -> {
      admin.delete(Drifts.REALM + "/organizations/" + id);
      off.run();
    };
  }

  private Runnable mapper(String type, String syncMode, Map<String, String> config) {
    Map<String, String> all = new LinkedHashMap<>(config);
    all.put("syncMode", syncMode);
    String path = Drifts.REALM + "/identity-provider/instances/entra/mappers";
    String id =
        stack
            .admin()
            .post(
                path,
                Map.of(
                    "name",
                    "of the doctor's test",
                    "identityProviderAlias",
                    "entra",
                    "identityProviderMapper",
                    type,
                    "config",
                    all))
            .createdId();
    return () -> stack.admin().delete(path + "/" + id);
  }

  private Runnable trial(Supplier<Map<String, String>> config) {
    upstreams.postWithMappers(TestDirectory.TRIAL, config.get());
    return () -> upstreams.delete(TestDirectory.TRIAL);
  }

  private Runnable trial(Supplier<Map<String, String>> config, String flow) {
    upstreams.postWithFlow(TestDirectory.TRIAL, "entra", flow, config.get());
    return () -> upstreams.delete(TestDirectory.TRIAL);
  }

  private Runnable lostTokenFile() {
    Path file = stack.credentialFolder().resolve("doctor/token");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "e30.e30.e30");
      upstreams.postWithMappers(
          TestDirectory.TRIAL,
          Upstreams.with(
              upstreams.web(),
              "credential",
              "token-file",
              "tokenFile",
              file.toString(),
              "clientSecret",
              "none"));
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return () -> upstreams.delete(TestDirectory.TRIAL);
  }

  private static Fault late() {
    return exchange -> {
      Exchange.Answer genuine = exchange.genuine();
      Map<String, String> headers = new LinkedHashMap<>(genuine.headers());
      headers.put(
          "Date",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(10)));
      exchange.send(new Exchange.Answer(genuine.status(), headers, genuine.body()));
    };
  }

  private Drift microsoft(Endpoint endpoint, Fault fault) {
    return () -> {
      stack.simulator().faults().at(endpoint).always(fault);
      return () -> stack.simulator().faults().clear();
    };
  }
}
