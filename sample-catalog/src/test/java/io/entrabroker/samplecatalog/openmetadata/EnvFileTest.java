package io.entrabroker.samplecatalog.openmetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A=plain | plain",
        "A=with blanks in it | with blanks in it",
        "A= | ``",
        "A=value # said of it | value",
        "A=http://host/#fragment | http://host/#fragment",
        "A='as it is: $HOME #1' | as it is: $HOME #1",
        "A='it\\'s' # said | it's",
        "A=\"two words\" | two words",
        "A=$ABOVE/x | over/x",
        "A=${ABOVE} | over",
        "A=${NOWHERE} | ``",
        "export A=exported | exported",
        "A=[username:sub,email:email] | [username:sub,email:email]"
      })
  void aLineIsReadAsComposeReadsIt(String line, String value) {
    assertThat(EnvFile.parse("# first\n\nABOVE=over\n" + line + "\n", "x.env"))
        .containsEntry("A", value);
  }

  @Test
  void theLastLineOfANameCounts() {
    assertThat(EnvFile.parse("A=1\nA=2", "x.env")).isEqualTo(Map.of("A", "2"));
  }

  @Test
  void aLineWithoutNameIsCounted() {
    assertThatThrownBy(() -> EnvFile.parse("A=1\n\nwhat is this", "x.env"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("x.env, line 3: write NAME=value");
  }
}
