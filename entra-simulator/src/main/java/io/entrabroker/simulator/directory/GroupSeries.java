package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many security groups of one member, written in one line: a test of 11,000 groups needs no file of
 * 11,000 groups. Ids and names count up from 1 and are the same in every run.
 *
 * @param member object id or user principal name of the person (or group) that is in all of them
 * @param count how many groups
 * @param idPrefix the first 24 characters of every object id, up to and with the last hyphen
 * @param displayName what stands before the number in every name
 * @param chainLength how many groups form a chain in which each is a member of the next; the member
 *     is a direct member of the first of each chain and of the others through nesting. 1: no
 *     nesting
 */
public record GroupSeries(
    String member, int count, String idPrefix, String displayName, int chainLength) {

  /** The most groups that a series may have. */
  public static final int MOST = 100_000;

  private static final String ID_PREFIX = "97009501-0000-4000-8000-";

  /** Groups "Project 1" and so on, without nesting. */
  public static GroupSeries of(String member, int count) {
    return new GroupSeries(member, count, ID_PREFIX, "Project", 1);
  }

  /** The same number of groups, in chains. */
  public GroupSeries inChainsOf(int length) {
    return new GroupSeries(member, count, idPrefix, displayName, length);
  }

  /** The same groups with other ids, for a second series in one tenant. */
  public GroupSeries withIdPrefix(String prefix) {
    return new GroupSeries(member, count, prefix, displayName, chainLength);
  }

  /** The same groups with other names. */
  public GroupSeries named(String name) {
    return new GroupSeries(member, count, idPrefix, name, chainLength);
  }

  /** The object id of a group, counted from 1. */
  public String id(int number) {
    return String.format(Locale.ROOT, "%s%012d", idPrefix, number);
  }

  /** The object ids of all groups. */
  public Stream<String> ids() {
    return IntStream.rangeClosed(1, count).mapToObj(this::id);
  }

  static GroupSeries read(JsonNode json) {
    return new GroupSeries(
        json.path("member").asText(),
        json.path("count").asInt(),
        json.path("idPrefix").asText(ID_PREFIX).toLowerCase(Locale.ROOT),
        json.path("displayName").asText("Project"),
        json.path("chainLength").asInt(1));
  }

  void writeTo(ObjectNode json) {
    json.put("member", member).put("count", count).put("idPrefix", idPrefix);
    json.put("displayName", displayName).put("chainLength", chainLength);
  }

  Stream<Group> groups(ObjectNode factory) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> group(factory.objectNode(), number));
  }

  private Group group(ObjectNode json, int number) {
    boolean first = (number - 1) % chainLength == 0;
    json.put("id", id(number)).put("displayName", displayName + " " + number);
    json.put("mailNickname", displayName.toLowerCase(Locale.ROOT).replace(" ", "") + number);
    json.put("mailEnabled", false).put("securityEnabled", true).putArray("groupTypes");
    json.putNull("onPremisesSamAccountName");
    json.putArray("members").add(first ? member : id(number - 1));
    return new Group(json);
  }
}
