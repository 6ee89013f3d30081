package storagebench.run.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.UserError;

/**
 * JMH's command line and the few options of the run around it.
 *
 * @param jmh JMH's options, without those for its output
 * @param words the same as words
 * @param options the run's own
 * @param common those that every command has
 * @param resultFormat the format for results, besides the run's own JSON
 */
public record BenchmarkArguments(
    CommandLineOptions jmh,
    List<String> words,
    RunOptions options,
    CommonOptions common,
    ResultFormatType resultFormat) {
  /** Every end of what stands before an equals sign. */
  private static final Pattern BEFORE_EQUALS = Pattern.compile("(?=([^=]+)=)");

  /**
   * Reads the command line.
   *
   * @throws UserError if neither the run nor JMH understands it
   */
  public static BenchmarkArguments parse(List<String> arguments) {
    return parse(arguments, new CommonOptions());
  }

  /** The same, with common options that were read before. */
  public static BenchmarkArguments parse(List<String> arguments, CommonOptions before) {
    List<String> forJmh = new ArrayList<>();
    CommonOptions common = new CommonOptions();
    RunOptions options = RunOptions.parse(arguments, common, forJmh);
    BenchmarkArguments parsed =
        new BenchmarkArguments(
            jmh(forJmh),
            List.copyOf(forJmh),
            options,
            common.or(before),
            format(options.resultFormat()));
    parsed.checkTogether();
    return parsed;
  }

  /** The same options of the run with another command line for JMH. */
  public BenchmarkArguments with(List<String> otherWords) {
    return new BenchmarkArguments(jmh(otherWords), otherWords, options, common, resultFormat);
  }

  /**
   * Names of the parameters given with -p, in whatever form. JMH keeps names that no benchmark has,
   * and tells none: it is asked for each that the words could hold.
   */
  public List<String> parameters() {
    return words.stream()
        .flatMap(word -> BEFORE_EQUALS.matcher(word).results())
        .map(found -> found.group(1))
        .filter(name -> jmh.getParameter(name).hasValue())
        .distinct()
        .toList();
  }

  /** Where JMH's own text goes, if asked for. */
  public Optional<Path> output() {
    return Optional.ofNullable(options.output());
  }

  /** The file for results in a format of JMH, if asked for. */
  public Optional<Path> resultFile() {
    if (options.resultFile() != null || options.resultFormat() == null) {
      return Optional.ofNullable(options.resultFile());
    }
    return Optional.of(
        Path.of(Defaults.RESULT_FILE_PREFIX + "." + resultFormat.name().toLowerCase(Locale.ROOT)));
  }

  /** The folder that run folders are made in. */
  public Path results() {
    return options.results() == null ? Path.of("results") : options.results();
  }

  /** Whether to print the cells and run nothing. */
  public boolean plan() {
    return options.plan();
  }

  /** Whether to show JMH's own text and stack traces. */
  public boolean verbose() {
    return common.verbose();
  }

  /** In what order trials run. */
  public Order order() {
    return options.order() == null ? Order.RANDOM : options.order();
  }

  private void checkTogether() {
    if (jmh.getOutput().hasValue()
        || jmh.getResult().hasValue()
        || jmh.getResultFormat().hasValue()) {
      // JMH would write after every trial, and so keep the last.
      throw new UserError("-o, -rff and -rf: write a space before the value");
    }
    if (options.quiet() && verbose()) {
      throw new UserError("--quiet and --verbose: choose one");
    }
    if (options.until() != null && order() == Order.FIXED) {
      throw new UserError("--until adds rounds, and --order fixed has none; leave one out");
    }
    if (options.until() != null && jmh.getForkCount().orElse(1) == 0) {
      throw new UserError("--until needs forks: without them (-f 0) there is no interval");
    }
  }

  private static CommandLineOptions jmh(List<String> arguments) {
    try {
      return new CommandLineOptions(ProfilerNames.expand(arguments).toArray(String[]::new));
    } catch (CommandLineOptionException e) {
      throw new UserError(e.getMessage() + "; see -h", e);
    }
  }

  private static ResultFormatType format(String name) {
    if (name == null) {
      return Defaults.RESULT_FORMAT;
    }
    for (ResultFormatType type : ResultFormatType.values()) {
      if (type.name().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new UserError("unknown result format '" + name + "'; -lrf lists them");
  }
}
