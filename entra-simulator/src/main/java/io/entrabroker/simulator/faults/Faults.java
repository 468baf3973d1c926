package io.entrabroker.simulator.faults;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What goes wrong at which endpoint.
 *
 * <pre>{@code
 * entra.faults().at(Endpoint.KEYS).next(Fault.slowBody(Duration.ofSeconds(1)));
 * entra.faults().at(Endpoint.DISCOVERY).always(Fault.redirectLoop());
 * entra.faults().clear();
 * }</pre>
 */
public final class Faults {

  private final Map<Endpoint, EndpointFaults> byEndpoint =
      Arrays.stream(Endpoint.values())
          .collect(
              Collectors.toUnmodifiableMap(Function.identity(), endpoint -> new EndpointFaults()));

  /** The faults of one endpoint. */
  public EndpointFaults at(Endpoint endpoint) {
    EndpointFaults faults = byEndpoint.get(endpoint);
    if (faults == null) {
      throw new IllegalArgumentException("There are no faults at " + endpoint);
    }
    return faults;
  }

  /** Nothing is wrong anywhere any more. */
  public void clear() {
    byEndpoint.values().forEach(EndpointFaults::clear);
  }
}
