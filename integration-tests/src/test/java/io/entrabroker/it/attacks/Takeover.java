package io.entrabroker.it.attacks;

import io.entrabroker.it.Someone;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.htmlunit.Page;

/**
 * The realm has a local account, and somebody comes who would have its address.
 *
 * @param given the victim's given name, which is nobody else's
 * @param domain the victim's mail domain
 * @param account changes the local account, which is else beyond doubt
 * @param rights what the local account is given, by its id
 * @param happens what else is so of the attacker in the directory
 * @param token what the attacker's token says
 * @param settings further settings, in pairs
 */
record Takeover(
    String given,
    String domain,
    Function<Map<String, Object>, Map<String, Object>> account,
    BiConsumer<Field, String> rights,
    BiFunction<Someone, String, DirectoryChange> happens,
    BiFunction<Field, String, Tampering> token,
    String... settings) {

  /** A domain whose addresses anybody may claim. */
  static final String UNLISTED = "elsewhere.example";

  /** A domain whose addresses are the organisation's. */
  static final String LISTED = "contoso.example";

  /** A member who has the address in the directory, in a domain that is not listed. */
  static Takeover of(String given) {
    return new Takeover(
        given,
        UNLISTED,
        account -> account,
        (field, account) -> {},
        (attacker, address) -> attacker.hasMail(address),
        (field, address) -> Tampering.with());
  }

  Takeover at(String otherDomain) {
    return new Takeover(given, otherDomain, account, rights, happens, token, settings);
  }

  Takeover ofAccount(Function<Map<String, Object>, Map<String, Object>> other) {
    return new Takeover(given, domain, other, rights, happens, token, settings);
  }

  Takeover ofSomebodyWith(BiConsumer<Field, String> others) {
    return new Takeover(given, domain, account, others, happens, token, settings);
  }

  Takeover by(BiFunction<Someone, String, DirectoryChange> other) {
    return new Takeover(given, domain, account, rights, other, token, settings);
  }

  Takeover with(BiFunction<Field, String, Tampering> other) {
    return new Takeover(given, domain, account, rights, happens, other, settings);
  }

  Takeover under(String... others) {
    return new Takeover(given, domain, account, rights, happens, token, others);
  }

  Scenario scenario() {
    return Scenario.of(this::prepare, field -> strike(field, new Someone("Evil" + given)))
        .succeedsIf((field, end) -> field.attacker().hasSession() && isJoined(field));
  }

  private String address() {
    return new Someone(given).addressAt(domain);
  }

  private void prepare(Field field) {
    Someone attacker = field.arrived("Evil" + given);
    field.entra(happens.apply(attacker, address()));
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", "local." + given);
    user.put("email", address());
    user.put("emailVerified", true);
    user.put("enabled", true);
    user.put("requiredActions", List.of());
    rights.accept(field, field.realm().createUser(account.apply(user)));
    String[] all = new String[settings.length + 2];
    all[0] = "existingAccount";
    all[1] = "link";
    System.arraycopy(settings, 0, all, 2, settings.length);
    field.trialWithFlow(field.flow(), field.web(), all);
  }

  private Page strike(Field field, Someone attacker) {
    field.entra().tamperWithNextIdToken(token.apply(field, address()));
    return field.attacker().signsIn(Field.TRIAL, attacker.name());
  }

  private boolean isJoined(Field field) {
    String id =
        field
            .realm()
            .user(("local." + given).toLowerCase(Locale.ROOT))
            .orElseThrow()
            .get("id")
            .asText();
    return !field.realm().links(id).isEmpty();
  }
}
