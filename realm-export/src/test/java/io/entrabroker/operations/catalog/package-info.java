@NullMarked
package io.entrabroker.operations.catalog;

import org.jspecify.annotations.NullMarked;
