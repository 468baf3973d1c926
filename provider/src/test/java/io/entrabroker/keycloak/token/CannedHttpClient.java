package io.entrabroker.keycloak.token;

import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/** Answers every request in the same way. */
@SuppressWarnings("deprecation") // two methods of the interface, which nobody calls
final class CannedHttpClient extends CloseableHttpClient {

  private final int status;
  private final byte[] body;

  CannedHttpClient(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  @Override
  protected CloseableHttpResponse doExecute(
      HttpHost target, HttpRequest request, HttpContext context) {
    Canned answer = new Canned(status);
    answer.setEntity(new ByteArrayEntity(body));
    return answer;
  }

  @Override
  public HttpParams getParams() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ClientConnectionManager getConnectionManager() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  private static final class Canned extends BasicHttpResponse implements CloseableHttpResponse {

    Canned(int status) {
      super(HttpVersion.HTTP_1_1, status, "");
    }

    @Override
    public void close() {}
  }
}
