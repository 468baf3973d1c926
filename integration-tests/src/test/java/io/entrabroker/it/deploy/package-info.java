/** What users start: the files for containers, compared with what the provider exports, and run. */
@NullMarked
package io.entrabroker.it.deploy;

import org.jspecify.annotations.NullMarked;
