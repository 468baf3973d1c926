/**
 * Sign-ins of a Web registration that proves itself by something else than the realm's configured
 * secret, and the changes from one proof to the next.
 */
package io.entrabroker.it.credentials;
