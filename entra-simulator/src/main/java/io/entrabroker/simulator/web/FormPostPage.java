package io.entrabroker.simulator.web;

import java.util.Map;
import java.util.stream.Collectors;

/** Carries an answer to the application as a form, which a script or the person submits. */
final class FormPostPage {

  private FormPostPage() {}

  static String html(String redirectUri, Map<String, String> parameters) {
    String fields =
        parameters.entrySet().stream().map(FormPostPage::field).collect(Collectors.joining("\n"));
    return Pages.page(
        "Working…",
        """
        <h1>One moment</h1>
        <p class="lead">Taking you back to the application…</p>
        <form method="post" action="%s" id="form-post">
        %s
        <p class="actions"><button type="submit" id="continue" class="main">Continue</button></p>
        </form>
        <script src="/simulator/submit.js"></script>
        """
            .formatted(Html.escape(redirectUri), fields));
  }

  private static String field(Map.Entry<String, String> parameter) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(Html.escape(parameter.getKey()), Html.escape(parameter.getValue()));
  }
}
