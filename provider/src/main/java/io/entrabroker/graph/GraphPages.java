package io.entrabroker.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads lists page by page. The address of the next page comes with the answer, and the access
 * token goes there: it must begin like every other address that is asked, and never come twice.
 *
 * <p>Source: <a href="https://learn.microsoft.com/graph/paging">Paging Microsoft Graph data</a>.
 *
 * @param calls makes the calls
 * @param prefix what an address must begin with; ends with a slash
 */
record GraphPages(GraphCalls calls, String prefix) {

  private static final String NEXT = "@odata.nextLink";

  /** A dot or a slash in disguise. */
  private static final Pattern HIDDEN_STEP =
      Pattern.compile("%2e|%2f|%5c", Pattern.CASE_INSENSITIVE);

  /** All items of a list, of all its pages. */
  Outcome<List<JsonNode>, GraphFailure> read(GraphRequest first) {
    return new Reading(first).read(first);
  }

  /** Whether an answer says that there is more. */
  static boolean hasNext(JsonNode body) {
    return body.hasNonNull(NEXT);
  }

  // Compared as text first: no rule about what is a host applies to a text that begins like ours.
  private Optional<URI> link(JsonNode link) {
    if (!link.isTextual() || !link.textValue().startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(link.textValue());
      boolean stays =
          uri.getRawFragment() == null
              && uri.normalize().equals(uri)
              && !HIDDEN_STEP.matcher(uri.getRawPath()).find();
      return stays ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private final class Reading {
    private final GraphRequest first;
    private final List<JsonNode> items = new ArrayList<>();
    private final Set<URI> asked = new HashSet<>();

    Reading(GraphRequest first) {
      this.first = first;
      asked.add(first.target());
    }

    Outcome<List<JsonNode>, GraphFailure> read(GraphRequest page) {
      return calls.send(page).then(this::take);
    }

    private Outcome<List<JsonNode>, GraphFailure> take(JsonNode body) {
      JsonNode value = body.path("value");
      if (!value.isArray()) {
        return Outcome.failed(GraphFailure.ODD_ANSWER);
      }
      value.forEach(items::add);
      if (!hasNext(body)) {
        return Outcome.found(items);
      }
      Optional<URI> next = link(body.path(NEXT)).filter(asked::add);
      if (next.isEmpty()) {
        return Outcome.failed(GraphFailure.ODD_ANSWER);
      }
      return asked.size() > calls.pages()
          ? Outcome.failed(GraphFailure.TOO_MANY_PAGES)
          : read(first.next(next.get()));
    }
  }
}
