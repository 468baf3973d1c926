package io.entrabroker.it.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Cuts the bytes of one direction of a connection into messages (RFC 9112). */
final class Wire {

  private static final int CR_LF = 2;

  private final byte[] bytes;
  private int at;

  private Wire(byte[] bytes) {
    this.bytes = bytes;
  }

  static List<Message> requests(byte[] bytes) {
    Wire wire = new Wire(bytes);
    List<Message> messages = new ArrayList<>();
    while (wire.at < bytes.length) {
      messages.add(wire.message(false, false));
    }
    return messages;
  }

  /**
   * The answers to these requests, one for each and those that only announce another. What cannot
   * be read as HTTP comes as one message without a start.
   */
  static List<Message> answers(byte[] bytes, List<Message> requests) {
    Wire wire = new Wire(bytes);
    List<Message> messages = new ArrayList<>();
    while (wire.at < bytes.length) {
      String method =
          messages.size() < requests.size() ? requests.get(messages.size()).method() : "";
      Message message = wire.message(true, method.equals("HEAD"));
      if (message.status() / 100 != 1) {
        messages.add(message);
      }
    }
    return messages;
  }

  private Message message(boolean answer, boolean toHead) {
    int begun = at;
    List<String> head = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.add(line);
    }
    boolean http = !head.isEmpty() && head.get(0).contains("HTTP/1.");
    if (!http) {
      at = bytes.length;
      return new Message("", List.of(), Arrays.copyOfRange(bytes, begun, bytes.length));
    }
    Message message = new Message(head.get(0), head.subList(1, head.size()), new byte[0]);
    byte[] body =
        answer && (toHead || Message.bodiless("", message.status()))
            ? new byte[0]
            : body(message, answer);
    return new Message(message.start(), message.headers(), decoded(message, body));
  }

  private byte[] body(Message head, boolean answer) {
    if (head.header("Transfer-Encoding").filter(v -> v.equalsIgnoreCase("chunked")).isPresent()) {
      return chunks();
    }
    int length =
        head.header("Content-Length").map(Integer::parseInt).orElse(answer ? bytes.length : 0);
    return take(length);
  }

  private byte[] chunks() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (at < bytes.length) {
      String size = line().split(";")[0].strip();
      byte[] chunk = take(size.isEmpty() ? 0 : Integer.parseInt(size, 16));
      body.writeBytes(chunk);
      at = Math.min(bytes.length, at + CR_LF);
      if (chunk.length == 0) {
        break;
      }
    }
    return body.toByteArray();
  }

  private byte[] take(int length) {
    int end = (int) Math.min(bytes.length, (long) at + length);
    byte[] taken = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return taken;
  }

  private String line() {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    String line = new String(bytes, at, end - at, ISO_8859_1);
    at = Math.min(bytes.length, end + 1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  // A body that was broken off stays as it is.
  private static byte[] decoded(Message head, byte[] body) {
    boolean packed =
        head.header("Content-Encoding")
            .filter(v -> v.toLowerCase(Locale.ROOT).contains("gzip"))
            .isPresent();
    if (!packed || body.length == 0) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (java.io.EOFException e) {
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
