package io.entrabroker.preview;

import io.entrabroker.catalog.CatalogAddress;
import io.entrabroker.catalog.CatalogUser;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EntraUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody with a trusted token, and what the rules made of them.
 *
 * @param user who it is
 * @param claims what the token says
 * @param entitlements what Entra gives them
 * @param policy what groups and roles are for
 * @param known who of the realm's users they are
 */
public record Subject(
    EntraUser user,
    EntraClaims claims,
    Entitlements entitlements,
    GroupPolicy policy,
    KnownUser known) {

  /**
   * As whom the catalog would know somebody.
   *
   * @param address name and address in the catalog
   * @param given when they are given
   * @param proof how the address comes to be proven
   * @param rights roles and teams
   * @param principalDomain the organisation's mail domain
   */
  public record InCatalog(
      CatalogAddress.Verified address,
      NameGiven given,
      AddressProof proof,
      Rights rights,
      String principalDomain) {

    /** Shows nothing personal. */
    @Override
    public String toString() {
      return "InCatalog[***]";
    }
  }

  /** The report on somebody who would be refused. */
  public Preview refused(Verdict.Refused verdict, List<Finding> notes) {
    return new Preview(verdict, ShownClaims.of(claims), beforeTheCatalog(), notes, List.of());
  }

  /** The report on somebody who would be let in. */
  public Preview admitted(InCatalog person, List<Finding> notes) {
    List<Line> lines = new ArrayList<>(beforeTheCatalog());
    lines.add(Line.of(proof(person.proof())));
    lines.add(
        Line.of(
            person.given() == NameGiven.BEFORE ? Text.NAME_KEPT : Text.NAME_GIVEN,
            Mask.person(person.address().username()),
            Mask.person(person.address().email())));
    person
        .rights()
        .refusedNames()
        .forEach(
            (id, why) ->
                lines.add(
                    Line.of(Text.GROUP_NAME_REFUSED, Mask.ids(id.toString()), why.toString())));
    List<String> teams = person.rights().teams();
    lines.add(
        teams.isEmpty() ? Line.of(Text.NO_TEAMS) : Line.of(Text.TEAMS, String.join(", ", teams)));
    lines.add(Line.of(Text.ROLES, String.join(", ", person.rights().roles())));
    return new Preview(
        new Verdict.Admitted(), ShownClaims.of(claims), inOrder(lines), notes, bands(person).all());
  }

  private Bands bands(InCatalog person) {
    CatalogUser user =
        new CatalogUser(
            person.address(),
            user().name().given(),
            user().name().family(),
            person.rights().roles(),
            person.rights().teams(),
            Map.of(
                ClaimName.OBJECT_ID,
                user().key().objectId().toString(),
                ClaimName.TENANT_ID,
                user().key().tenant().toString()));
    return new Bands(user, person.address(), person.given(), person.principalDomain());
  }

  private List<Line> beforeTheCatalog() {
    return inOrder(
        List.of(
            Line.of(
                switch (user.kind()) {
                  case MEMBER -> Text.MEMBER;
                  case GUEST -> Text.GUEST;
                  case PERSONAL -> Text.PERSONAL;
                  case APPLICATION -> Text.APPLICATION;
                }),
            Line.of(
                Text.KEY,
                Mask.ids(user.key().tenant().toString()),
                Mask.ids(user.key().objectId().toString())),
            address(),
            groups(),
            gate(),
            known.line()));
  }

  private static List<Line> inOrder(List<Line> lines) {
    return lines.stream()
        .sorted((one, other) -> one.text().topic().compareTo(other.text().topic()))
        .toList();
  }

  private Line address() {
    if (user.email() instanceof EmailReading.Found found) {
      Text text =
          switch (found.trust()) {
            case LISTED_DOMAIN -> Text.LISTED_DOMAIN;
            case VOUCHED -> Text.VOUCHED;
            case CLAIMED -> Text.CLAIMED;
            case UNTRUSTED -> Text.UNTRUSTED;
          };
      return Line.of(text, Mask.person(found.address().text()));
    }
    return Line.of(
        user.email() instanceof EmailReading.Missing ? Text.NO_ADDRESS : Text.UNUSABLE_ADDRESS);
  }

  private Line groups() {
    return entitlements.membership() instanceof GroupMembership.Known membership
        ? Line.of(Text.GROUPS_KNOWN, Integer.toString(membership.ids().size()))
        : Line.of(Text.GROUPS_UNKNOWN, entitlements.unknown().map(Object::toString).orElse(""));
  }

  private Line gate() {
    AccessGate.Decision decision =
        policy.gate().decide(entitlements.appRoles(), entitlements.membership(), policy.roles());
    return Line.of(
        switch (decision) {
          case ADMITTED -> Text.OPEN;
          case REFUSED -> Text.SHUT;
          case UNKNOWN -> Text.NOBODY_KNOWS;
        });
  }

  private static Text proof(AddressProof proof) {
    return switch (proof) {
      case HELD -> Text.HELD;
      case BELIEVED -> Text.BELIEVED;
      case BY_MAIL -> Text.BY_MAIL;
    };
  }
}
