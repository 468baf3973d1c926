package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks whether a catalog that was changed signs people in, as far as a command line can tell.
 *
 * @param catalog asked by its administrator
 * @param wanted the settings that it was given
 * @param realm tells what the realm answers to an address: an HTTP status and where it sends on, or
 *     nothing if it cannot be reached from here
 */
public record SignInProof(CatalogApi catalog, SecuritySettings wanted, Realm realm) {

  /** The realm, asked as a browser asks. */
  public interface Realm {
    Optional<Answer> asked(URI address);
  }

  /** Settings, public configuration, the way to the realm, and a person's token if there is one. */
  public List<Proof> proofs(String personsToken) {
    List<Proof> proofs = new ArrayList<>();
    proofs.add(settings());
    Answer told = catalog.as("").get(CatalogPaths.TOLD);
    proofs.add(told(told.body()));
    Optional<SignInRequest> request = request(told.body());
    if (request.isPresent()) {
      proofs.add(sent(request.get()));
      proofs.addAll(surprises(request.get()));
      proofs.add(received(request.get()));
    } else {
      proofs.add(Proof.failed("The catalog's sign-in leads nowhere."));
    }
    proofs.add(person(personsToken));
    return proofs;
  }

  private Proof settings() {
    Answer shown = catalog.get(CatalogPaths.SETTINGS);
    if (!shown.isSuccess()) {
      return Proof.failed(
          "The catalog no longer shows its settings to this token (" + shown.status() + ").");
    }
    List<Difference> left = wanted.notTakenBy(SecuritySettings.of(shown.body()));
    return left.isEmpty()
        ? Proof.proved("The catalog has stored every setting.")
        : Proof.failed(
            "The catalog has not taken: " + sentences(left.stream().map(Difference::sentence)));
  }

  private Proof told(JsonNode told) {
    List<String> others =
        CatalogPaths.TOLD_MEMBERS.stream()
            .filter(member -> told.has(member))
            .filter(
                member ->
                    !wanted.sections().at("/authenticationConfiguration/" + member).isMissingNode())
            .filter(
                member ->
                    !told.path(member)
                        .equals(wanted.sections().at("/authenticationConfiguration/" + member)))
            .toList();
    if (!told.has("provider")) {
      return Proof.failed("The catalog tells browsers nothing of its sign-in.");
    }
    return others.isEmpty()
        ? Proof.proved("What it tells every browser is what the realm says.")
        : Proof.failed("It tells browsers something else: " + String.join(", ", others) + ".");
  }

  private Optional<SignInRequest> request(JsonNode told) {
    if (!wanted.isConfidential()) {
      return Optional.of(SignInRequest.ofPage(told));
    }
    String back = wanted.oidc("serverUrl") + "/auth/callback";
    Answer start = catalog.as("").get("/api/v1/auth/login?redirectUri=" + Texts.encoded(back));
    return start.status() / 100 == 3 && start.location().startsWith("http")
        ? Optional.of(SignInRequest.of(start.location()))
        : Optional.empty();
  }

  private Proof sent(SignInRequest request) {
    List<String> problems = request.problems(wanted);
    return problems.isEmpty()
        ? Proof.proved("Its sign-in leads to the realm with the right client and redirect URI.")
        : Proof.failed("Its sign-in asks for the wrong thing: " + sentences(problems.stream()));
  }

  private List<Proof> surprises(SignInRequest request) {
    List<String> surprises = request.surprises(wanted);
    return surprises.isEmpty()
        ? List.of()
        : List.of(
            Proof.notProved(
                "People may be sent to Microsoft more often than set: "
                    + sentences(surprises.stream())));
  }

  private Proof received(SignInRequest request) {
    Optional<Answer> answer = realm.asked(request.address());
    if (answer.isEmpty()) {
      return Proof.notProved(
          "Whether the realm takes that request: it cannot be reached from here.");
    }
    boolean isRefused =
        answer.get().status() >= 400 || answer.get().location().matches(".*[?#&]error=.*");
    return isRefused
        ? Proof.failed(
            "The realm refuses that request ("
                + answer.get().status()
                + "): is the client enabled, and its redirect URI registered?")
        : Proof.proved("The realm takes that request and asks the person to sign in.");
  }

  private Proof person(String token) {
    if (token.isBlank()) {
      return Proof.notProved(
          "Whether a person gets in: sign in once yourself, or give somebody's ID token"
              + " (--person-token-file).");
    }
    Answer answer = catalog.as(token).get(CatalogPaths.PERSON);
    if (answer.isSuccess()) {
      return Proof.proved("It knows the owner of the given token, and lets them in.");
    }
    return answer.status() == 404
        ? Proof.notProved(
            "It takes the given token, whose owner it does not know yet: the first sign-in creates"
                + " them.")
        : Proof.failed(
            "It does not take the given token (" + answer.status() + "); is it still good?");
  }

  private static String sentences(Stream<String> problems) {
    return String.join("; ", problems.toList()) + ".";
  }
}
