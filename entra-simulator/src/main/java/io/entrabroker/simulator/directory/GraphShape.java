package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What Graph takes for a property's value. */
sealed interface GraphShape {

  /** Tells every problem of a value that is there; null is fine unless {@link Required} says no. */
  void check(String name, JsonNode value, Consumer<String> problem);

  /** How Graph words it that it does not take a value. */
  static String invalid(String name) {
    return "Invalid value specified for property '%s' of resource 'Application'.".formatted(name);
  }

  /** Values without members. */
  enum Scalar implements GraphShape {
    TEXT {
      @Override
      boolean takes(JsonNode value) {
        return value.isTextual();
      }
    },
    FLAG {
      @Override
      boolean takes(JsonNode value) {
        return value.isBoolean();
      }
    },
    WHOLE {
      @Override
      boolean takes(JsonNode value) {
        return value.isInt();
      }
    },
    GUID {
      @Override
      boolean takes(JsonNode value) {
        return value.isTextual() && A_GUID.matcher(value.textValue()).matches();
      }
    };

    private static final Pattern A_GUID =
        Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    abstract boolean takes(JsonNode value);

    @Override
    public void check(String name, JsonNode value, Consumer<String> problem) {
      if (!value.isNull() && !takes(value)) {
        problem.accept(invalid(name));
      }
    }
  }

  /** One of several words, letter by letter. */
  record Choice(Set<String> words) implements GraphShape {

    static Choice of(String... words) {
      return new Choice(Set.of(words));
    }

    @Override
    public void check(String name, JsonNode value, Consumer<String> problem) {
      if (!value.isNull() && !words.contains(value.asText())) {
        problem.accept(invalid(name));
      }
    }
  }

  /** Several of the words, separated by commas. */
  record Choices(Set<String> words) implements GraphShape {

    @Override
    public void check(String name, JsonNode value, Consumer<String> problem) {
      for (String word : value.isNull() ? new String[0] : value.asText().split(",", -1)) {
        new Choice(words).check(name, value.isTextual() ? text(word) : value, problem);
      }
    }

    private static JsonNode text(String word) {
      return com.fasterxml.jackson.databind.node.TextNode.valueOf(word.strip());
    }
  }

  /** A list. */
  record Many(GraphShape each) implements GraphShape {

    @Override
    public void check(String name, JsonNode value, Consumer<String> problem) {
      if (!value.isArray()) {
        problem.accept(invalid(name));
      }
      value.forEach(
          one -> {
            if (one.isNull()) {
              problem.accept(invalid(name));
            } else {
              each.check(name, one, problem);
            }
          });
    }
  }

  /** A value that must be there. */
  record Required(GraphShape shape) implements GraphShape {

    @Override
    public void check(String name, JsonNode value, Consumer<String> problem) {
      boolean blank = value.isTextual() && value.textValue().isBlank();
      if (value.isNull() || value.isMissingNode() || blank) {
        problem.accept(
            "A value is required for property '%s' of resource 'Application'.".formatted(name));
      } else {
        shape.check(name, value, problem);
      }
    }
  }

  /** An object with these members and no others. */
  record Members(Map<String, GraphShape> shapes) implements GraphShape {

    @Override
    public void check(String name, JsonNode value, Consumer<String> problem) {
      if (value.isNull()) {
        return;
      }
      if (!value.isObject()) {
        problem.accept(invalid(name));
        return;
      }
      value
          .fieldNames()
          .forEachRemaining(
              member -> {
                if (!shapes.containsKey(member)) {
                  problem.accept("Invalid property '%s'.".formatted(member));
                }
              });
      shapes.forEach(
          (member, shape) -> {
            if (value.has(member) || shape instanceof Required) {
              shape.check(member, value.path(member), problem);
            }
          });
    }
  }
}
