/**
 * What an administrator can set: one definition per setting, and the reader that turns a
 * configuration into typed settings or into every problem at once.
 *
 * <p>Must not know how a configuration is stored or shown.
 */
@NullMarked
package io.entrabroker.settings;

import org.jspecify.annotations.NullMarked;
