package io.entrabroker.signin;

/** How the address under which somebody is known comes to be proven. */
public enum AddressProof {
  /** Keycloak holds it for proven already. */
  HELD,
  /** Entra's word is enough: Keycloak is to hold it for proven from now on. */
  BELIEVED,
  /** Keycloak is to ask for the proof by mail, and to let nobody in before. */
  BY_MAIL
}
