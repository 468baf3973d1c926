package io.entrabroker.keycloak.refresh;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;

/** The sealed refresh token of one session. */
@Entity
@Table(name = "ENTRA_KEPT_TOKEN")
public class KeptTokenEntity {

  @Id
  @Column(name = "SESSION_ID", length = 64)
  private String sessionId;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  private String realmId;

  @Column(name = "PROVIDER_ID", length = 36, nullable = false)
  private String providerId;

  @Column(name = "OWNER", length = 80, nullable = false)
  private String owner;

  @Column(name = "CLIENT_ID", length = 64, nullable = false)
  private String clientId;

  @Column(name = "NONCE", length = 64)
  private String nonce;

  @Column(name = "BASE_URI", length = 255, nullable = false)
  private String baseUri;

  @Column(name = "KEY_ID", length = 255, nullable = false)
  private String keyId;

  @Column(name = "TOKEN", nullable = false)
  private String token;

  @Column(name = "DUE", nullable = false)
  private long due;

  @Column(name = "FAILURES", nullable = false)
  private int failures;

  @Column(name = "CLAIM", length = 36)
  private String claim;

  /** For JPA. */
  protected KeptTokenEntity() {}

  KeptTokenEntity(TokenOfSignIn.NewToken kept, long due) {
    Keeping keeping = kept.keeping();
    this.sessionId = kept.sessionId();
    this.realmId = keeping.realmId();
    this.providerId = keeping.providerId();
    this.owner = keeping.owner();
    this.clientId = keeping.clientId();
    this.nonce = keeping.nonce();
    this.baseUri = keeping.base().toString();
    this.keyId = kept.sealed().keyId();
    this.token = kept.sealed().text();
    this.due = due;
  }

  KeptToken kept() {
    Keeping keeping =
        new Keeping(
            realmId,
            providerId,
            owner,
            clientId,
            nonce == null ? "" : nonce,
            URI.create(baseUri),
            0);
    return new KeptToken(sessionId, keeping, new Sealed(keyId, token), failures);
  }

  boolean isClaimedBy(String claimant) {
    return claimant.equals(claim);
  }

  void renew(Sealed sealed, long nextDue) {
    keyId = sealed.keyId();
    token = sealed.text();
    due = nextDue;
    failures = 0;
    claim = null;
  }

  void postpone(int failuresInARow, long nextDue) {
    failures = failuresInARow;
    due = nextDue;
    claim = null;
  }
}
