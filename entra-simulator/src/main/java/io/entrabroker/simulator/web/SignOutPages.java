package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.oauth.Parameters;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which account to sign out of, and that it happened. */
final class SignOutPages {

  private SignOutPages() {}

  /** One button for each account of the browser; the ids are made as on the sign-in page. */
  static String whom(String segment, Parameters request, List<User> people) {
    return Pages.page(
        "Sign out",
        """
        <h1>Pick an account</h1>
        <p class="lead">Which account do you want to sign out of?</p>
        <form method="post" action="/%s/simulator/sign-out">
        <input type="hidden" name="request" value="%s">
        <ul class="people">
        %s
        </ul>
        </form>
        """
            .formatted(
                Html.escape(segment),
                Html.escape(Query.write(request.all())),
                SignInPage.buttons(people, people)));
  }

  /**
   * @param told the applications to load in hidden frames
   * @param target where to go then, if the application may say
   */
  static String done(List<URI> told, Optional<String> target) {
    String frames =
        told.stream()
            .map(uri -> "<iframe hidden src=\"" + Html.escape(uri.toString()) + "\"></iframe>")
            .collect(Collectors.joining("\n"));
    String onwards =
        target
            .map(
                uri ->
                    """
                    <p class="actions"><a id="continue" class="main" href="%s">Continue</a></p>
                    <script src="/simulator/leave.js"></script>
                    """
                        .formatted(Html.escape(uri)))
            .orElse("");
    return Pages.page(
        "Sign out",
        """
        <h1>You signed out of your account</h1>
        <p class="lead">It’s a good idea to close all browser windows.</p>
        %s
        %s
        """
            .formatted(frames, onwards));
  }
}
