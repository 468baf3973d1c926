/** Previews of sign-ins: what they show, that nothing comes of them, and who cannot get at one. */
@NullMarked
package io.entrabroker.it.preview;

import org.jspecify.annotations.NullMarked;
