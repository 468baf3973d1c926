/** Tests of the catalog's configuration, with its own schemas where they are to be had. */
@NullMarked
package io.entrabroker.catalog.config;

import org.jspecify.annotations.NullMarked;
