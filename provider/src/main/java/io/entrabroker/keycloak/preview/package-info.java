/**
 * The links of previews, on every node of the server; the cookie that ties one to a browser; and
 * the page.
 *
 * <p>Knows Keycloak's store and pages; what is shown, and to whom, is the core's matter.
 */
package io.entrabroker.keycloak.preview;
