package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.tokens.AccessToken;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a successful answer of the token endpoint. */
public final class TokenAnswer {

  private final Map<String, Object> members = new LinkedHashMap<>();

  TokenAnswer(AccessToken accessToken) {
    members.put("token_type", "Bearer");
    members.put("expires_in", accessToken.lifetime().toSeconds());
    members.put("ext_expires_in", accessToken.lifetime().toSeconds());
    members.put("access_token", accessToken.value());
  }

  TokenAnswer with(String member, String value) {
    members.put(member, value);
    return this;
  }

  /** The body, in Entra's order. */
  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }

  /** Never shows the tokens. */
  @Override
  public String toString() {
    return "TokenAnswer" + members.keySet();
  }
}
