package io.entrabroker.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogPrediction;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Rejection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What comes of a sign-in. */
sealed interface Outcome {

  /** The configuration cannot be saved; {@code setting} is the key. */
  record Unsaved(String setting) implements Outcome {
    @Override
    public ObjectNode json() {
      return PersonFixture.JSON.createObjectNode().put("cannotBeSaved", setting);
    }
  }

  /** The broker refuses. */
  record Refused(Rejection rejection) implements Outcome {
    @Override
    public ObjectNode json() {
      return PersonFixture.JSON.createObjectNode().put("refused", rejection.code());
    }
  }

  /** The broker lets the person in; what the catalog makes of the realm's token. */
  record LetIn(
      Map<String, Object> token,
      CatalogPrediction prediction,
      AddressProof proof,
      Set<Finding> findings)
      implements Outcome {
    @Override
    public ObjectNode json() {
      ObjectNode json = PersonFixture.JSON.createObjectNode();
      if (prediction instanceof CatalogPrediction.Accepted user) {
        describe(user, json);
      } else {
        CatalogPrediction.Refused no = (CatalogPrediction.Refused) prediction;
        json.put("catalogRefuses", no.status() + " " + no.message());
      }
      if (proof == AddressProof.BY_MAIL) {
        json.put("afterProofByMail", true);
      }
      list(json, "findings", findings.stream().map(Finding::name).toList());
      return json;
    }

    private static void describe(CatalogPrediction.Accepted user, ObjectNode json) {
      json.put("username", user.username());
      json.put("email", user.email());
      if (!user.displayName().isEmpty()) {
        json.put("displayName", user.displayName());
      }
      list(json, "roles", user.roles());
      list(json, "teams", user.teams());
      if (user.admin()) {
        json.put("administrator", true);
      }
    }

    private static void list(ObjectNode json, String name, Collection<String> texts) {
      if (!texts.isEmpty()) {
        ArrayNode array = json.putArray(name);
        new TreeSet<>(texts).forEach(array::add);
      }
    }
  }

  /** In the words of a fixture; what is empty is left out. */
  ObjectNode json();
}
