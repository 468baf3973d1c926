package io.entrabroker.settings;

import io.entrabroker.refresh.RefreshInterval;

/** Reads how often sessions are compared with Entra. */
record RefreshReader(ConfigReading config) {

  /** The interval; {@code off} with the flow that has nothing to ask with. */
  RefreshInterval read() {
    RefreshInterval interval = config.value(ConnectionSettings.REFRESH_INTERVAL);
    if (!config.text(ConnectionSettings.FLOW).equals(SignInFlow.ID_TOKEN.text())) {
      return interval;
    }
    if (config.isGiven(ConnectionSettings.REFRESH_INTERVAL)
        && config.isFine(ConnectionSettings.REFRESH_INTERVAL)
        && !interval.equals(RefreshInterval.OFF)) {
      config.wrong(
          ConnectionSettings.REFRESH_INTERVAL,
          ConnectionSettings.REFRESH_INTERVAL.label()
              + ": with the flow id_token Entra gives no refresh token, so a session goes on until"
              + " it ends by itself, whatever becomes of the account. Write off, or choose the flow"
              + " code.");
    }
    return RefreshInterval.OFF;
  }
}
