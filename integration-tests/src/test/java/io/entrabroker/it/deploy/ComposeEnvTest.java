package io.entrabroker.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeEnvTest {

  private static final List<String> SECRETS =
      List.of(
          "POSTGRES_PASSWORD",
          "KC_BOOTSTRAP_ADMIN_PASSWORD",
          "OPENMETADATA_CLIENT_SECRET",
          "OPENMETADATA_DB_PASSWORD",
          "FERNET_KEY",
          "JWT_KEY_ID");

  @TempDir Path folder;
  @TempDir Path another;

  @Test
  void everySecretIsMadeAnew() throws IOException {
    assertThat(ComposeEnv.run(folder).exit()).isZero();
    assertThat(ComposeEnv.run(another).exit()).isZero();

    Map<String, String> one = ComposeEnv.values(folder.resolve(".env"));
    Map<String, String> two = ComposeEnv.values(another.resolve(".env"));
    assertThat(SECRETS).allSatisfy(name -> assertThat(one.get(name)).hasSizeGreaterThan(31));
    assertThat(SECRETS).allSatisfy(name -> assertThat(one.get(name)).isNotEqualTo(two.get(name)));
    assertThat(SECRETS.stream().map(one::get)).doesNotHaveDuplicates();
    assertThat(Base64.getUrlDecoder().decode(one.get("FERNET_KEY"))).hasSize(32);
    assertThat(one.keySet())
        .isEqualTo(ComposeFile.variables(ComposeFile.text(".env.example"), false).keySet());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theCatalogsSigningKeyIsAsTheCatalogReadsIt() throws Exception {
    assertThat(ComposeEnv.run(folder).exit()).isZero();

    Path keys = folder.resolve("openmetadata-keys");
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    RSAPrivateKey secret =
        (RSAPrivateKey)
            rsa.generatePrivate(
                new PKCS8EncodedKeySpec(Files.readAllBytes(keys.resolve("private_key.der"))));
    RSAPublicKey open =
        (RSAPublicKey)
            rsa.generatePublic(
                new X509EncodedKeySpec(Files.readAllBytes(keys.resolve("public_key.der"))));
    assertThat(open.getModulus()).isEqualTo(secret.getModulus());
    assertThat(open.getModulus().bitLength()).isEqualTo(2048);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    assertThat(ComposeEnv.values(folder.resolve(".env")))
        .containsEntry("OPENMETADATA_KEYS", keys.toString());
  }

  @Test
  void aFolderThatWasThereKeepsOthersOutAsWell() throws IOException {
    Path keys = Files.createDirectory(folder.resolve("openmetadata-keys"));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(ComposeEnv.run(folder).exit()).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path env = Files.writeString(folder.resolve(".env"), "MINE=1\n");

    ComposeProgram.Outcome refused = ComposeEnv.run(folder);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.output()).contains(env + " is there already");
    assertThat(env).hasContent("MINE=1");
    assertThat(folder.resolve("openmetadata-keys")).doesNotExist();
  }
}
