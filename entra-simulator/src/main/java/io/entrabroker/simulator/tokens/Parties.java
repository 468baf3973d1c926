package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.session.Proofs;
import io.entrabroker.simulator.session.SignIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Whom a token is about and whom it is for.
 *
 * @param tenant where the person signed in
 * @param application the client
 * @param user the person
 * @param signIn when and in which session
 */
public record Parties(Tenant tenant, Application application, User user, SignIn signIn) {

  /** The pairwise subject: stable for this client, tenant and person, different for another. */
  public String subject() {
    return subjectFor(application.appId());
  }

  /** What the person proved in addition to who they are. */
  Proofs proofs() {
    return signIn.proofs();
  }

  /** The claim {@code acrs}: authentication contexts that were reached, if any. */
  void addContexts(Map<String, Object> claims) {
    List<String> contexts = proofs().contexts().stream().sorted().toList();
    if (!contexts.isEmpty()) {
      claims.put("acrs", contexts);
    }
  }

  /** The pairwise subject that an audience other than the client sees. */
  String subjectFor(String audience) {
    String seed = String.join("|", audience, tenant.id(), user.id());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
