data "azuread_client_config" "current" {}

output "keycloak" {
  description = "For Keycloak's identity provider, or as variables of the realm file; one entry for each registration."
  value = {
    for kind, application in azuread_application.broker : kind => {
      ENTRA_AUTHORITY    = data.azuread_client_config.current.tenant_id
      ENTRA_CLIENT_ID    = application.client_id
      ENTRA_REGISTRATION = kind
      ENTRA_APP_ROLES    = join("; ", [for role in local.applications[kind].appRoles : "${role.value} = ${role.value}"])
    }
  }
}
