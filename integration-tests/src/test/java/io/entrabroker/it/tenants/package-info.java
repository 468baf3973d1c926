/** Several tenants behind one identity provider, and the keys that sign for them. */
@NullMarked
package io.entrabroker.it.tenants;

import org.jspecify.annotations.NullMarked;
