package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.AuthorizeRequest;

/** The page on which a person proves more, as with an authenticator: they approve, or give up. */
final class ProofPage {

  private ProofPage() {}

  static String html(AuthorizeRequest request, String segment) {
    return Pages.page(
        "Approve sign in request",
        """
        <h1>Approve sign in request</h1>
        <p class="lead"><strong>%s</strong> needs more than your account: approve as you would in\
         your authenticator app.</p>
        <form method="post" action="/%s/simulator/proof">
        <input type="hidden" name="request" value="%s">
        <p class="actions">
        <button type="submit" name="proof" value="no" id="cancel" class="plain">Cancel</button>
        <button type="submit" name="proof" value="yes" id="approve" class="main">Approve</button>
        </p>
        </form>
        """
            .formatted(
                Html.escape(request.client().application().displayName()),
                Html.escape(segment),
                Html.escape(Query.write(request.parameters().all()))));
  }
}
