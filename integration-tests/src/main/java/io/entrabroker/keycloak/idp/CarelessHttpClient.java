package io.entrabroker.keycloak.idp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.client.utils.URIUtils;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/**
 * Goes wherever a redirect leads, with everything that was to be sent, reads answers of any length
 * and hands on what a lenient reader makes of their JSON.
 */
final class CarelessHttpClient extends CloseableHttpClient {

  private static final int MOST_REDIRECTS = 5;
  private static final ObjectMapper LENIENT = new ObjectMapper();

  private final CloseableHttpClient careful;

  CarelessHttpClient(CloseableHttpClient careful) {
    this.careful = careful;
  }

  @Override
  protected CloseableHttpResponse doExecute(
      HttpHost target, HttpRequest request, HttpContext context) throws IOException {
    CloseableHttpResponse answer = careful.execute(target, request, context);
    for (int i = 0; i < MOST_REDIRECTS && isRedirect(answer); i++) {
      Header location = answer.getFirstHeader("Location");
      EntityUtils.consume(answer.getEntity());
      HttpUriRequest next =
          RequestBuilder.copy(request).setUri(URI.create(location.getValue())).build();
      answer = careful.execute(URIUtils.extractHost(next.getURI()), next, context);
    }
    if (answer.getEntity() != null) {
      answer.setEntity(
          new ByteArrayEntity(asUnderstood(EntityUtils.toByteArray(answer.getEntity()))));
    }
    return answer;
  }

  private static boolean isRedirect(CloseableHttpResponse answer) {
    int status = answer.getStatusLine().getStatusCode();
    return status >= 300 && status < 400 && answer.getFirstHeader("Location") != null;
  }

  private static byte[] asUnderstood(byte[] body) throws IOException {
    try {
      return LENIENT
          .readTree(new String(body, StandardCharsets.UTF_8).strip())
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  @Override
  public void close() {}

  @Override
  @Deprecated
  public org.apache.http.params.HttpParams getParams() {
    return careful.getParams();
  }

  @Override
  @Deprecated
  public org.apache.http.conn.ClientConnectionManager getConnectionManager() {
    return careful.getConnectionManager();
  }
}
