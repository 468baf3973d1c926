/**
 * Whether a secret of the whole run has got anywhere it must not be: into an answer of a server, a
 * log, a file, the output of a command. Knows bytes, HTTP and the names of parameters that carry
 * secrets; must not know what a test is about.
 */
@NullMarked
package io.entrabroker.it.leaks;

import org.jspecify.annotations.NullMarked;
