package storagebench;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The arrows of the design: who may know whom. */
@AnalyzeClasses(packages = "storagebench", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] READERS = {
    "storagebench.report..",
    "storagebench.compare..",
    "storagebench.history..",
    "storagebench.render..",
    "storagebench.table..",
    "storagebench.results..",
    "storagebench.statistics.."
  };
  private static final String[] MEASURED = {"storagebench.benchmark..", "storagebench.proof.."};

  @ArchTest
  static final ArchRule READERS_OF_RESULTS_NEVER_SEE_A_DATABASE =
      noClasses()
          .that()
          .resideInAnyPackage(READERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.postgresql..",
              "storagebench.server..",
              "storagebench.storage..");

  @ArchTest
  static final ArchRule READERS_OF_RESULTS_NEVER_SEE_JMH =
      noClasses()
          .that()
          .resideInAnyPackage(READERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk.jmh..");

  @ArchTest
  static final ArchRule STATISTICS_KNOW_NOTHING_OF_THE_SUITE =
      noClasses()
          .that()
          .resideInAPackage("storagebench.statistics..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are other packages of the suite",
                  type ->
                      type.getPackageName().startsWith("storagebench")
                          && !type.getPackageName().startsWith("storagebench.statistics")));

  @ArchTest
  static final ArchRule THE_WORKLOAD_KNOWS_NO_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("storagebench.workload..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.postgresql..", "storagebench.server..");

  @ArchTest
  static final ArchRule WHAT_SERVES_ROWS_KNOWS_NEITHER_SQL_NOR_HOW_THEY_ARE_MADE =
      noClasses()
          .that()
          .resideInAPackage("storagebench.gpfdist..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "org.postgresql..",
              "storagebench.server..",
              "storagebench.storage..",
              "storagebench.workload..");

  /** The benchmarks tell profilers what happens; neither knows how it is run or read. */
  @ArchTest
  static final ArchRule PROFILERS_KNOW_NEITHER_BENCHMARKS_NOR_RUNS_NOR_READERS =
      noClasses()
          .that()
          .resideInAPackage("storagebench.profile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "storagebench.benchmark..",
              "storagebench.run..",
              "storagebench.report..",
              "storagebench.compare..",
              "storagebench.cli..");

  @ArchTest
  static final ArchRule PROFILERS_ARE_FOR_THE_BENCHMARKS_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "storagebench.profile..", "storagebench.benchmark..", "storagebench.proof..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("storagebench.profile..");

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_BENCHMARKS =
      noClasses()
          .that()
          .resideOutsideOfPackages(MEASURED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MEASURED);

  @ArchTest
  static final ArchRule BENCHMARKS_OF_STORAGE_KNOW_NO_COMMANDS_AND_NO_REPORTS =
      noClasses()
          .that()
          .resideInAPackage("storagebench.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "storagebench.cli..",
              "storagebench.run..",
              "storagebench.duel..",
              "storagebench.report..",
              "storagebench.compare..",
              "storagebench.statistics..");

  @ArchTest
  static final ArchRule THE_STREAM_KNOWS_NO_REPORTS_AND_NO_COMPARISONS =
      noClasses()
          .that()
          .resideInAPackage("storagebench.stream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("storagebench.report..", "storagebench.compare..");

  @ArchTest
  static final ArchRule NOBODY_CALLS_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("storagebench.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("storagebench.cli..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_ENDS_THE_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("storagebench.cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule NOBODY_PRINTS_A_STACK_TRACE_UNASKED =
      noClasses().should().callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_AND_THE_LOG_KNOW_THE_TERMINAL =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "storagebench", "storagebench.cli..", "storagebench.run.folder..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** Only renderers print, and what they print knows nothing of them. */
  @ArchTest
  static final ArchRule REPORTS_AND_COMPARISONS_KNOW_NO_RENDERERS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "storagebench.report..",
              "storagebench.compare..",
              "storagebench.history..",
              "storagebench.table..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("storagebench.render..");

  /** A package stands on top of those within it. What all may use is in the outermost. */
  @ArchTest
  static final ArchRule NO_PACKAGE_STANDS_IN_THE_MIDDLE_OF_ITS_OWN =
      noClasses()
          .that()
          .resideOutsideOfPackage("..jmh_generated..")
          .should(
              new ArchCondition<JavaClass>("depend on the package around their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = dependency.getTargetClass().getPackageName();
                    if (!other.equals("storagebench")
                        && type.getPackageName().startsWith(other + ".")) {
                      events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule PACKAGES_GO_ONE_WAY =
      slices().matching("storagebench.(**)").should().beFreeOfCycles();

  /** Of two classes that need each other neither can be read alone. Nested ones are part of one. */
  @ArchTest
  static final ArchRule CLASSES_GO_ONE_WAY =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                private static final String FREE_OF_CYCLES =
                    "storagebench\\.(run|duel|stream|choose)\\b.*";

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  return type.getPackageName().matches(FREE_OF_CYCLES)
                      ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                      : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                  return "classes of runs, duels, streams and races";
                }
              })
          .should()
          .beFreeOfCycles();
}
