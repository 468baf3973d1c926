package io.entrabroker.it.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WireTest {

  @Test
  void requestsOnOneConnectionAreToldApart() {
    List<Message> requests =
        Wire.requests(
            bytes(
                "POST /a?x=1 HTTP/1.1\r\nContent-Length: 3\r\n\r\nb=1",
                "GET /c HTTP/1.1\r\nHost: h\r\n\r\n"));

    assertThat(requests).extracting(Message::target).containsExactly("/a?x=1", "/c");
    assertThat(requests).extracting(Message::text).containsExactly("b=1", "");
  }

  @Test
  void aBodyInChunksIsPutTogether() {
    List<Message> answers =
        answersTo(
            "GET",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nsec\r\n3;x\r\nret\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    assertThat(answers).extracting(Message::text).containsExactly("secret", "ok");
  }

  @Test
  void aPackedBodyIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("secret".getBytes(ISO_8859_1));
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
            + packed.size()
            + "\r\n\r\n";

    assertThat(answersTo("GET", head + packed.toString(ISO_8859_1)))
        .extracting(Message::text)
        .containsExactly("secret");
  }

  @Test
  void anAnswerToHeadAndOneWithoutContentHaveNoBody() {
    assertThat(
            answersTo(
                "HEAD",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"))
        .extracting(Message::text)
        .containsExactly("", "", "x");
  }

  @Test
  void aBodyWithoutLengthGoesToTheEndAndOneCutShortIsKept() {
    assertThat(answersTo("GET", "HTTP/1.1 200 OK\r\n\r\nall of it"))
        .extracting(Message::text)
        .containsExactly("all of it");
    assertThat(answersTo("GET", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"))
        .extracting(Message::text)
        .containsExactly("half");
  }

  @Test
  void whatIsNoHttpIsKeptWhole() {
    assertThat(answersTo("GET", "\u0001\u0002 secret"))
        .extracting(Message::text)
        .containsExactly("\u0001\u0002 secret");
  }

  private static List<Message> answersTo(String method, String... answers) {
    Message first = new Message(method + " / HTTP/1.1", List.of(), new byte[0]);
    Message other = new Message("GET / HTTP/1.1", List.of(), new byte[0]);
    return Wire.answers(bytes(answers), List.of(first, other, other));
  }

  private static byte[] bytes(String... parts) {
    return String.join("", parts).getBytes(ISO_8859_1);
  }
}
