package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;

/** The value of one of OpenMetadata's settings. */
sealed interface FieldValue {

  /** A text. */
  record Text(String text) implements FieldValue {
    @Override
    public String variable() {
      return text;
    }

    @Override
    public JsonNode json() {
      return TextNode.valueOf(text);
    }
  }

  /** On or off. */
  record Flag(boolean isOn) implements FieldValue {
    @Override
    public String variable() {
      return Boolean.toString(isOn);
    }

    @Override
    public JsonNode json() {
      return BooleanNode.valueOf(isOn);
    }
  }

  /** On or off, which OpenMetadata's schema has as a text and its chart as a switch. */
  record Switch(boolean isOn) implements FieldValue {
    @Override
    public String variable() {
      return Boolean.toString(isOn);
    }

    @Override
    public JsonNode json() {
      return TextNode.valueOf(variable());
    }

    @Override
    public JsonNode chart() {
      return BooleanNode.valueOf(isOn);
    }
  }

  /** A whole number, which the chart has as a text. */
  record Count(int number) implements FieldValue {
    @Override
    public String variable() {
      return Integer.toString(number);
    }

    @Override
    public JsonNode json() {
      return IntNode.valueOf(number);
    }

    @Override
    public JsonNode chart() {
      return TextNode.valueOf(variable());
    }
  }

  /** A list of texts without blanks, commas and brackets. */
  record Texts(List<String> entries) implements FieldValue {
    public Texts {
      entries = List.copyOf(entries);
    }

    @Override
    public String variable() {
      return "[" + String.join(",", entries) + "]";
    }

    @Override
    public JsonNode json() {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      entries.forEach(array::add);
      return array;
    }
  }

  /** The client's secret: written, or a place for it. */
  record ClientSecretText(CatalogClient.ClientSecret secret) implements FieldValue {

    // Long enough to be no word that YAML reads as something else.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{7,}");

    // A variable becomes part of OpenMetadata's YAML as it is: 0123 would be a number there.
    @Override
    public String variable() {
      String text = text();
      return PLAIN.matcher(text).matches() ? text : json().toString();
    }

    @Override
    public JsonNode json() {
      return TextNode.valueOf(text());
    }

    private String text() {
      return secret.text().orElse(CatalogClient.ClientSecret.PLACE);
    }
  }

  /** As an environment variable: OpenMetadata reads it as YAML, so lists are flow sequences. */
  String variable();

  /** As JSON, which is YAML, too. */
  JsonNode json();

  /** As the Helm chart's values have it. */
  default JsonNode chart() {
    return json();
  }
}
