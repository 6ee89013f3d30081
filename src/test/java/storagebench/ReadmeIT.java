package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command of the README and of the pages in {@code docs/} works on the packaged jar: the
 * README's first, then page by page; what stands on several pages runs once. Long measurements are
 * planned, not run; the first one is run.
 */
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  /** The build that is running now. */
  private static final String THIS_BUILD = "mvn verify";

  private static final String JAR = "java -jar target/benchmarks.jar ";

  /** What embedded PostgreSQL refuses. */
  private static final String NEEDS_A_CLUSTER = "gpfdist";

  private static final Set<String> QUICK =
      Set.of("target", "clean", "report", "compare", "history", "stream", "-lp", "-lprof");

  @TestFactory
  Stream<DynamicTest> everyCommandOfTheDocumentationWorks() throws IOException {
    return commands().stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> assertWorks(command)));
  }

  /** Nights of an earlier build would be refused as the same runs. */
  @BeforeAll
  static void forgetNights() throws IOException {
    Path nights = Path.of("target/nights");
    if (Files.exists(nights)) {
      try (Stream<Path> files = Files.list(nights)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Set<String> commands() throws IOException {
    Set<String> commands = new LinkedHashSet<>();
    for (Path page : Documentation.pages()) {
      BLOCK
          .matcher(Files.readString(page))
          .results()
          .flatMap(block -> block.group(1).lines())
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("export "))
          .filter(line -> !line.equals(THIS_BUILD))
          .forEach(commands::add);
    }
    assertThat(commands).hasSizeGreaterThan(5);
    return commands;
  }

  private static void assertWorks(String command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("readme", ".txt");
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", runnable(command));
    // A plan of variants that embedded PostgreSQL lacks would be refused; one without a server is
    // not.
    shell.environment().put("CLOUDBERRY_TARGET", isQuick(command) ? "embedded" : "docker");
    int exit = shell.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    String said = Files.readString(output);
    assertThat(exit).as(said).isZero();
    assertThat(said).doesNotContain("Exception");
  }

  private static String runnable(String command) {
    return isQuick(command) ? command : command + " --plan";
  }

  private static boolean isQuick(String command) {
    return !command.startsWith(JAR)
        || QUICK.contains(command.substring(JAR.length()).split(" ")[0])
            && !command.contains(NEEDS_A_CLUSTER);
  }
}
