/** Tests of the doctor's rules. */
@NullMarked
package io.entrabroker.doctor;

import org.jspecify.annotations.NullMarked;
