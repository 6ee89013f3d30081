package storagebench.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows within the comparison; those between packages are in the architecture's test. */
class CompareArrowsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("storagebench.compare");

  @Test
  void packagesOfTheComparisonFormNoCircle() {
    slices().matching("storagebench.(compare.*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void inputVerdictsAndNoiseKnowNothingOfTablesAndRenderers() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "storagebench.compare.input..",
            "storagebench.compare.match..",
            "storagebench.compare.verdict..",
            "storagebench.compare.noise..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "storagebench.report..",
            "storagebench.compare",
            "storagebench.compare.table..",
            "storagebench.compare.render..")
        .check(classes);
  }
}
