package io.entrabroker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What goes wrong between Entra, Keycloak and OpenMetadata, each with the check that finds it, or
 * the reason why nobody can see it from here. That a check finds its fault, and nothing else, is
 * tested where the checks are.
 */
class TrapsTest {

  private static final List<Trap> OF_OPENMETADATA = new ArrayList<>();
  private static final List<Trap> OF_KEYCLOAK = new ArrayList<>();

  /** Something that people ran into; it has checks or a reason why it has none. */
  private record Trap(String what, List<Check> checks, String reason) {}

  private static void openMetadata(String what, Check... checks) {
    OF_OPENMETADATA.add(new Trap(what, List.of(checks), ""));
  }

  private static void openMetadata(String what, String reason) {
    OF_OPENMETADATA.add(new Trap(what, List.of(), reason));
  }

  private static void keycloak(String what, Check... checks) {
    OF_KEYCLOAK.add(new Trap(what, List.of(checks), ""));
  }

  private static void keycloak(String what, String reason) {
    OF_KEYCLOAK.add(new Trap(what, List.of(), reason));
  }

  static {
    openMetadata(
        "#29597, #28062(B), #20811: implicit flow",
        ClientChecks.NO_IMPLICIT_FLOW,
        ClientChecks.NO_IMPLICIT_FLOW_LATER);
    openMetadata(
        "#28062(A): 401 on loggedInUser",
        CatalogChecks.REALM_KEYS_MISSING,
        CatalogChecks.VALIDATOR_OBJECTS,
        TokenChecks.CLIENT_ALGORITHM,
        TokenChecks.NO_CATALOG_MAPPER);
    openMetadata("#32000: username claim not present", CatalogChecks.OTHER_CLAIMS);
    openMetadata("#32960: roles are not synchronised", CatalogChecks.ROLES_LATE);
    openMetadata("#26507, #29189: another address is stored", CatalogChecks.ADDRESS_FROM_NAME);
    openMetadata(
        "#9078, #15241, #3334: username and address differ", CatalogChecks.UNKNOWN_RELEASE);
    openMetadata("#18138: tokens of bots under another mapping", CatalogChecks.OTHER_CLAIMS);
    openMetadata(
        "#31786, #26159, #32904, #30882: the database beats the environment",
        SettingChecks.DATABASE_WINS);
    openMetadata(
        "#23508, #25924, #20948, #26145, #30304: the session is lost on the way back",
        CatalogChecks.SESSIONS_IN_MEMORY);
    openMetadata(
        "#7567, #9525: no key found with kid",
        CatalogChecks.REALM_KEYS_MISSING,
        CatalogChecks.OWN_KEYS_MISSING,
        CatalogChecks.VALIDATOR_OBJECTS);
    openMetadata("#22008: the claim roles is ignored", CatalogChecks.ROLES_NOT_TAKEN);
    openMetadata(
        "#26591: empty username at the sign-up",
        TokenChecks.NO_CATALOG_MAPPER,
        TokenChecks.STANDARD_SCOPES);
    openMetadata("#29662: tokens go where a link says", CatalogChecks.REDIRECTS_ANYWHERE);
    openMetadata("prompt and max_age by default", SignInRequestChecks.ASKED_EVERY_TIME);
    openMetadata(
        "#16763: anybody comes in", ProviderChecks.EVERYBODY, CatalogChecks.NO_SELF_SIGNUP);

    keycloak("0.4 signatures, nonce, PKCE and clock skew by default", "Fixed in code.");
    keycloak("0.5 secrets that the admin API shows", "No setting holds another secret.");
    keycloak("0.11 a setting that stops the server's start", ProviderChecks.SETTINGS_WRONG);
    keycloak("a.1 a mapper's provider is gone", ProviderChecks.MAPPER_MISSING);
    keycloak("a.3 mappers of Keycloak's that write who somebody is", ProviderChecks.FOREIGN_MAPPER);
    keycloak("a.4 an authority that is none, or /auth", ProviderChecks.SETTINGS_WRONG);
    keycloak("a.4 another tenant or cloud", EntraChecks.TENANT_UNKNOWN, EntraChecks.WRONG_CLOUD);
    keycloak("a.5 placeholders that nothing replaced", ProviderChecks.SETTINGS_WRONG);
    keycloak("a.5 sslRequired", RealmChecks.SSL_NOT_REQUIRED);
    keycloak("a.7 cookies over plain http", RealmChecks.PLAIN_ADDRESS);
    keycloak(
        "a.8 a secret for a single-page application, none for Web",
        ProviderChecks.SETTINGS_WRONG,
        EntraChecks.CREDENTIAL_REFUSED);
    keycloak(
        "a.8 the redirect URI under another platform, or none",
        EntraChecks.REDIRECT_UNKNOWN,
        EntraChecks.OTHER_PLATFORM,
        EntraChecks.IMPLICIT_NOT_TICKED);
    keycloak("a.9 failed sign-ins leave no trace", RealmChecks.NO_EVENTS);
    keycloak("a.9 names in the log", RealmChecks.NAMES_IN_THE_LOG);
    keycloak("a.10 link only", ProviderChecks.PROVIDER_LINK_ONLY);
    keycloak("a.10 hidden on the sign-in page", ProviderChecks.HIDDEN);
    keycloak(
        "a.12 the key of a certificate is missing, or ends",
        ProviderChecks.CREDENTIAL_MISSING,
        ProviderChecks.CERTIFICATE_ENDS);
    keycloak("a.12 a secret that has expired", EntraChecks.CREDENTIAL_EXPIRED);
    keycloak("a.13 keys that cannot be read", EntraChecks.KEYS_UNREADABLE);
    keycloak("a.14 tokens stored", "Refused on save and answered in code.");
    keycloak("a.15, a.16 exchange and grants", "Answered in code, whatever is configured.");
    keycloak("a.17 people stay signed in", ProviderChecks.SESSIONS_NOT_FOLLOWED);
    keycloak("a.17 sessions that are too long", RealmChecks.LONG_SESSIONS);
    keycloak("a.18 the first login flow", ProviderChecks.FIRST_SIGN_IN_FLOW);
    keycloak("a.18 addresses nobody vouches for", ProviderChecks.NO_MAIL_DOMAINS);
    keycloak("a.18 the address becomes the username", RealmChecks.EMAIL_AS_USERNAME);
    keycloak("a.18 two users with one address", RealmChecks.DUPLICATE_EMAILS);
    keycloak("b, another provider beside ours", ProviderChecks.OTHER_PROVIDERS);
    keycloak("c, the provider's sync mode", ProviderChecks.NAMES_NOT_FOLLOWED);
    keycloak("c, a mapper's sync mode", ProviderChecks.MAPPER_FROZEN);
    keycloak("c, groups over the limit need Microsoft Graph", EntraChecks.GRAPH_UNREACHABLE);
    keycloak("d, pairwise subjects", TokenChecks.PAIRWISE_SUBJECT);
    keycloak("d, scopes with claims of their own", TokenChecks.FOREIGN_SCOPES);
    keycloak("d, lightweight access tokens", "OpenMetadata reads ID tokens.");
    keycloak("e, addresses asked by the server", "Follow from the stored cloud and tenant alone.");
    keycloak("f, the catalog may not frame the realm", RealmChecks.CATALOG_MAY_NOT_FRAME);
    keycloak("f, caches of themes", "Seen in a browser only.");
    keycloak(
        "g, an import that skips a realm that is there", "bin/realm-apply shows what differs.");
    keycloak("g, a placeholder as a secret", ClientChecks.SECRET_MISSING);
    keycloak("g, a profile that users write", RealmChecks.PROFILE_WRITABLE);
    keycloak("g, organizations", ProviderChecks.IN_AN_ORGANISATION);
    keycloak("k, people change who they are", RealmChecks.USERNAMES_EDITABLE);
    keycloak("k, people register themselves", RealmChecks.REGISTRATION_OPEN);
    keycloak(
        "k, passwords beside Entra",
        RealmChecks.PASSWORD_RESET,
        RealmChecks.REQUIRED_ACTION,
        RealmChecks.NO_BRUTE_FORCE_PROTECTION,
        ClientChecks.PASSWORDS_AT_THE_CLIENT);
    keycloak("k, redirects to anywhere", AddressChecks.OPEN_REDIRECT);
    keycloak(
        "k, an old Keycloak",
        "The provider refuses to start where a method it overrides is gone; which release is safe"
            + " changes by the week.");
    keycloak("tokens of every client are good", RealmChecks.EVERY_TOKEN_TRUSTED);
    keycloak("tokens of another client are good", ClientChecks.OTHER_TRUSTED_CLIENTS);
    keycloak(
        "keys",
        RealmChecks.NO_SIGNING_KEY,
        RealmChecks.KEY_OF_THE_CATALOG,
        RealmChecks.TOO_MANY_KEYS);
    keycloak("encrypted ID tokens", TokenChecks.ENCRYPTED_TOKENS);
    keycloak("the issuer left out (RFC 9207)", ClientChecks.ISSUER_LEFT_OUT);
    keycloak(
        "signed user info is a token without an end",
        TokenChecks.SIGNED_USER_INFO,
        ClientChecks.OTHER_TRUSTED_CLIENTS);
    keycloak("bound tokens", TokenChecks.BOUND_TOKENS);
    keycloak("pushed and signed requests", ClientChecks.DEMANDING_REQUESTS);
    keycloak("another client authenticator", ClientChecks.NO_SECRET_ACCEPTED);
    keycloak("PKCE demanded", ClientChecks.PKCE_DEMANDED);
    keycloak("refresh tokens", TokenChecks.NO_REFRESH_TOKENS, RealmChecks.REFRESH_TOKENS_ONCE);
    keycloak(
        "lifetimes", TokenChecks.TOKENS_SHORT, TokenChecks.TOKENS_LONG, TokenChecks.SESSIONS_SHORT);
    keycloak("users who clash", PeopleChecks.ONE_FOR_TWO, PeopleChecks.BORROWED_NAME);
    keycloak("names of the catalog's own", PeopleChecks.RESERVED_NAME);
    keycloak(
        "the first administrator", PeopleChecks.DEFAULT_PASSWORD, PeopleChecks.TEMPORARY_ADMIN);
  }

  @TestFactory
  Stream<DynamicTest> everyTrapHasACheckOrAReason() {
    return Stream.concat(OF_OPENMETADATA.stream(), OF_KEYCLOAK.stream())
        .map(
            trap ->
                DynamicTest.dynamicTest(
                    trap.what(),
                    () -> {
                      assertThat(trap.checks().isEmpty()).isNotEqualTo(trap.reason().isEmpty());
                      assertThat(Check.all()).containsAll(trap.checks());
                    }));
  }

  @Test
  void everyRowOfKnownIssuesIsThereAndMostTrapsAreFound() {
    assertThat(OF_OPENMETADATA).hasSize(15);
    assertThat(OF_OPENMETADATA.stream().filter(trap -> !trap.checks().isEmpty())).hasSize(15);
    assertThat(OF_KEYCLOAK.stream().filter(trap -> !trap.checks().isEmpty()))
        .hasSizeGreaterThan(40);
  }
}
