package io.entrabroker.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;

/** What the token endpoint answered. */
final class TokenReply {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestBrowser.Page page;

  TokenReply(TestBrowser.Page page) {
    this.page = page;
  }

  int status() {
    return page.status();
  }

  String header(String name) {
    return page.header(name);
  }

  JsonNode json() {
    return json(page.body());
  }

  String text(String member) {
    return json().path(member).asText();
  }

  /** The first of {@code error_codes}, or 0 if there is none. */
  int aadsts() {
    return json().path("error_codes").path(0).asInt();
  }

  JWTClaimsSet idToken() {
    return claims(text("id_token"));
  }

  JWTClaimsSet accessToken() {
    return claims(text("access_token"));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  static JWTClaimsSet claims(String token) {
    try {
      return JWTParser.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError("Not a token: " + token, e);
    }
  }
}
