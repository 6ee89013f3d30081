package storagebench.run.plan;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;
import storagebench.UserError;

/** The benchmarks of the jar, as JMH lists them. */
public final class Benchmarks {
  /** The one that needs a cluster, by its method. */
  static final String GPFDIST = "gpfdist";

  private static final String STORAGE = "^storagebench\\.benchmark\\.";
  private static final Pattern PARAMETER = Pattern.compile("\\w+=.*");
  private static final String SET = "set:";

  private Benchmarks() {}

  /** Those that store rows, which are measured where none is named. */
  public static Set<BenchmarkListEntry> ofStorage() {
    return find(List.of(STORAGE), List.of());
  }

  /** What the storage benchmarks say by annotation, such as {@code 5}. */
  public static String usual(
      Function<BenchmarkListEntry, org.openjdk.jmh.util.Optional<Integer>> number) {
    return ofStorage().stream()
        .map(number)
        .map(each -> each.get().toString())
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** Whether a pattern matches a benchmark that stores rows. */
  public static boolean storesRows(String pattern) {
    return matching(pattern).stream().anyMatch(ofStorage()::contains);
  }

  /**
   * What a command line selects.
   *
   * @throws UserError if that is nothing, or one of its patterns matches nothing
   */
  static Set<BenchmarkListEntry> selected(CommandLineOptions options) {
    refuse(unmatched(options.getIncludes()), "");
    refuse(unmatched(options.getExcludes()), "-e: ");
    List<String> includes =
        options.getIncludes().isEmpty() ? List.of(STORAGE) : options.getIncludes();
    Set<BenchmarkListEntry> selected = find(includes, options.getExcludes());
    if (selected.isEmpty()) {
      throw new UserError("-e " + options.getExcludes() + " leaves out every benchmark");
    }
    return selected;
  }

  private static List<String> unmatched(List<String> patterns) {
    return patterns.stream().filter(pattern -> matching(pattern).isEmpty()).toList();
  }

  private static Set<BenchmarkListEntry> matching(String pattern) {
    try {
      return find(List.of(pattern), List.of());
    } catch (PatternSyntaxException e) {
      throw new UserError(
          "'" + pattern + "' is no regular expression: " + e.getDescription() + "; see -h", e);
    }
  }

  private static void refuse(List<String> unmatched, String option) {
    if (unmatched.isEmpty()) {
      return;
    }
    String advice =
        unmatched.stream()
            .map(Benchmarks::advice)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("-l lists them");
    throw new UserError(option + "no benchmark matches " + unmatched + "; " + advice);
  }

  private static Optional<String> advice(String pattern) {
    if (pattern.startsWith(SET)) {
      return Optional.of(SET + " is for a side of a duel, see duel -h");
    }
    if (PARAMETER.matcher(pattern).matches()) {
      return Optional.of("did you mean -p " + pattern + "?");
    }
    List<String> methods = ofStorage().stream().map(Benchmarks::method).toList();
    return Spelling.nearest(pattern, methods).map(method -> "did you mean " + method + "?");
  }

  private static String method(BenchmarkListEntry entry) {
    return new PlannedCell(entry.getUsername(), Map.of()).method();
  }

  private static Set<BenchmarkListEntry> find(List<String> includes, List<String> excludes) {
    return BenchmarkList.defaultList().find(silent(), includes, excludes);
  }

  private static OutputFormat silent() {
    return OutputFormatFactory.createFormatInstance(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        VerboseMode.SILENT);
  }
}
