package io.entrabroker.keycloak.refresh;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds the table of kept tokens to Keycloak's database. */
final class KeptTokenTable implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(KeptTokenEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/entra-kept-tokens.xml";
  }

  @Override
  public String getFactoryId() {
    return KeptTokenTableFactory.ID;
  }

  @Override
  public void close() {}
}
