package io.entrabroker.keycloak.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

/** Answers each address as a test says, and remembers what it was asked. */
@SuppressWarnings("deprecation") // two methods of the interface, which nobody calls
public final class ScriptedHttpClient extends CloseableHttpClient {

  /** The addresses that were asked, in order. */
  public final List<URI> asked = new ArrayList<>();

  private Function<URI, Reply> script = address -> new Reply(404, "");

  /** Status, body and where it sends browsers; status 0 stands for nobody being there. */
  public record Reply(int status, byte[] body, String location) {
    public Reply(int status, String body, String location) {
      this(status, body.getBytes(UTF_8), location);
    }

    public Reply(int status, String body) {
      this(status, body, "");
    }
  }

  /** From now on every address is answered like this. */
  public ScriptedHttpClient answers(int status, String body) {
    return answers(address -> new Reply(status, body));
  }

  /** From now on every address is answered like this. */
  public ScriptedHttpClient answers(int status, byte[] body) {
    return answers(address -> new Reply(status, body, ""));
  }

  /** From now on an address is answered as this says. */
  public ScriptedHttpClient answers(Function<URI, Reply> other) {
    script = other;
    return this;
  }

  /** From now on nobody is there. */
  public ScriptedHttpClient isUnreachable() {
    return answers(0, "");
  }

  @Override
  protected CloseableHttpResponse doExecute(
      HttpHost target, HttpRequest request, HttpContext context) throws IOException {
    URI address = URI.create(target.toURI()).resolve(request.getRequestLine().getUri());
    asked.add(address);
    Reply reply = script.apply(address);
    if (reply.status() == 0) {
      throw new IOException("Connection refused");
    }
    Answer answer = new Answer(reply.status());
    if (!reply.location().isEmpty()) {
      answer.setHeader("Location", reply.location());
    }
    answer.setEntity(new ByteArrayEntity(reply.body()));
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

  private static final class Answer extends BasicHttpResponse implements CloseableHttpResponse {

    Answer(int status) {
      super(HttpVersion.HTTP_1_1, status, "");
    }

    @Override
    public void close() {}
  }
}
