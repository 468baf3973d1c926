package io.entrabroker.operations;

import io.entrabroker.operations.catalog.CatalogApi;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import io.entrabroker.operations.catalog.CatalogProblem;
import io.entrabroker.operations.catalog.SignInProof;
import java.net.URI;
import java.util.Optional;

/** The realm as a browser without cookies sees it. Nobody is signed in by that. */
final class RealmWeb implements SignInProof.Realm {

  @Override
  public Optional<Answer> asked(URI address) {
    try {
      return Optional.of(new CatalogApi(address, "").get(""));
    } catch (CatalogProblem unreachable) {
      return Optional.empty();
    }
  }
}
