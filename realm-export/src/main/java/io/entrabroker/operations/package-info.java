/**
 * The commands in {@code bin/} with which an administrator brings realm and catalog to where they
 * belong. They know options, files and exit codes.
 */
@NullMarked
package io.entrabroker.operations;

import org.jspecify.annotations.NullMarked;
