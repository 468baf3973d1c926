package io.entrabroker.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrabroker.doctor.Check;
import io.entrabroker.doctor.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A part of the catalog's configuration beside the same part as the realm would write it.
 *
 * @param told what the catalog tells
 * @param wanted what the realm would write
 * @param isWhole whether the catalog tells everything: what is absent then has OpenMetadata's
 *     default; else it is not known
 */
record Section(JsonNode told, JsonNode wanted, boolean isWhole) {

  // Source: OpenMetadata's JSON schemas. What has no default there is empty.
  private static final Map<String, JsonNode> DEFAULTS =
      Map.of(
          "clientType", TextNode.valueOf("public"),
          "tokenValidationAlgorithm", TextNode.valueOf("RS256"),
          "scope", TextNode.valueOf("openid email profile"),
          "useNonce", TextNode.valueOf("true"),
          "preferredJwsAlgorithm", TextNode.valueOf("RS256"),
          "responseType", TextNode.valueOf("code"),
          "disablePkce", BooleanNode.TRUE,
          "sessionExpiry", IntNode.valueOf(604_800));

  /**
   * What a member has to be like, where the realm would write it at all.
   *
   * @param member its name; never that of a secret, since values are shown
   * @param check what finds that it is otherwise
   * @param fits whether the catalog's value does as well as the realm's
   */
  record Rule(String member, Check check, BiPredicate<JsonNode, JsonNode> fits) {

    /** It has to be the same. */
    static Rule same(String member, Check check) {
      return new Rule(member, check, Rule::areSame);
    }

    // The schema has words for some switches and numbers.
    private static boolean areSame(JsonNode told, JsonNode wanted) {
      return told.isValueNode() && wanted.isValueNode()
          ? told.asText().equals(wanted.asText())
          : told.equals(wanted);
    }
  }

  /** What is otherwise. */
  Stream<Diagnosis> look(List<Rule> rules) {
    return rules.stream().flatMap(rule -> look(rule).stream());
  }

  private Optional<Diagnosis> look(Rule rule) {
    JsonNode right = wanted.path(rule.member());
    if (right.isMissingNode()) {
      return Optional.empty();
    }
    String is = told.hasNonNull(rule.member()) ? " is " : " is not set, which means ";
    return value(rule.member(), right)
        .filter(present -> !rule.fits().test(present, right))
        .map(present -> rule.check().diagnosis(rule.member() + is + present + ", not " + right));
  }

  /**
   * The value that counts in the catalog; empty if it is not known.
   *
   * @param like a value of the same type
   */
  Optional<JsonNode> value(String member, JsonNode like) {
    if (told.hasNonNull(member)) {
      return Optional.of(told.get(member));
    }
    return isWhole ? Optional.of(DEFAULTS.getOrDefault(member, empty(like))) : Optional.empty();
  }

  private static JsonNode empty(JsonNode like) {
    if (like.isArray()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    return like.isBoolean() ? BooleanNode.FALSE : TextNode.valueOf("");
  }
}
