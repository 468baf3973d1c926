package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.User;
import java.util.List;

/**
 * A person's profile, and UserInfo.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-get">Get a user</a>
 */
final class Profiles {

  /** What Graph answers when the request selects nothing. */
  private static final List<String> DEFAULT_PROPERTIES =
      List.of(
          "businessPhones",
          "displayName",
          "givenName",
          "jobTitle",
          "mail",
          "mobilePhone",
          "officeLocation",
          "preferredLanguage",
          "surname",
          "userPrincipalName",
          "id");

  private Profiles() {}

  static GraphAnswer profile(Subject subject, GraphRequest request) {
    Access.toProfile(subject.caller(), subject.user());
    List<String> selected = ListOptions.of(request).select().orElse(DEFAULT_PROPERTIES);
    ObjectNode json = subject.user().json();
    ObjectNode profile = GraphJson.object().put("@odata.context", request.context("users/$entity"));
    for (String property : selected) {
      JsonNode value = json.path(property);
      profile.set(property, value.isMissingNode() ? missing(json, property) : value);
    }
    return GraphJson.answer(profile);
  }

  /** The same subject as in the ID token, and little else. */
  static GraphAnswer userInfo(Caller.Person person, GraphRequest request) {
    User user = person.user();
    ObjectNode claims = GraphJson.object();
    claims.put("sub", person.subject()).put("name", user.displayName());
    user.surname().ifPresent(name -> claims.put("family_name", name));
    user.givenName().ifPresent(name -> claims.put("given_name", name));
    claims.put("picture", request.address("me/photo/$value"));
    user.mail().ifPresent(mail -> claims.put("email", mail));
    return GraphJson.answer(claims);
  }

  private static JsonNode missing(ObjectNode json, String property) {
    return property.equals("businessPhones") ? json.arrayNode() : json.nullNode();
  }
}
