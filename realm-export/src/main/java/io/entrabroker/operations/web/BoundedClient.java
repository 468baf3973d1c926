package io.entrabroker.operations.web;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks over HTTP and gets an answer, or a problem, in any case: it waits for no answer for ever,
 * and keeps none that would fill the memory. Redirects are answers and not followed.
 *
 * <p>The timeout of the JDK's requests ends once the headers are there (JDK-8208693): a body that
 * never ends would be waited for.
 */
public final class BoundedClient {
  private static final int LARGEST = 32 * 1024 * 1024;

  private final HttpClient client;
  private final Duration patience;
  private final int largest;

  /**
   * @param patience how long to wait for a connection, for the beginning of an answer, and then for
   *     its end
   */
  public BoundedClient(Duration patience) {
    this(patience, LARGEST);
  }

  BoundedClient(Duration patience, int largest) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
    this.patience = patience;
    this.largest = largest;
  }

  /**
   * A request to an address.
   *
   * @throws MalformedURLException if nobody can be asked there
   */
  public static HttpRequest.Builder request(String address) throws MalformedURLException {
    try {
      return HttpRequest.newBuilder(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw new MalformedURLException("not an address that can be asked");
    }
  }

  /**
   * Sends a request.
   *
   * @throws IOException if nobody answers, if the answer does not come to its end in time, or is
   *     too large
   */
  public HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.timeout(patience).build(), headers -> new BoundedBody(largest));
    try {
      return answer.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("the answer does not come to its end");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }
}
