package io.entrabroker.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One node's way, in tests only, to refresh sessions without waiting for its timer.
 *
 * @param realm the address of the realm at the node
 */
public record RefreshNow(URI realm) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Makes every session due and refreshes them; gives how many this node refreshed. */
  public int everySession() {
    return Integer.parseInt(ask("POST", ""));
  }

  /** The same on a node that remembers what it could not ask and what it said. */
  public int onceMore() {
    return Integer.parseInt(ask("POST", "/once-more"));
  }

  /** Makes every session due. */
  public void makeDue() {
    ask("POST", "/due");
  }

  /** Refreshes what is due, as the timer does; gives how many sessions that were. */
  public int whatIsDue() {
    return whatIsDueIn(Duration.ZERO);
  }

  /** The same as it would come later. */
  public int whatIsDueIn(Duration later) {
    return Integer.parseInt(ask("POST", "/run?later=" + later.toSeconds()));
  }

  /** How many sessions are followed. */
  public int kept() {
    return Integer.parseInt(ask("GET", "/kept"));
  }

  /** What is followed. */
  public List<Row> rows() {
    return ask("GET", "/rows").lines().map(line -> Row.of(line.split(" "))).toList();
  }

  /** The same once nobody is at it any more, be it the node's own timer. */
  public List<Row> rowsAtRest() {
    Instant end = Instant.now().plus(PATIENCE);
    List<Row> rows = rows();
    while (rows.stream().anyMatch(Row::isClaimed) && Instant.now().isBefore(end)) {
      rows = rows();
    }
    assertThat(rows).noneMatch(Row::isClaimed);
    return rows;
  }

  /** The notes of all sessions that the node has in its memory. */
  public String notes() {
    return ask("GET", "/notes");
  }

  /** The whole database, as SQL; with H2 only. */
  public String database() {
    return ask("GET", "/database");
  }

  /**
   * A kept token.
   *
   * @param sessionId the session
   * @param keyId the realm's key from which its seal was derived
   * @param length the number of characters of the sealed token
   * @param isClaimed whether somebody is at it
   */
  public record Row(String sessionId, String keyId, int length, boolean isClaimed) {

    private static Row of(String... parts) {
      return new Row(parts[0], parts[1], Integer.parseInt(parts[2]), !parts[3].equals("-"));
    }
  }

  private String ask(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realm + "/refresh-now" + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
