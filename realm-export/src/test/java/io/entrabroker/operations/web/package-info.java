/** Tests of asking over HTTP, with servers that never end. */
@NullMarked
package io.entrabroker.operations.web;

import org.jspecify.annotations.NullMarked;
