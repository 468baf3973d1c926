package io.entrabroker.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test of an attack that is stopped: the list of attacks in docs/attacks.md has a row for it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stopped {

  /** The test of the same class in which the attack succeeds, since its guard is left out. */
  String butNotIn();
}
