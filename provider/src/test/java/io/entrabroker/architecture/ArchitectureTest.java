package io.entrabroker.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.settings.Setting;
import io.entrabroker.settings.Settings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;

@AnalyzeClasses(packages = "io.entrabroker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Path SOURCES = Path.of("src/main/java/io/entrabroker");
  private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.entrabroker.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theCoreIsPlainJava =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.entrabroker.keycloak..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.keycloak..", "jakarta..", "org.jboss..", "org.apache..", "java.util.logging..");

  @ArchTest
  static final ArchRule nothingDependsOnTheAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.entrabroker.keycloak..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.entrabroker.keycloak..");

  @ArchTest
  static final ArchRule theCoreReadsNoClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.entrabroker.keycloak..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule coreTypesAreRecordsEnumsSealedOrFinal =
      classes()
          .that()
          .resideOutsideOfPackage("io.entrabroker.keycloak..")
          .and(areNotAnonymousOrPackageInfo())
          .should()
          .haveModifier(JavaModifier.FINAL)
          .orShould()
          .beEnums()
          .orShould()
          .beInterfaces();

  @ArchTest
  static final ArchRule coreFieldsAreFinal =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("io.entrabroker.keycloak..")
          .should()
          .beFinal();

  @Test
  void claimNamesAreWrittenInOneClassEach() throws Exception {
    assertWrittenOnlyIn("ClaimName.java", unambiguous(constantsOf(ClaimName.class)));
  }

  @Test
  void settingKeysAreWrittenInOneClassEach() throws IOException {
    // The name of an OAuth parameter may equal the key of a setting that sets it.
    Set<String> parameters = Set.of("prompt");
    for (String key : Settings.ALL.stream().map(Setting::key).toList()) {
      List<String> writers = new ArrayList<>();
      for (Path source : sources()) {
        if (!hasNamesOfItsOwn(source) && Files.readString(source).contains("\"" + key + "\"")) {
          writers.add(source.getFileName().toString());
        }
      }
      writers.removeIf(file -> parameters.contains(key) && !file.endsWith("Settings.java"));

      assertThat(writers).as(key).singleElement().asString().endsWith("Settings.java");
    }
  }

  // OpenMetadata's settings, and the parameters of our REST interface.
  private static boolean hasNamesOfItsOwn(Path source) {
    return Stream.of("catalog/config", "keycloak/admin", "doctor")
        .anyMatch(source.getParent()::endsWith);
  }

  @Test
  void everyFactoryIsRegisteredAndTheOtherWayRound() throws Exception {
    Set<String> registered = new TreeSet<>();
    try (Stream<Path> files = Files.list(SERVICES)) {
      for (Path file : files.toList()) {
        registered.addAll(Files.readAllLines(file));
      }
    }
    Set<String> written = new TreeSet<>();
    for (Path source : sources()) {
      String name =
          "io.entrabroker."
              + SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
      if (!name.endsWith("package-info")
          && name.contains(".keycloak.")
          && isFactory(Class.forName(name, false, ArchitectureTest.class.getClassLoader()))) {
        written.add(name);
      }
    }

    assertThat(registered).isEqualTo(written).isNotEmpty();
  }

  private static boolean isFactory(Class<?> type) {
    return ProviderFactory.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers());
  }

  @Test
  void everyPackageSaysWhatItKnows() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (!folder.endsWith("keycloak")) {
          assertThat(folder.resolve("package-info.java")).exists();
        }
      }
    }
  }

  private static void assertWrittenOnlyIn(String file, List<String> texts) throws IOException {
    for (Path source : sources()) {
      String code = Files.readString(source);
      for (String text : texts) {
        if (!source.endsWith(file)) {
          assertThat(code).as("%s in %s", text, source).doesNotContain("\"" + text + "\"");
        }
      }
    }
  }

  // A word that is a claim and a parameter of OAuth requests or a property in Microsoft Graph, too,
  // may be written for the latter.
  private static List<String> unambiguous(List<String> names) {
    Set<String> ambiguous = Set.of("nonce", "displayName");
    return names.stream().filter(name -> !ambiguous.contains(name)).toList();
  }

  private static List<String> constantsOf(Class<?> type) throws IllegalAccessException {
    List<String> constants = new ArrayList<>();
    for (Field field : type.getFields()) {
      constants.add((String) field.get(null));
    }
    return constants;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static DescribedPredicate<JavaClass> areNotAnonymousOrPackageInfo() {
    return DescribedPredicate.describe(
        "are not anonymous or package-info",
        type -> !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"));
  }
}
