package storagebench;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;

/** What {@code mvn test} leaves to {@code mvn verify}, as CONTRIBUTING.md says. */
@AnalyzeClasses(packages = "storagebench", importOptions = OnlyIncludeTests.class)
class SlowTestsTest {
  private static final DescribedPredicate<JavaClass> PROCESSES =
      type(ProcessBuilder.class).or(type(EmbeddedPostgres.Builder.class));

  /** Where random numbers stand for measurements, thousands of times. */
  private static final DescribedPredicate<JavaClass> STATISTICS =
      resideInAnyPackage("storagebench.statistics", "storagebench.proof");

  @ArchTest
  static void whatStartsAProcessOrSimulatesIsTagged(JavaClasses classes) {
    Map<JavaCodeUnit, JavaAccess<?>> slow = Reach.of(classes, SlowTestsTest::isSlow);
    methods()
        .that(describe("JUnit calls", SlowTestsTest::isCalledByJunit))
        .and(describe("are not tagged slow", method -> !isTagged(method)))
        .should(
            new ArchCondition<>("start no process and simulate nothing") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                JavaAccess<?> why = slow.get(method);
                if (why != null) {
                  String line = method.getFullName() + " is slow: " + why.getDescription();
                  events.add(SimpleConditionEvent.violated(method, line));
                }
              }
            })
        .check(classes);
  }

  private static boolean isCalledByJunit(JavaMethod method) {
    return method.getOwner().getName().endsWith("Test")
        && method.getAnnotations().stream()
            .anyMatch(a -> a.getRawType().getPackageName().startsWith("org.junit.jupiter"));
  }

  private static boolean isTagged(JavaMethod method) {
    return method.isAnnotatedWith(Tag.class) || method.getOwner().isAnnotatedWith(Tag.class);
  }

  private static boolean isSlow(JavaAccess<?> access) {
    return PROCESSES.test(access.getTargetOwner())
        || STATISTICS.test(access.getOriginOwner())
            && access.getTargetOwner().isAssignableTo(RandomGenerator.class);
  }
}
