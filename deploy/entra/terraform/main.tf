resource "azuread_application" "broker" {
  for_each = local.applications

  display_name                   = each.value.displayName
  sign_in_audience               = each.value.signInAudience
  fallback_public_client_enabled = each.value.isFallbackPublicClient
  group_membership_claims        = each.value.groupMembershipClaims == null ? [] : split(",", each.value.groupMembershipClaims)

  web {
    redirect_uris = each.value.web.redirectUris
    logout_url    = each.value.web.logoutUrl

    implicit_grant {
      id_token_issuance_enabled     = each.value.web.implicitGrantSettings.enableIdTokenIssuance
      access_token_issuance_enabled = each.value.web.implicitGrantSettings.enableAccessTokenIssuance
    }
  }

  single_page_application {
    redirect_uris = each.value.spa.redirectUris
  }

  public_client {
    redirect_uris = each.value.publicClient.redirectUris
  }

  optional_claims {
    dynamic "id_token" {
      for_each = each.value.optionalClaims.idToken
      content {
        name                  = id_token.value.name
        essential             = id_token.value.essential
        source                = id_token.value.source
        additional_properties = id_token.value.additionalProperties
      }
    }

    dynamic "access_token" {
      for_each = each.value.optionalClaims.accessToken
      content {
        name                  = access_token.value.name
        essential             = access_token.value.essential
        source                = access_token.value.source
        additional_properties = access_token.value.additionalProperties
      }
    }

    dynamic "saml2_token" {
      for_each = each.value.optionalClaims.saml2Token
      content {
        name                  = saml2_token.value.name
        essential             = saml2_token.value.essential
        source                = saml2_token.value.source
        additional_properties = saml2_token.value.additionalProperties
      }
    }
  }

  dynamic "app_role" {
    for_each = each.value.appRoles
    content {
      id                   = app_role.value.id
      value                = app_role.value.value
      display_name         = app_role.value.displayName
      description          = app_role.value.description
      allowed_member_types = app_role.value.allowedMemberTypes
      enabled              = app_role.value.isEnabled
    }
  }

  dynamic "required_resource_access" {
    for_each = each.value.requiredResourceAccess
    content {
      resource_app_id = required_resource_access.value.resourceAppId

      dynamic "resource_access" {
        for_each = required_resource_access.value.resourceAccess
        content {
          id   = resource_access.value.id
          type = resource_access.value.type
        }
      }
    }
  }

  api {
    requested_access_token_version = each.value.api.requestedAccessTokenVersion

    dynamic "oauth2_permission_scope" {
      for_each = each.value.api.oauth2PermissionScopes
      content {
        id                         = oauth2_permission_scope.value.id
        value                      = oauth2_permission_scope.value.value
        type                       = oauth2_permission_scope.value.type
        enabled                    = oauth2_permission_scope.value.isEnabled
        admin_consent_display_name = oauth2_permission_scope.value.adminConsentDisplayName
        admin_consent_description  = oauth2_permission_scope.value.adminConsentDescription
        user_consent_display_name  = oauth2_permission_scope.value.userConsentDisplayName
        user_consent_description   = oauth2_permission_scope.value.userConsentDescription
      }
    }
  }

  # The App ID URI names the client id, which Entra hands out: a resource of its own writes it.
  lifecycle {
    ignore_changes = [identifier_uris]
  }
}

resource "azuread_application_identifier_uri" "broker" {
  for_each = { for kind, application in local.applications : kind => application if length(application.identifierUris) > 0 }

  application_id = azuread_application.broker[each.key].id
  identifier_uri = "${each.value.identifierUris[0]}${azuread_application.broker[each.key].client_id}"
}

# Without it nobody can sign in.
resource "azuread_service_principal" "broker" {
  for_each = local.applications

  client_id = azuread_application.broker[each.key].client_id
}

resource "azuread_application_federated_identity_credential" "broker" {
  for_each = contains(var.registrations, "web") ? local.federated_credentials : {}

  application_id = azuread_application.broker["web"].id
  display_name   = each.value.name
  issuer         = each.value.issuer
  subject        = each.value.subject
  audiences      = each.value.audiences
  description    = each.value.description

  lifecycle {
    precondition {
      condition     = startswith(each.value.issuer, "https://")
      error_message = "Microsoft reads the keys of a federated credential's issuer over https."
    }
  }
}
