package io.entrabroker.operations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.operations.catalog.CatalogApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

  private static Validation of(int status, String body) {
    return Validation.of(new Answer(status, "", Nodes.json(body)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "200, `{'status':'success','results':[{'status':'success'}]}`, true",
        "200, `{'status':'SUCCESS','results':[{'status':'warning','message':'post'}]}`, true",
        "200, `{'status':'success','results':[{'status':'failed','message':'x'}]}`, false",
        "200, `{'status':'failed'}`, false",
        "200, `{'status':'success','errors':[{'field':'f','error':'x'}]}`, false",
        "200, `{}`, false",
        "400, `{'status':'success'}`, false",
        "500, `{'message':'down'}`, false"
      })
  void onlyAClearYesIsOne(int status, String body, boolean passed) {
    assertThat(of(status, body).passed()).isEqualTo(passed);
  }

  @Test
  void everyObjectionIsRepeated() {
    assertThat(
            of(
                    200,
                    "{'status':'failed','results':[{'component':'oidc','status':'failed','message':'No"
                        + " keys.'}],'errors':[{'field':'authority','error':'Wrong.'}]}")
                .objections())
        .containsExactly("oidc: No keys.", "authority: Wrong.");
  }
}
