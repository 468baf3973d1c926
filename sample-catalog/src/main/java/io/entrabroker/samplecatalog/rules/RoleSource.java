package io.entrabroker.samplecatalog.rules;

/** {@code useRolesFromProvider}: where people's roles come from. */
public enum RoleSource {
  /** The claim {@code roles}. */
  TOKEN,
  /** The catalog alone; the claim is not read. */
  CATALOG
}
