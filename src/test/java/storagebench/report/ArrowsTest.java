package storagebench.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which packages know of which. */
class ArrowsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("storagebench.report", "storagebench.results", "storagebench.statistics");

  @Test
  void reportsKnowNeitherDatabasesNorJmh() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.postgresql..", "org.openjdk.jmh..")
        .check(classes);
  }

  @Test
  void statisticsKnowNumbersAlone() {
    noClasses()
        .that()
        .resideInAPackage("storagebench.statistics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("storagebench.report..", "storagebench.results..")
        .check(classes);
  }

  @Test
  void resultsKnowNothingOfReports() {
    noClasses()
        .that()
        .resideInAPackage("storagebench.results..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("storagebench.report..")
        .check(classes);
  }
}
