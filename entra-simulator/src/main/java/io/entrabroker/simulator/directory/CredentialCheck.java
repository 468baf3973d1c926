package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything in an application's credentials that the simulator could not work with. */
final class CredentialCheck {

  private static final int MOST_FEDERATED = 20;

  private final List<String> problems = new ArrayList<>();

  private CredentialCheck() {}

  static List<String> problemsOf(JsonNode application) {
    CredentialCheck check = new CredentialCheck();
    check.times(application, "passwordCredentials");
    check.times(application, "keyCredentials");
    if (check.problems.isEmpty()) {
      application.path("keyCredentials").forEach(check::certificate);
    }
    check.federated(application.path("federatedIdentityCredentials"));
    return check.problems;
  }

  private void times(JsonNode application, String list) {
    for (JsonNode credential : application.path(list)) {
      moment(list + ".startDateTime", credential.path("startDateTime"));
      moment(list + ".endDateTime", credential.path("endDateTime"));
    }
  }

  private void moment(String where, JsonNode value) {
    try {
      if (value.isTextual()) {
        Instant.parse(value.textValue());
      }
    } catch (DateTimeException unreadable) {
      problems.add("%s must be a moment like 2027-01-01T00:00:00Z.".formatted(where));
    }
  }

  private void certificate(JsonNode credential) {
    try {
      if (KeyCredential.isForVerifying(credential)) {
        KeyCredential.read(credential);
      }
    } catch (IllegalArgumentException unusable) {
      problems.add(
          "keyCredentials.key must be a certificate with an RSA key, base64 of its DER form.");
    }
  }

  private void federated(JsonNode credentials) {
    if (credentials.size() > MOST_FEDERATED) {
      problems.add("federatedIdentityCredentials must be at most %d.".formatted(MOST_FEDERATED));
    }
    Set<String> names = new HashSet<>();
    Set<List<String>> meanings = new HashSet<>();
    for (JsonNode json : credentials) {
      FederatedIdentityCredential one = FederatedIdentityCredential.read(json);
      if (one.name().length() < 3 || one.name().length() > 120 || !names.add(one.name())) {
        problems.add(
            "federatedIdentityCredentials.name must have 3 to 120 characters and be unique.");
      }
      if (one.issuer().isBlank() || one.subject().isBlank()) {
        problems.add("federatedIdentityCredentials need an issuer and a subject.");
      }
      if (!meanings.add(List.of(one.issuer(), one.subject()))) {
        problems.add("federatedIdentityCredentials repeat the same issuer and subject.");
      }
      if (one.audiences().size() != 1) {
        problems.add("federatedIdentityCredentials.audiences must hold exactly one value.");
      }
    }
  }
}
