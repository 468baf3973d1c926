package io.entrabroker.keycloak.names;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/**
 * One name that was given out. The name itself is not kept, only its hash: the row outlives the
 * person's account.
 */
@Entity
@Table(name = "ENTRA_CATALOG_NAME")
@NamedQuery(
    name = CatalogNameEntity.FORGET_REALM,
    query = "delete from CatalogNameEntity n where n.realmId = :realm")
public class CatalogNameEntity {

  static final String FORGET_REALM = "entra.forgetCatalogNamesOfRealm";

  @Id
  @Column(name = "ID", length = 64)
  private String id;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  private String realmId;

  @Column(name = "OWNER", length = 80, nullable = false)
  private String owner;

  /** For JPA. */
  protected CatalogNameEntity() {}

  CatalogNameEntity(String id, String realmId, String owner) {
    this.id = id;
    this.realmId = realmId;
    this.owner = owner;
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }
}
