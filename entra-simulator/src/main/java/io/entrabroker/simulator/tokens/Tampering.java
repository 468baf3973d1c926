package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.keys.KeyRing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an attack test changes in a token: claims, and the way it is signed. Immutable.
 *
 * <pre>{@code
 * Tampering.with().claim("aud", "another-client").without("nonce")
 * Tampering.with().signing(TokenSigning.none())
 * }</pre>
 */
public final class Tampering {

  private final Map<String, Object> changed;
  private final Set<String> removed;
  private final UnaryOperator<TokenSigning> signing;

  private Tampering(
      Map<String, Object> changed, Set<String> removed, UnaryOperator<TokenSigning> signing) {
    this.changed = changed;
    this.removed = removed;
    this.signing = signing;
  }

  /** Changes nothing yet: genuine claims, genuine signature. */
  public static Tampering with() {
    return new Tampering(Map.of(), Set.of(), usual -> usual);
  }

  /**
   * Also sets or adds a claim.
   *
   * @param value text, number, boolean, list or map; times are seconds since 1970
   */
  public Tampering claim(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(changed);
    more.put(name, value);
    return new Tampering(more, removed, signing);
  }

  /** Also leaves a claim out. */
  public Tampering without(String name) {
    Set<String> more = new LinkedHashSet<>(removed);
    more.add(name);
    return new Tampering(changed, more, signing);
  }

  /** Also signs in another way. */
  public Tampering signing(TokenSigning otherSigning) {
    return new Tampering(changed, removed, usual -> otherSigning);
  }

  String token(Map<String, Object> genuine, KeyRing keys, TokenSigning usual) {
    Map<String, Object> claims = new LinkedHashMap<>(genuine);
    claims.putAll(changed);
    claims.keySet().removeAll(removed);
    return signing.apply(usual).sign(claims, keys);
  }
}
