package io.entrabroker.quickstart.realm;

/**
 * One identity provider of the realm: one app registration in Entra ID.
 *
 * @param alias its name in the realm and in the redirect URI
 * @param displayName what the button says
 * @param authority the tenant, in any form that an administrator may paste
 * @param clientId the Application (client) ID
 * @param registration how it is registered, with its secret if that has one
 * @param policy what becomes of the people who sign in with it
 */
public record Broker(
    String alias,
    String displayName,
    String authority,
    String clientId,
    Registration registration,
    Policy policy) {

  /** What the platform of the registration asks of the token request. */
  public sealed interface Registration {
    /** Platform "Web": a client secret goes with every token request. */
    record Web(String clientSecret) implements Registration {
      /** Never shows the secret. */
      @Override
      public String toString() {
        return "Web[***]";
      }
    }

    /** Platform "Single-page application": no secret at all. */
    record SinglePage() implements Registration {}

    /** Platform "Web" with "ID tokens" ticked: no token request, so no secret either. */
    record Implicit() implements Registration {}
  }
}
