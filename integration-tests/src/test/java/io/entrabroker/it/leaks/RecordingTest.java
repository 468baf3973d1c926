package io.entrabroker.it.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.simulator.web.RecordedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

  private static final RecordedRequest REDEMPTION =
      new RecordedRequest(
          "POST",
          "/tenant/oauth2/v2.0/token",
          Map.of(),
          Map.of(),
          Map.of("code", named("code")),
          "");

  private final Folders folders;
  private final Recording recording;

  RecordingTest(@TempDir Path folder) {
    folders = new Folders(folder.resolve("recording"));
    recording = Recording.begun(folders);
  }

  @Test
  void whatGoesToMicrosoftAndComesFromThereIsASecret() throws IOException {
    recording.upstream().answered(REDEMPTION, answer("a"));

    assertThat(known(SecretKind.MICROSOFTS_CODE)).containsExactly(named("code"));
    assertThat(known(SecretKind.MICROSOFTS_TOKEN)).containsExactly(named("a"));
  }

  @Test
  void tokensForKeycloaksOwnProviderAreNotOursToKeepButCodesAre() throws IOException {
    try (Recording.Visit visit = recording.byKeycloaksOwnProvider()) {
      recording.upstream().answered(REDEMPTION, answer("theirs"));
    }
    recording.upstream().answered(REDEMPTION, answer("ours"));

    assertThat(known(SecretKind.MICROSOFTS_CODE)).containsExactly(named("code"));
    assertThat(known(SecretKind.MICROSOFTS_TOKEN)).containsExactly(named("ours"));
  }

  private Set<String> known(SecretKind kind) throws IOException {
    Secrets secrets = new Secrets();
    secrets.addAll(folders.secrets());
    return secrets.of(kind);
  }

  private static String answer(String name) {
    return "{\"access_token\":\"" + named(name) + "\"}";
  }

  private static String named(String name) {
    return "0123456789abcdef-" + name;
  }
}
