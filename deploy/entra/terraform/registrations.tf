# The same files that the script registers and the simulator signs people in with.
locals {
  placeholders = {
    KEYCLOAK_URL        = var.keycloak_url
    REALM               = var.realm
    ALIAS               = var.alias
    APP_ID              = ""
    FEDERATION_AUDIENCE = var.federation_audience
    CLUSTER_ISSUER      = try(var.cluster.issuer, "")
    NAMESPACE           = try(var.cluster.namespace, "")
    SERVICE_ACCOUNT     = try(var.cluster.service_account, "")
  }

  files = {
    for kind in var.registrations : kind => jsondecode(templatefile("${path.module}/../${kind}.json", local.placeholders))
  }

  # Entra announces sign-outs over https only.
  applications = {
    for kind, file in local.files : kind => merge(file, {
      web = merge(file.web, {
        logoutUrl = startswith(var.keycloak_url, "https://") ? file.web.logoutUrl : null
      })
    })
  }

  federated_credentials = {
    for name in concat(
      var.federate_realm ? ["keycloak-realm"] : [],
      var.cluster == null ? [] : ["workload-identity"],
    ) : name => jsondecode(templatefile("${path.module}/../federated-credentials/${name}.json", local.placeholders))
  }
}
