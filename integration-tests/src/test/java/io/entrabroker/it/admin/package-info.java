/** What administrators can ask for: each command from outside, as they send it. */
@NullMarked
package io.entrabroker.it.admin;

import org.jspecify.annotations.NullMarked;
