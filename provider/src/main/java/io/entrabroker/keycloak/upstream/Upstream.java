package io.entrabroker.keycloak.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Cause;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.NotAnswered;
import io.entrabroker.keycloak.upstream.UpstreamRequest.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Asks Microsoft over Keycloak's HTTP client (its proxy, its trusted keys). Whatever the other side
 * does, a call ends in time, reads no more than was allowed, and follows no redirect, which would
 * take codes and tokens elsewhere.
 *
 * @param http the client
 * @param timeout how long a call may take from its first to its last byte
 */
public record Upstream(CloseableHttpClient http, Duration timeout) {

  /** Calls over the HTTP client of the session's server. */
  public static Upstream over(KeycloakSession session, Duration timeout) {
    return new Upstream(session.getProvider(HttpClientProvider.class).getHttpClient(), timeout);
  }

  /** Sends a request. */
  public UpstreamAnswer send(UpstreamRequest request) {
    return send(request, timeout);
  }

  /**
   * Sends a request.
   *
   * @param atMost how long it may take; the configured limit goes before it
   */
  public UpstreamAnswer send(UpstreamRequest request, Duration atMost) {
    Duration limit = atMost.compareTo(timeout) < 0 ? atMost : timeout;
    HttpRequestBase prepared = prepared(request, (int) Math.max(1, limit.toMillis()));
    try (Deadline deadline = Deadline.of(prepared, limit)) {
      return send(prepared, request.largestAnswer(), deadline);
    }
  }

  private UpstreamAnswer send(HttpRequestBase prepared, int largest, Deadline deadline) {
    try (CloseableHttpResponse response = http.execute(prepared)) {
      byte[] body = bytes(response.getEntity(), largest);
      if (body.length > largest) {
        prepared.abort();
        return new NotAnswered(Cause.TOO_LARGE);
      }
      return new Answered(
          response.getStatusLine().getStatusCode(),
          header(response, HttpHeaders.RETRY_AFTER),
          // Microsoft answers in JSON, which is UTF-8 (RFC 8259, section 8.1).
          new String(body, UTF_8),
          header(response, HttpHeaders.DATE),
          header(response, HttpHeaders.LOCATION));
    } catch (InterruptedIOException e) {
      return new NotAnswered(Cause.TIMED_OUT);
    } catch (IOException e) {
      return new NotAnswered(deadline.isOver() ? Cause.TIMED_OUT : Cause.UNREACHABLE);
    }
  }

  private static String header(CloseableHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? "" : header.getValue();
  }

  // One byte more than allowed tells a large answer from one that just fits.
  private static byte[] bytes(HttpEntity entity, int largest) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    return content == null ? new byte[0] : content.readNBytes(largest + 1);
  }

  private static HttpRequestBase prepared(UpstreamRequest request, int milliseconds) {
    HttpRequestBase prepared = withBody(request);
    request.headers().forEach(prepared::setHeader);
    prepared.setHeader(HttpHeaders.ACCEPT, "application/json");
    prepared.setConfig(
        RequestConfig.custom()
            .setRedirectsEnabled(false)
            .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
            .setConnectionRequestTimeout(milliseconds)
            .setConnectTimeout(milliseconds)
            .setSocketTimeout(milliseconds)
            .build());
    return prepared;
  }

  private static HttpRequestBase withBody(UpstreamRequest request) {
    if (!(request.body() instanceof Body.Content content)) {
      return new HttpGet(request.target());
    }
    HttpPost post = new HttpPost(request.target());
    post.setHeader(HttpHeaders.CONTENT_TYPE, content.contentType());
    post.setEntity(new ByteArrayEntity(content.text().getBytes(UTF_8)));
    return post;
  }
}
