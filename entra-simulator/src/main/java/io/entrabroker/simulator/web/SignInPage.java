package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.oauth.Account;
import io.entrabroker.simulator.oauth.Accounts;
import io.entrabroker.simulator.oauth.Alias;
import io.entrabroker.simulator.oauth.AuthorizeRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on which a person says who they are: one button for each, no password. */
final class SignInPage {

  private SignInPage() {}

  /**
   * @param segment the tenant as the request named it, for the form's address
   */
  static String html(AuthorizeRequest request, String segment) {
    List<Account> accounts = hintedFirst(request.accounts(), request.loginHint());
    return Pages.page(
        "Sign in to your account",
        """
        <h1>Pick an account</h1>
        <p class="lead">to continue to <strong>%s</strong> with an account of %s</p>
        <form method="post" action="/%s/simulator/sign-in">
        <input type="hidden" name="request" value="%s">
        <ul class="people">
        %s
        </ul>
        <p class="actions"><button type="submit" name="cancel" value="true" id="cancel"\
         class="plain">Cancel</button></p>
        </form>
        <form method="post" action="/%3$s/simulator/sign-in" class="other">
        <input type="hidden" name="request" value="%4$s">
        <label for="name">Somebody else:</label>
        <input type="text" name="name" id="name" autocomplete="off" required>
        <button type="submit" name="other" value="true" id="other" class="plain">Next</button>
        </form>
        """
            .formatted(
                Html.escape(request.client().application().displayName()),
                Html.escape(whose(request, segment)),
                Html.escape(segment),
                Html.escape(Query.write(request.parameters().all())),
                buttons(people(accounts), people(request.accounts().all()))));
  }

  private static String whose(AuthorizeRequest request, String segment) {
    return Alias.named(segment)
        .map(
            alias ->
                switch (alias) {
                  case COMMON -> "any organisation, or a personal account";
                  case ORGANIZATIONS -> "any organisation";
                  case CONSUMERS -> "your own";
                })
        .orElse(request.client().tenant().displayName());
  }

  /**
   * The ids of the buttons by object id: {@code user-} and the UPN's local part in plain
   * characters; the whole UPN for a person whose local part an earlier one has.
   */
  private static Map<String, String> buttonIds(List<User> people) {
    Map<String, String> ids = new HashMap<>();
    for (User user : people) {
      String upn = user.userPrincipalName().toLowerCase(Locale.ROOT);
      String local = upn.contains("@") ? upn.substring(0, upn.indexOf('@')) : upn;
      String id = buttonId(local);
      ids.put(user.id(), ids.containsValue(id) ? buttonId(upn) : id);
    }
    return ids;
  }

  private static List<User> people(List<Account> accounts) {
    return accounts.stream().map(Account::user).toList();
  }

  private static String buttonId(String name) {
    return "user-" + name.replaceAll("[^a-z0-9._-]+", "-").replaceAll("-+$", "");
  }

  private static List<Account> hintedFirst(Accounts accounts, Optional<String> hint) {
    List<Account> people = new ArrayList<>(accounts.all());
    hint.flatMap(accounts::meantBy)
        .ifPresent(
            expected -> {
              people.remove(expected);
              people.add(0, expected);
            });
    return people;
  }

  /**
   * One button for each person.
   *
   * @param shown in this order
   * @param everybody decides whose ids are the short ones
   */
  static String buttons(List<User> shown, List<User> everybody) {
    Map<String, String> ids = buttonIds(everybody);
    return shown.stream()
        .map(user -> button(user, String.valueOf(ids.get(user.id()))))
        .collect(Collectors.joining("\n"));
  }

  private static String button(User user, String id) {
    return """
        <li><button type="submit" name="user" value="%s" id="%s">
        <span class="avatar" aria-hidden="true">%s</span>
        <span class="who"><span class="name">%s%s</span> <span class="upn">%s</span></span>
        </button></li>"""
        .formatted(
            Html.escape(user.id()),
            Html.escape(id),
            Html.escape(initials(user.displayName())),
            Html.escape(user.displayName()),
            badges(user),
            Html.escape(user.signInName()).replace("@", "<wbr>@"));
  }

  private static String badges(User user) {
    List<String> badges = new ArrayList<>();
    if (user.guest()) {
      badges.add("Guest");
    }
    if (!user.enabled()) {
      badges.add("Disabled");
    }
    if (user.mail().isEmpty()) {
      badges.add("No e-mail");
    }
    return badges.stream()
        .map(badge -> " <span class=\"badge\">" + badge + "</span>")
        .collect(Collectors.joining());
  }

  private static String initials(String name) {
    String[] words = name.trim().split("\\s+", -1);
    return words[0].isEmpty() ? "?" : first(words[0]) + (words.length > 1 ? first(words[1]) : "");
  }

  private static String first(String word) {
    return new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
  }
}
