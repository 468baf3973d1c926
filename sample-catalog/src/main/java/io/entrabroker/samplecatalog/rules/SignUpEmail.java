package io.entrabroker.samplecatalog.rules;

/** With which address a confidential sign-in stores a new person. */
public enum SignUpEmail {
  /** The username and the domain of the token's address: issues 26507 and 29189. */
  OF_USERNAME {
    @Override
    String of(Principal principal) {
      return principal.username() + "@" + principal.email().split("@", 2)[1];
    }
  },
  /** The token's address. */
  OF_TOKEN {
    @Override
    String of(Principal principal) {
      return principal.email();
    }
  };

  abstract String of(Principal principal);
}
