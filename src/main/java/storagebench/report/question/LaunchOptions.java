package storagebench.report.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Launch;
import storagebench.results.Secrets;

/** JMH's options by which a cell was run, as far as a plain run may have others; no secrets. */
final class LaunchOptions {
  private static final String SUITE = "storagebench.";

  /** The suite hands things over to its forks by such arguments. */
  private static final String HANDED_OVER = "-D" + SUITE;

  /** What its benchmarks are annotated with. */
  private static final List<String> ANNOTATED = List.of("-Xmx1g");

  private LaunchOptions() {}

  /** Whether the benchmark is one of this suite's, whose annotations are known. */
  static boolean isOfTheSuite(String benchmark) {
    return benchmark.startsWith(SUITE);
  }

  /** The options with their values, one word each. */
  static List<String> of(Cell cell) {
    Identity id = cell.identity();
    Launch launch = cell.launches().get(0);
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-bm", id.mode()));
    words.addAll(List.of("-f", "" + Math.max(cell.forks().size(), launch.forks())));
    if (launch.measurementIterations() > 0) {
      words.addAll(List.of("-wi", "" + launch.warmupIterations()));
      words.addAll(List.of("-i", "" + launch.measurementIterations()));
    }
    if (launch.warmupIterations() > 0) {
      addTime("-w", launch.warmupTime(), id, words);
      addBatchSize("-wbs", launch.warmupBatchSize(), words);
    }
    addTime("-r", launch.measurementTime(), id, words);
    addBatchSize("-bs", launch.measurementBatchSize(), words);
    if (id.threads() > 0) {
      words.addAll(List.of("-t", "" + id.threads()));
    }
    List<String> jvmArgs = jvmArgs(id.benchmark(), launch);
    if (!jvmArgs.isEmpty()) {
      words.addAll(List.of("-jvmArgs", inOneWord(jvmArgs)));
    }
    return words;
  }

  /**
   * A benchmark may be annotated with any time. A single shot takes as long as it takes, whatever
   * JMH was told.
   */
  private static void addTime(String option, String time, Identity id, List<String> words) {
    if (!id.mode().equals("ss") && time.matches("\\d+ [a-z]+")) {
      words.addAll(List.of(option, time.replace(" ", "")));
    }
  }

  private static void addBatchSize(String option, int size, List<String> words) {
    if (size > 1) {
      words.addAll(List.of(option, "" + size));
    }
  }

  private static List<String> jvmArgs(String benchmark, Launch launch) {
    if (!isOfTheSuite(benchmark)) {
      return launch.jvmArgs();
    }
    List<String> own = launch.jvmArgs().stream().filter(a -> !a.startsWith(HANDED_OVER)).toList();
    return own.equals(ANNOTATED) ? List.of() : own;
  }

  /** JMH splits at blanks outside of double quotes. */
  private static String inOneWord(List<String> jvmArgs) {
    return Secrets.hide(jvmArgs).stream()
        .map(a -> a.contains(" ") ? '"' + a + '"' : a)
        .collect(Collectors.joining(" "));
  }
}
