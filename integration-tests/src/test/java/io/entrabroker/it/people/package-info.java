/**
 * People as Entra changes them: who they become here, what they may, and what the catalog makes of
 * it. Knows settings, directory and catalog; nothing of how the messages between the servers look.
 */
@NullMarked
package io.entrabroker.it.people;

import org.jspecify.annotations.NullMarked;
