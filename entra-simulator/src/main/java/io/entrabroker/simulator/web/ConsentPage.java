package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.AuthorizeRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on which a person allows an application to act for them, or does not. */
final class ConsentPage {

  private ConsentPage() {}

  static String html(AuthorizeRequest request, String segment) {
    return Pages.page(
        "Permissions requested",
        """
        <h1>Permissions requested</h1>
        <p class="lead"><strong>%s</strong> asks for:</p>
        <ul class="scopes">
        %s
        </ul>
        <form method="post" action="/%s/simulator/consent">
        <input type="hidden" name="request" value="%s">
        <p class="actions">
        <button type="submit" name="consent" value="no" id="decline" class="plain">Cancel</button>
        <button type="submit" name="consent" value="yes" id="accept" class="main">Accept</button>
        </p>
        </form>
        """
            .formatted(
                Html.escape(request.client().application().displayName()),
                scopes(request),
                Html.escape(segment),
                Html.escape(Query.write(request.parameters().all()))));
  }

  private static String scopes(AuthorizeRequest request) {
    String scope = request.parameters().first("scope").orElse("");
    return Stream.of(scope.trim().split("\\s+", -1))
        .map(one -> "<li>" + Html.escape(one) + "</li>")
        .collect(Collectors.joining("\n"));
  }
}
