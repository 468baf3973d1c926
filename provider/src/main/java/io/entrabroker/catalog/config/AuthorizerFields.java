package io.entrabroker.catalog.config;

import static io.entrabroker.catalog.config.CatalogField.field;

import io.entrabroker.catalog.config.FieldValue.Flag;
import io.entrabroker.catalog.config.FieldValue.Text;
import io.entrabroker.catalog.config.FieldValue.Texts;
import java.util.List;
import java.util.function.Function;

/** {@code authorizerConfiguration}. */
final class AuthorizerFields {

  static final String SECTION = "authorizerConfiguration";

  static final List<CatalogField> ALL =
      List.of(
          of(
              "className",
              "AUTHORIZER_CLASS_NAME",
              "className",
              s -> new Text("org.openmetadata.service.security.DefaultAuthorizer")),
          of(
              "containerRequestFilter",
              "AUTHORIZER_REQUEST_FILTER",
              "containerRequestFilter",
              s -> new Text("org.openmetadata.service.security.JwtFilter")),
          of(
                  "adminPrincipals",
                  "AUTHORIZER_ADMIN_PRINCIPALS",
                  "initialAdmins",
                  AuthorizerFields::adminNames)
              .because(
                  "Usernames, lower case, of who is an administrator from the first sign-in on. The"
                      + " broker gives admin to nobody: with that name alone there is none."),
          of("adminEmails", "AUTHORIZER_ADMIN_EMAILS", "", AuthorizerFields::adminEmails)
              .only(CatalogSettings::isEmailFirst)
              .because("Addresses of who is an administrator from the first sign-in on."),
          of(
              "allowedEmailRegistrationDomains",
              "AUTHORIZER_ALLOWED_REGISTRATION_DOMAIN",
              "allowedEmailRegistrationDomains",
              s -> new Texts(List.of("all"))),
          of(
                  "principalDomain",
                  "AUTHORIZER_PRINCIPAL_DOMAIN",
                  "principalDomain",
                  s -> new Text(s.people().principalDomain()))
              .because(
                  "The real mail domain: the catalog gives its administrators and bots addresses of"
                      + " it, and locks an administrator out whose address is another one."),
          of(
                  "enforcePrincipalDomain",
                  "AUTHORIZER_ENFORCE_PRINCIPAL_DOMAIN",
                  "enforcePrincipalDomain",
                  s -> new Flag(false))
              .because("The realm decides who comes in, guests with other domains included."),
          of(
              "enableSecureSocketConnection",
              "AUTHORIZER_ENABLE_SECURE_SOCKET",
              "enableSecureSocketConnection",
              s -> new Flag(false)),
          of(
                  "useRolesFromProvider",
                  "AUTHORIZER_USE_ROLES_FROM_PROVIDER",
                  "useRolesFromProvider",
                  s -> new Flag(true))
              .because("Roles come from Entra, by the claim roles."));

  private AuthorizerFields() {}

  private static CatalogField of(
      String name, String variable, String chart, Function<CatalogSettings, FieldValue> value) {
    return field(
        SECTION + "." + name, variable, chart.isEmpty() ? "" : "authorizer." + chart, value);
  }

  private static FieldValue adminNames(CatalogSettings settings) {
    return new Texts(
        settings.isEmailFirst() && !settings.people().adminAddresses().isEmpty()
            ? List.of()
            : settings.people().adminNames());
  }

  private static FieldValue adminEmails(CatalogSettings settings) {
    return new Texts(settings.people().adminAddresses());
  }
}
