package io.entrabroker.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The cut between the simulator's parts. */
@AnalyzeClasses(
    packages = "io.entrabroker.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noPackageDependsOnItselfThroughOthers =
      slices().matching("io.entrabroker.(simulator..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheWebPackageKnowsTheServer =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.entrabroker.simulator.web", "io.entrabroker.simulator")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule onlyKeysKnowsBouncyCastle =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.entrabroker.simulator.keys")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule nothingLogs =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.slf4j..");

  @ArchTest
  static final ArchRule classesAreFinal =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .orShould()
          .haveModifier(JavaModifier.ABSTRACT);
}
