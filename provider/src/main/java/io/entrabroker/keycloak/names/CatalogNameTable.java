package io.entrabroker.keycloak.names;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds the table of given names to Keycloak's database. */
final class CatalogNameTable implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(CatalogNameEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/entra-catalog-names.xml";
  }

  @Override
  public String getFactoryId() {
    return CatalogNameTableFactory.ID;
  }

  @Override
  public void close() {}
}
