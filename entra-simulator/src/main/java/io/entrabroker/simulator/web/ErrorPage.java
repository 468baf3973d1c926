package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.ErrorReport;

/** What people see when the application must not hear of an error: no link leads back. */
final class ErrorPage {

  private ErrorPage() {}

  static String html(ErrorReport report) {
    return Pages.page(
        "Sign in to your account",
        """
        <h1>Sign in</h1>
        <p class="lead">Sorry, but we’re having trouble signing you in.</p>
        <p class="error" id="error" role="alert"><strong>%s</strong>: %s</p>
        <h2>Troubleshooting details</h2>
        <dl>
        <dt>Request Id</dt><dd id="request-id">%s</dd>
        <dt>Correlation Id</dt><dd id="correlation-id">%s</dd>
        <dt>Timestamp</dt><dd id="timestamp">%s</dd>
        </dl>
        """
            .formatted(
                report.error().label(),
                Html.escape(report.error().text()),
                Html.escape(report.traceId()),
                Html.escape(report.correlationId()),
                Html.escape(report.timestamp())));
  }
}
