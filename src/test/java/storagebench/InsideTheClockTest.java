package storagebench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import storagebench.server.SqlScript;
import storagebench.storage.Ingest;

/** What a clock measures was made before it started. */
@AnalyzeClasses(packages = "storagebench", importOptions = DoNotIncludeTests.class)
class InsideTheClockTest {
  @ArchTest
  static void nothingReadsSql(JavaClasses classes) {
    Set<JavaCodeUnit> reading =
        Reach.of(classes, access -> access.getTargetOwner().isEquivalentTo(SqlScript.class))
            .keySet();
    noMethods()
        .that()
        .haveName("insert")
        .and()
        .areDeclaredInClassesThat(assignableTo(Ingest.class))
        .should(
            new ArchCondition<>("read SQL, themselves or by what they call") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                events.add(
                    new SimpleConditionEvent(
                        method, reading.contains(method), method.getFullName() + " reads SQL"));
              }
            })
        .check(classes);
  }
}
