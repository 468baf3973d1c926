package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.NextStep.MORE_PROOF;
import static io.entrabroker.diagnostics.Remedy.person;

import java.util.List;

/** Codes that ask for more proof that it is the person. This server goes back to Microsoft once. */
final class ProofCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(
              50076,
              MORE_PROOF,
              "A second factor is needed: an administrator asked for it, or the person is in"
                  + " another place than usual.",
              person("Sign in again and confirm with the second factor.")),
          either(
              50079,
              MORE_PROOF,
              "The person has to set up a second factor first.",
              person("Sign in again and follow Microsoft's steps to set one up.")),
          either(
              50074,
              MORE_PROOF,
              "A second factor is needed, and the person did not pass it.",
              person(
                  "Sign in again and confirm with the second factor. An administrator can"
                      + " reset the methods under Users > Authentication methods.")),
          either(
              50072,
              MORE_PROOF,
              "The person has to set up a second factor first.",
              person("Sign in again and follow Microsoft's steps to set one up.")),
          either(
              50078,
              MORE_PROOF,
              "The proof by a second factor is too old for the organisation's rules.",
              person("Sign in again and confirm with the second factor.")),
          either(
              50158,
              MORE_PROOF,
              "A check of another service is needed (for example a second factor of another"
                  + " vendor).",
              person("Sign in again and do what that service asks.")));

  private ProofCodes() {}
}
