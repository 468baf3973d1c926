package io.entrabroker.samplecatalog;

import io.entrabroker.samplecatalog.rules.Band;
import io.entrabroker.samplecatalog.rules.CatalogRules;
import io.entrabroker.samplecatalog.rules.CatalogRules.FromToken;
import io.entrabroker.samplecatalog.rules.CatalogRules.SignUp;
import io.entrabroker.samplecatalog.rules.MailDomains;
import io.entrabroker.samplecatalog.rules.PrincipalResolution;
import io.entrabroker.samplecatalog.rules.RoleSource;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import io.entrabroker.samplecatalog.rules.SignUpEmail;
import java.util.Set;
import java.util.function.Function;

/** What {@link SampleCatalogBuilder} was told about people and tokens. */
final class RulesBuilder {
  Band band = Band.V1_9;
  Function<Band, PrincipalResolution> resolution = Band::recommendedResolution;
  Function<Band, SignUpEmail> signUpEmail = Band::signUpEmail;
  SelfSignup selfSignup = SelfSignup.AUTOMATIC;
  Set<String> adminPrincipals = Set.of("admin");
  String principalDomain = "open-metadata.org";
  Set<String> roles = Set.of("DataConsumer", "DataSteward");
  Set<String> teams = Set.of();

  PrincipalResolution resolution() {
    return resolution.apply(band);
  }

  CatalogRules rules() {
    return new CatalogRules(
        band,
        MailDomains.open(principalDomain),
        adminPrincipals,
        Set.of(),
        roles,
        teams,
        new FromToken("name", "groups", RoleSource.TOKEN),
        new SignUp(selfSignup, signUpEmail.apply(band)));
  }
}
