package io.entrabroker.it.admin;

import java.util.function.Supplier;

/** Lets something go wrong in the realm, and answers how to mend it. */
interface Drift extends Supplier<Runnable> {}
