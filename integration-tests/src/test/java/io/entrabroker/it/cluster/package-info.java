/** What holds across the nodes of a cluster: two servers on one PostgreSQL. */
@NullMarked
package io.entrabroker.it.cluster;

import org.jspecify.annotations.NullMarked;
