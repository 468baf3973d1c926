package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A person in a tenant: a Graph {@code user}. */
public final class User extends GraphObject {

  private static final String EXTERNAL_MARK = "#ext#";

  User(ObjectNode json) {
    super(json);
  }

  @Override
  public String graphType() {
    return "user";
  }

  /** The sign-in name in this tenant; for a guest the form with {@code #EXT#}. */
  public String userPrincipalName() {
    return text("userPrincipalName").orElse("");
  }

  /** The attribute {@code mail}: free text that nobody verified, absent for many people. */
  public Optional<String> mail() {
    return text("mail");
  }

  public Optional<String> givenName() {
    return text("givenName");
  }

  public Optional<String> surname() {
    return text("surname");
  }

  /** Whether the person may sign in at all. */
  public boolean enabled() {
    return flag("/accountEnabled", Absent.MEANS_TRUE);
  }

  /** Sign-ins of earlier are void: sessions were revoked or the password was reset. */
  public Optional<Instant> sessionsValidFrom() {
    return text("signInSessionsValidFromDateTime").map(Instant::parse);
  }

  /** Whether the person counts as a guest; without {@code userType}, whoever is from elsewhere. */
  public boolean guest() {
    return text("userType").map("Guest"::equalsIgnoreCase).orElseGet(this::external);
  }

  /** Whether the person signs in elsewhere: most guests, and some members. */
  public boolean external() {
    return userPrincipalName().toLowerCase(Locale.ROOT).contains(EXTERNAL_MARK);
  }

  /**
   * Where a person from elsewhere signs in if not at a tenant: {@code live.com}, {@code
   * google.com}, {@code mail} for a one-time passcode, or a partner's own address.
   */
  public Optional<String> foreignProvider() {
    return items("/identities")
        .filter(identity -> identity.path("signInType").asText().equals("federated"))
        .map(identity -> identity.path("issuer").asText())
        .map(issuer -> issuer.equals("MicrosoftAccount") ? "live.com" : issuer)
        .findFirst();
  }

  /** The addresses that reach the person, primary one first, without those of other protocols. */
  public List<String> proxyAddresses(Proxy kind) {
    return texts("/proxyAddresses")
        .filter(address -> address.startsWith(kind.prefix))
        .map(address -> address.substring(kind.prefix.length()))
        .toList();
  }

  /** A member of the simulator's file that overrides who verified the mail address. */
  Optional<Boolean> emailDomainOwnerVerified() {
    return flag("/emailDomainOwnerVerified");
  }

  /** The GUID of a guest's own tenant: a member of the simulator's file, not of Graph. */
  public Optional<String> homeTenantId() {
    return text("homeTenantId").map(id -> id.toLowerCase(Locale.ROOT));
  }

  /**
   * The name that people type to sign in: the UPN, for a guest the one of the home tenant.
   *
   * <p>It is {@code preferred_username} in v2 tokens and, unless asked otherwise, {@code upn}.
   */
  public String signInName() {
    String upn = userPrincipalName();
    int mark = upn.toLowerCase(Locale.ROOT).indexOf(EXTERNAL_MARK);
    if (mark < 0) {
      return upn;
    }
    String home = upn.substring(0, mark);
    int domain = home.lastIndexOf('_');
    return domain < 0 ? home : home.substring(0, domain) + "@" + home.substring(domain + 1);
  }

  /** Whether the text names this person: UPN, sign-in name or mail, in any case. */
  public boolean isNamed(String name) {
    return userPrincipalName().equalsIgnoreCase(name)
        || signInName().equalsIgnoreCase(name)
        || mail().filter(name::equalsIgnoreCase).isPresent();
  }

  /** Which of a person's addresses. */
  public enum Proxy {
    PRIMARY("SMTP:"),
    SECONDARY("smtp:");

    private final String prefix;

    Proxy(String prefix) {
      this.prefix = prefix;
    }
  }
}
