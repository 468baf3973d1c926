package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudTest {

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com, api://AzureADTokenExchange",
    "https://LOGIN.microsoftonline.us, api://AzureADTokenExchangeUSGov",
    "https://login.partner.microsoftonline.cn, api://AzureADTokenExchangeChina"
  })
  void eachCloudTakesAssertionsForAnAudienceOfItsOwn(URI base, String audience) {
    assertThat(Cloud.ofBase(base).map(Cloud::tokenExchangeAudience)).contains(audience);
  }

  @Test
  void aHostThatTheOperatorAddedBelongsToNoKnownCloud() {
    assertThat(Cloud.ofBase(URI.create("https://localhost:8443"))).isEmpty();
  }
}
