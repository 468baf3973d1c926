package io.entrabroker.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {

  @TempDir Path folder;

  @Test
  void theSearchPathIsSearchedForEachCommand() throws IOException {
    Path chrome = program("google-chrome");
    String path = "/nowhere" + File.pathSeparator + folder;

    assertThat(Tool.CHROMIUM.find(Map.of("PATH", path))).contains(chrome);
  }

  @Test
  void theVariableOfItsNameComesFirst() throws IOException {
    program("chromium");
    Path mine = program("mine");

    assertThat(Tool.CHROMIUM.find(Map.of("PATH", folder.toString(), "CHROMIUM", mine.toString())))
        .contains(mine);
  }

  @Test
  void aFileThatCannotBeRunIsNoProgram() throws IOException {
    Files.createFile(folder.resolve("npm"));

    assertThat(Tool.NPM.find(Map.of("PATH", folder.toString()))).isEmpty();
  }

  @Test
  void whereSomethingIsMissingTheTestsAreSkippedAndSayWhatToInstall() {
    assertThat(ToolCondition.verdict(List.of(Tool.CHROMIUM), false))
        .matches(verdict -> verdict.isDisabled())
        .extracting(verdict -> verdict.getReason().orElse(""))
        .asString()
        .contains("apt-get install chromium");
  }

  @Test
  void nothingIsSkippedWhereEverythingIsRequired() {
    assertThatThrownBy(() -> ToolCondition.verdict(List.of(Tool.NPM), true))
        .hasMessageContaining("apt-get install npm");
  }

  @Test
  void nothingIsSkippedWhereNothingIsMissing() {
    assertThat(ToolCondition.verdict(List.of(), false).isDisabled()).isFalse();
  }

  private Path program(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
