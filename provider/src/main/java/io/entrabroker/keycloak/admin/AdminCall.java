package io.entrabroker.keycloak.admin;

import io.entrabroker.keycloak.catalog.CatalogOfRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * An administrator's call.
 *
 * @param session the request's session
 * @param realm the realm that it is about
 * @param permissions what the administrator may do
 * @param audit writes what was done
 */
record AdminCall(
    KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, Audit audit) {

  CatalogOfRealm catalog() {
    return new CatalogOfRealm(session, realm);
  }

  /** Whether the realm, its identity providers and the catalog's clients may be viewed. */
  boolean mayViewSetUp() {
    return permissions.realm().canViewRealm()
        && permissions.realm().canViewIdentityProviders()
        && catalog().clients().allMatch(permissions.clients()::canView);
  }
}
