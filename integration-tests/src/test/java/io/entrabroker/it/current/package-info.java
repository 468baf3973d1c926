/** What becomes of sessions while they live: the refresh of what Entra knows. */
package io.entrabroker.it.current;
