variable "keycloak_url" {
  description = "Keycloak's address as browsers see it, without a slash at the end."
  type        = string

  validation {
    condition     = can(regex("^(https://|http://localhost(:|$|/))[A-Za-z0-9._~:/-]*[A-Za-z0-9_~-]?$", var.keycloak_url)) && !endswith(var.keycloak_url, "/")
    error_message = "Write https://sso.example.com, without a slash at the end: Entra takes http for localhost only."
  }
}

variable "realm" {
  description = "The realm's name."
  type        = string
  default     = "openmetadata"

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+$", var.realm))
    error_message = "A realm's name has letters, digits, dots and hyphens."
  }
}

variable "alias" {
  description = "The alias of the identity provider in the realm."
  type        = string
  default     = "entra"

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+$", var.alias))
    error_message = "An alias has letters, digits, dots and hyphens."
  }
}

variable "registrations" {
  description = "Which applications to register: web, spa, ingestion."
  type        = set(string)
  default     = ["web"]

  validation {
    condition     = length(setsubtract(var.registrations, ["web", "spa", "ingestion"])) == 0
    error_message = "Each is web, spa or ingestion."
  }
}

variable "federate_realm" {
  description = "Whether tokens of the realm itself count as the Web application's credential (keycloak-signed). Microsoft must reach Keycloak over https."
  type        = bool
  default     = false
}

variable "cluster" {
  description = "Workload identity (token-file): the cluster's issuer, and namespace and name of Keycloak's service account. Null for none."
  type = object({
    issuer          = string
    namespace       = string
    service_account = string
  })
  default = null
}

variable "federation_audience" {
  description = "The audience of federated credentials: api://AzureADTokenExchangeUSGov or api://AzureADTokenExchangeChina in those clouds."
  type        = string
  default     = "api://AzureADTokenExchange"
}
