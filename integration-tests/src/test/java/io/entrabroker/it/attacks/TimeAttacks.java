package io.entrabroker.it.attacks;

import io.entrabroker.simulator.tokens.Tampering;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A token whose time has passed, has not come, or cannot be told. */
final class TimeAttacks {

  private static final long HOUR = 3600;
  private static final String IN_2100 = "4102444800";

  static final List<Attack> ALL =
      List.of(
          attack("expired an hour ago", field -> now().claim("exp", in(-HOUR))),
          attack("expired two minutes ago", field -> now().claim("exp", in(-120))),
          attack("no expiry", field -> now().without("exp")),
          attack("an expiry in text", field -> now().claim("exp", IN_2100)),
          attack("an expiry before 1970", field -> now().claim("exp", -1)),
          attack("an expiry beyond all calendars", field -> now().claim("exp", 1e300)),
          attack(
              "an expiry that is future only where 64 bits overflow",
              field -> now().claim("exp", BigInteger.TWO.pow(65).add(new BigInteger(IN_2100)))),
          attack(
              "valid in an hour", field -> now().claim("nbf", in(HOUR)).claim("exp", in(2 * HOUR))),
          attack("a beginning in text", field -> now().claim("nbf", IN_2100)),
          attack("a beginning beyond all calendars", field -> now().claim("nbf", 1e300)),
          attack(
              "a beginning that is past only where 64 bits overflow",
              field -> now().claim("nbf", BigInteger.TWO.pow(64))));

  private TimeAttacks() {}

  private static Tampering now() {
    return Tampering.with();
  }

  private static long in(long seconds) {
    return Instant.now().plusSeconds(seconds).getEpochSecond();
  }

  private static Attack attack(String name, Function<Field, Tampering> tampering) {
    return Attack.of(Topic.TIME, name, "ENTRA3005", Scenario.tampered(tampering), Switch.EXPIRY);
  }
}
