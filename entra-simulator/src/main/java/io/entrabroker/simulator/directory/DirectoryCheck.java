package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything in a tenant's JSON that the simulator could not work with. */
final class DirectoryCheck {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final List<String> problems = new ArrayList<>();
  private final JsonNode tenant;

  private DirectoryCheck(JsonNode tenant) {
    this.tenant = tenant;
  }

  static List<String> problemsOf(JsonNode tenant) {
    DirectoryCheck check = new DirectoryCheck(tenant);
    check.organization();
    check.objects("users", "id", "userPrincipalName", "displayName");
    check.objects("groups", "id", "displayName");
    check.objects("directoryRoles", "id", "displayName");
    check.objects("applications", "appId", "displayName");
    check.objects("servicePrincipals", "id", "appId");
    check.applications();
    check.groupMembers();
    return check.problems;
  }

  private void organization() {
    guid("organization", tenant.path("organization"), "id");
    String cloud = tenant.at("/organization/cloud").asText();
    if (!cloud.isEmpty() && Cloud.named(cloud).isEmpty()) {
      problem("organization.cloud must be Public, USGov, USGovDoD or China.");
    }
  }

  private void objects(String list, String... needed) {
    JsonNode array = tenant.path(list);
    if (!array.isMissingNode() && !array.isArray()) {
      problem(list + " must be an array of objects in Microsoft Graph's shape.");
      return;
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      object(list + "[" + i + "]", array.get(i), needed);
      String key = array.get(i).path(needed[0]).asText().toLowerCase(Locale.ROOT);
      if (!key.isEmpty() && !keys.add(key)) {
        problem("%s[%d].%s repeats the value of an earlier entry.".formatted(list, i, needed[0]));
      }
    }
  }

  private void object(String where, JsonNode object, String... needed) {
    if (!object.isObject()) {
      problem(where + " must be an object.");
      return;
    }
    guid(where, object, needed[0]);
    for (int i = 1; i < needed.length; i++) {
      if (object.path(needed[i]).asText().isBlank()) {
        problem("%s.%s is missing.".formatted(where, needed[i]));
      }
    }
  }

  private void applications() {
    for (JsonNode application : tenant.path("applications")) {
      problems.addAll(CredentialCheck.problemsOf(application));
    }
  }

  private void groupMembers() {
    Set<String> known = new HashSet<>();
    for (String list : List.of("users", "groups")) {
      for (JsonNode object : tenant.path(list)) {
        known.add(object.path("id").asText().toLowerCase(Locale.ROOT));
        known.add(object.path("userPrincipalName").asText().toLowerCase(Locale.ROOT));
      }
    }
    Set<String> prefixes = new HashSet<>();
    for (JsonNode series : tenant.path("groupSeries")) {
      if (sound(GroupSeries.read(series), prefixes)) {
        GroupSeries.read(series).ids().forEach(known::add);
      }
    }
    for (String list : List.of("groups", "directoryRoles")) {
      for (JsonNode group : tenant.path(list)) {
        group.path("members").forEach(member -> member("A group", member, known));
      }
    }
    tenant.path("groupSeries").forEach(series -> member("A series", series.path("member"), known));
  }

  private void member(String list, JsonNode member, Set<String> known) {
    if (!known.contains(member.asText().toLowerCase(Locale.ROOT))) {
      problem("%s lists the member '%s', which the file lacks.".formatted(list, member.asText()));
    }
  }

  private boolean sound(GroupSeries series, Set<String> prefixes) {
    boolean countable =
        series.count() >= 0 && series.count() <= GroupSeries.MOST && series.chainLength() >= 1;
    boolean own = GUID.matcher(series.id(1)).matches() && prefixes.add(series.idPrefix());
    if (!countable) {
      problem(
          "groupSeries.count must be 0 to %d and chainLength 1 or more."
              .formatted(GroupSeries.MOST));
    }
    if (!own) {
      problem(
          "groupSeries.idPrefix must be the first 24 characters of a GUID, different in each"
              + " series.");
    }
    return countable && own;
  }

  private void guid(String where, JsonNode object, String member) {
    if (!GUID.matcher(object.path(member).asText()).matches()) {
      problem("%s.%s must be a GUID.".formatted(where, member));
    }
  }

  private void problem(String sentence) {
    problems.add(sentence);
  }
}
