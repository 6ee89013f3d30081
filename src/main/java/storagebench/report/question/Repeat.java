package storagebench.report.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Launch;
import storagebench.results.ParamOrder;

/** The command lines that measure the cells again. */
final class Repeat {
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w.,=/:@%+-]+");

  /** What one JMH command line can hold besides parameters. */
  private record Settings(String benchmark, String mode, int threads, int forks, Launch launch) {
    static Settings of(Cell cell, Launch launch) {
      Identity id = cell.identity();
      int forks = Math.max(cell.forks().size(), launch.forks());
      Launch essential =
          new Launch(
              "",
              "",
              "",
              List.of(),
              0,
              0,
              launch.warmupIterations(),
              launch.measurementIterations(),
              "",
              0);
      return new Settings(id.benchmark(), id.mode(), id.threads(), forks, essential);
    }
  }

  private Repeat() {}

  /** One line for all cells that a single command can measure, with all their forks. */
  static List<String> commands(List<Cell> cells) {
    Map<Settings, List<Identity>> bySettings = new LinkedHashMap<>();
    for (Cell cell : cells) {
      if (!cell.identity().benchmark().isEmpty() && !cell.launches().isEmpty()) {
        bySettings
            .computeIfAbsent(Settings.of(cell, cell.launches().get(0)), s -> new ArrayList<>())
            .add(cell.identity());
      }
    }
    Set<String> lines = new LinkedHashSet<>();
    bySettings.forEach((settings, identities) -> lines.addAll(commands(settings, identities)));
    return lines.stream().map(line -> "To repeat: " + line).toList();
  }

  private static List<String> commands(Settings settings, List<Identity> identities) {
    Map<String, SortedSet<String>> params = new TreeMap<>();
    for (Identity identity : identities) {
      identity
          .params()
          .forEach(
              (name, value) ->
                  params
                      .computeIfAbsent(name, n -> new TreeSet<>(ParamOrder.OF_VALUES))
                      .add(value));
    }
    long combinations = params.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
    return identities.size() == 1 || combinations == identities.size()
        ? List.of(command(settings, params))
        : identities.stream().flatMap(i -> commands(settings, List.of(i)).stream()).toList();
  }

  private static String command(Settings settings, Map<String, SortedSet<String>> params) {
    List<String> words = new ArrayList<>(List.of("java", "-jar", "benchmarks.jar"));
    words.add("^" + Pattern.quote(settings.benchmark).replaceAll("^\\\\Q(.*)\\\\E$", "$1") + "$");
    words.addAll(List.of("-bm", settings.mode, "-f", "" + settings.forks));
    words.addAll(List.of("-wi", "" + settings.launch.warmupIterations()));
    words.addAll(List.of("-i", "" + settings.launch.measurementIterations()));
    if (settings.threads > 0) {
      words.addAll(List.of("-t", "" + settings.threads));
    }
    params.forEach(
        (name, values) -> words.addAll(List.of("-p", name + "=" + String.join(",", values))));
    return words.stream().map(Repeat::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
