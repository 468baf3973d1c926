package io.entrabroker.it.people;

/** Groups that tests add to the simulator's Contoso. Ids decide; names are for people. */
final class Groups {

  /** Bound to the team {@code Insights} where a test says so. */
  static final String ANALYSTS = "97009590-0000-4000-8000-000000000001";

  /** Bound to the team {@code Curators} where a test says so. */
  static final String STEWARDS = "97009590-0000-4000-8000-000000000002";

  /** Bound to nothing. */
  static final String OTHERS = "97009590-0000-4000-8000-000000000003";

  /** Teams that the catalog has. */
  static final String INSIGHTS = "Insights";

  static final String CURATORS = "Curators";

  private Groups() {}

  /** One line for each group, in pairs of object id and name. */
  static String bound(String... idsAndNames) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < idsAndNames.length; i += 2) {
      text.append(idsAndNames[i]).append(" = ").append(idsAndNames[i + 1]).append('\n');
    }
    return text.toString();
  }
}
