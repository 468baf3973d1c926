/**
 * The realm openmetadata as the quickstart needs it: its names, what the import is told, and the
 * identity providers, written through the admin REST API. Must not know where Entra ID really is.
 */
@NullMarked
package io.entrabroker.quickstart.realm;

import org.jspecify.annotations.NullMarked;
