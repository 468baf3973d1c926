package io.entrabroker.graph;

import io.entrabroker.Outcome;
import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupSource;
import java.util.Set;

/**
 * Asks Microsoft Graph, with the fewest calls that answer.
 *
 * <table>
 *   <caption>Calls for a question; the lines add up</caption>
 *   <tr><th>when</th><th>call</th><th>how many</th></tr>
 *   <tr><td>scope "groups assigned to the application", or such groups become teams</td>
 *     <td>{@code appRoleAssignedTo}; brings names, too</td><td>1 per 999 assignments</td></tr>
 *   <tr><td>no group is left that decides anything</td><td>none</td><td>0</td></tr>
 *   <tr><td>the token may read the person only ({@code User.Read})</td>
 *     <td>{@code getMemberObjects}</td><td>1</td></tr>
 *   <tr><td>up to 20 groups decide</td><td>{@code checkMemberGroups}</td><td>1</td></tr>
 *   <tr><td>more groups decide</td><td>{@code getMemberGroups}</td><td>1</td></tr>
 *   <tr><td>… and the person is in more than 11,000, up to 240 decide</td>
 *     <td>{@code checkMemberGroups}</td><td>1 per 20 that decide</td></tr>
 *   <tr><td>… and the person is in more than 11,000, more than 240 decide</td>
 *     <td>{@code transitiveMemberOf}; with names if any are needed</td>
 *     <td>1 per 999 groups of the person</td></tr>
 *   <tr><td>scope "groups assigned to the application"</td>
 *     <td>{@code memberOf} instead of these; with names if any are needed</td>
 *     <td>1 per 999 groups of the person</td></tr>
 *   <tr><td>the person is in a group that becomes a team, has no Keycloak group yet, and whose name
 *     has not come by now</td><td>{@code getByIds}</td><td>1 per 1,000 such groups</td></tr>
 *   <tr><td>the application lacks {@code GroupMember.Read.All}, or the question fails for its own
 *     sake</td><td>{@code getMemberObjects}, which needs {@code User.Read} only</td><td>1</td></tr>
 *   <tr><td>… and the person is in more than 11,000; or the application lacks {@code
 *     Directory.Read.All} and names are missing</td><td>{@code transitiveMemberOf}; with names if
 *     any are needed</td><td>1 per 999 groups of the person</td></tr>
 * </table>
 *
 * <p>Every name that it finds is for a group that the question was about, and every group, too,
 * whatever else an answer lists.
 */
public final class GraphGroups implements GroupSource {

  private final GraphAccess access;
  private final GraphTransport transport;
  private final GraphTime time;
  private final GraphLimits limits;

  /**
   * Asks in one person's name.
   *
   * @param access whom to ask, and in whose name
   * @param transport sends the requests
   * @param time measures and waits
   * @param limits how much each question may cost
   */
  public GraphGroups(
      GraphAccess access, GraphTransport transport, GraphTime time, GraphLimits limits) {
    this.access = access;
    this.transport = transport;
    this.time = time;
    this.limits = limits;
  }

  @Override
  public GroupMembership find(GroupNeeds needs) {
    return membership(inquiry(needs).find());
  }

  @Override
  public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
    return membership(inquiry(needs).complete(members));
  }

  private GroupInquiry inquiry(GroupNeeds needs) {
    GraphCalls calls = new GraphCalls(transport, time, limits);
    return new GroupInquiry(needs, new GroupQuestions(access, calls));
  }

  private static GroupMembership membership(Outcome<GroupMembership.Known, GraphFailure> outcome) {
    return outcome.fold(known -> known, failure -> new GroupMembership.Unknown(failure.reason()));
  }
}
