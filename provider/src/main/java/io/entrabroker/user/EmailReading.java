package io.entrabroker.user;

/** What the claims say of somebody's e-mail address. */
public sealed interface EmailReading {

  /** There is one that can be used. */
  record Found(EmailAddress address, EmailTrust trust) implements EmailReading {}

  /** There is none. */
  record Missing() implements EmailReading {}

  /** There is something that the catalog could not take as an address. */
  record Unusable() implements EmailReading {}
}
