package io.entrabroker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads JSON of strangers. What follows the value is refused, and so is a member that stands twice:
 * it would mean one thing to us and another to the next reader (RFC 8259, section 4).
 */
public final class StrictJson {

  private StrictJson() {}

  /**
   * A reader.
   *
   * @param deepest how many objects and lists may stand in one another
   */
  public static JsonMapper upToDepth(int deepest) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(deepest).build())
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
