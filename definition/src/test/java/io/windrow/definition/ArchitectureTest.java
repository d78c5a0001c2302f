package io.windrow.definition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.windrow");

  @Test
  void whatFunctionsRunKnowsNothingOfReadingDefinitions() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.windrow.definition..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.windrow.definition..", "dev.cel..", "org.snakeyaml..")
        .because("functions load plans, and their jar has no more than they run")
        .check(SHIPPED);
  }

  @Test
  void onlyTheCheckOfExpressionsKnowsCel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.windrow.definition.expression")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.cel..", "com.google.common..", "com.google.protobuf..")
        .check(SHIPPED);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("io.windrow.(**)").should().beFreeOfCycles().check(SHIPPED);
  }

  @Test
  void nothingKnowsAws() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .check(SHIPPED);
  }
}
