package storagebench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.UserError;

/**
 * JMH's command line and the few options of the run around it.
 *
 * @param jmh JMH's options, without those for its output
 * @param parameters names of the parameters given with -p
 * @param output where JMH's own text goes, if asked for
 * @param resultFile the file for results in a format of JMH, if asked for
 * @param resultFormat that format
 * @param results the folder that run folders are made in
 * @param plan whether to print the cells and run nothing
 * @param verbose whether to show JMH's own text and stack traces
 */
public record BenchmarkArguments(
    CommandLineOptions jmh,
    List<String> parameters,
    Optional<Path> output,
    Optional<Path> resultFile,
    ResultFormatType resultFormat,
    Path results,
    boolean plan,
    boolean verbose) {

  private static final String VERBOSE = "--verbose";
  private static final String PLAN = "--plan";
  private static final String RESULTS = "--results";
  private static final String OUTPUT = "-o";
  private static final String RESULT_FILE = "-rff";
  private static final String RESULT_FORMAT = "-rf";

  /** JMH would write these after every trial; the run writes them once, for all. */
  private static final List<String> TAKEN_OUT =
      List.of(RESULTS, OUTPUT, RESULT_FILE, RESULT_FORMAT);

  /**
   * Reads the command line.
   *
   * @throws UserError if JMH does not understand it
   */
  public static BenchmarkArguments parse(List<String> arguments) {
    List<String> forJmh = new ArrayList<>();
    Map<String, String> own = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (argument.equals(VERBOSE) || argument.equals(PLAN)) {
        own.put(argument, "");
      } else if (!TAKEN_OUT.contains(name)) {
        forJmh.add(argument);
      } else if (equals >= 0) {
        own.put(name, argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        own.put(name, arguments.get(++i));
      } else {
        throw new UserError("option " + name + " needs a value; see -h");
      }
    }
    ResultFormatType format = format(own.get(RESULT_FORMAT));
    return new BenchmarkArguments(
        jmh(forJmh),
        parameterNames(forJmh),
        Optional.ofNullable(own.get(OUTPUT)).map(Path::of),
        resultFile(own, format),
        format,
        Path.of(own.getOrDefault(RESULTS, "results")),
        own.containsKey(PLAN),
        own.containsKey(VERBOSE));
  }

  private static CommandLineOptions jmh(List<String> arguments) {
    try {
      return new CommandLineOptions(ProfilerNames.expand(arguments).toArray(String[]::new));
    } catch (CommandLineOptionException e) {
      throw new UserError(e.getMessage() + "; see -h", e);
    }
  }

  /** JMH keeps those that no benchmark has to itself, and runs the defaults in their stead. */
  private static List<String> parameterNames(List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i - 1).equals("-p")) {
        names.add(arguments.get(i).split("=", 2)[0]);
      }
    }
    return names;
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

  private static Optional<Path> resultFile(Map<String, String> own, ResultFormatType format) {
    if (own.containsKey(RESULT_FILE)) {
      return Optional.of(Path.of(own.get(RESULT_FILE)));
    }
    return own.containsKey(RESULT_FORMAT)
        ? Optional.of(
            Path.of(Defaults.RESULT_FILE_PREFIX + "." + format.name().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }
}
