@NullMarked
package io.entrabroker.preview;

import org.jspecify.annotations.NullMarked;
