package io.windrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.windrow.fixture.AsksTheMachine;
import io.windrow.fixture.DoesIo;
import io.windrow.fixture.KeepsState;
import io.windrow.fixture.KnowsAws;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for what is shipped, and is broken by each class made to break it. */
class ArchitectureTest {
  private static final String FIXTURES = "io.windrow.fixture";

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.windrow");

  static Stream<ArchRule> rules() {
    return Stream.of(
        ArchitectureRules.noAws(),
        ArchitectureRules.noIo(),
        ArchitectureRules.nothingOfTheMachine(),
        ArchitectureRules.nothingStaticChanges(),
        ArchitectureRules.packagesPointInward("io.windrow"),
        ArchitectureRules.noCycles("io.windrow"),
        ArchitectureRules.everyPackageIsKnown("io.windrow"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsShippedKeepsTheRule(ArchRule rule) {
    rule.check(SHIPPED);
  }

  @Test
  void knowingAwsIsSeen() {
    assertBroken(ArchitectureRules.noAws(), KnowsAws.class);
  }

  static List<Class<?>> io() {
    return List.of(DoesIo.class.getDeclaredClasses());
  }

  @ParameterizedTest
  @MethodSource("io")
  void doingIoIsSeen(Class<?> fixture) {
    assertBroken(ArchitectureRules.noIo(), fixture);
  }

  static List<Class<?>> machine() {
    return List.of(AsksTheMachine.class.getDeclaredClasses());
  }

  @ParameterizedTest
  @MethodSource("machine")
  void askingTheMachineIsSeen(Class<?> fixture) {
    assertBroken(ArchitectureRules.nothingOfTheMachine(), fixture);
  }

  static List<Class<?>> state() {
    return List.of(KeepsState.class.getDeclaredClasses());
  }

  @ParameterizedTest
  @MethodSource("state")
  void keepingStateIsSeen(Class<?> fixture) {
    assertBroken(ArchitectureRules.nothingStaticChanges(), fixture);
  }

  @Test
  void pointingOutwardIsSeen() {
    assertBroken(
        ArchitectureRules.packagesPointInward(FIXTURES),
        new ClassFileImporter().importPackages(FIXTURES + ".record", FIXTURES + ".ledger"));
  }

  @Test
  void aCycleIsSeen() {
    assertBroken(
        ArchitectureRules.noCycles(FIXTURES),
        new ClassFileImporter().importPackages(FIXTURES + ".window", FIXTURES + ".view"));
  }

  @Test
  void aPackageWithoutAPlaceIsSeen() {
    assertBroken(ArchitectureRules.everyPackageIsKnown("io.windrow"), KnowsAws.class);
  }

  private static void assertBroken(ArchRule rule, Class<?> fixture) {
    assertBroken(rule, new ClassFileImporter().importClasses(fixture));
  }

  private static void assertBroken(ArchRule rule, JavaClasses fixtures) {
    assertThat(rule.evaluate(fixtures).hasViolation()).as("%s is broken", rule).isTrue();
  }
}
