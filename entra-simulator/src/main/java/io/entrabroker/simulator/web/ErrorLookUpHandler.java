package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.javalin.http.Context;
import java.util.Arrays;

/** The page behind {@code error_uri}: what a code means. */
final class ErrorLookUpHandler {

  void page(Context ctx) {
    String code = Requests.query(ctx).first("code").orElse("");
    String meaning =
        Arrays.stream(Aadsts.values())
            .filter(known -> Integer.toString(known.code()).equals(code))
            .map(known -> known.text().replace("'%s'", "…").replace("%s", "…"))
            .findFirst()
            .orElse("The simulator does not know this code.");
    String content =
        """
        <h1>Error AADSTS%s</h1>
        <p class="error">%s</p>
        <p class="lead">Microsoft explains all codes on the page “Microsoft Entra authentication
        and authorization error codes”.</p>
        """
            .formatted(Html.escape(code), Html.escape(meaning));
    Pages.write(ctx, Pages.page("Error look-up", content));
  }
}
