package storagebench.report.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import storagebench.Count;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Fingerprint;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.ParamOrder;
import storagebench.results.Secrets;

/** The command lines that measure the cells again. */
final class Repeat {
  /** Characters of a row of the tables, about. */
  private static final int OF_A_ROW = 60;

  /** Lines that the tables of a single cell have. */
  private static final int FEWEST_ROWS = 10;

  private final Optional<Fingerprint> run;

  private Repeat(Optional<Fingerprint> run) {
    this.run = run;
  }

  /** One line for all cells that a single command can measure, with all their forks. */
  static List<String> commands(Study study) {
    List<Fingerprint> runs = study.fingerprints();
    Repeat repeat = new Repeat(runs.size() == 1 ? Optional.of(runs.get(0)) : Optional.empty());
    Set<String> lines = repeat.lines(study.cells());
    List<String> shown = new ArrayList<>();
    int room = OF_A_ROW * (study.cells().size() + FEWEST_ROWS);
    for (String line : lines) {
      room -= line.length();
      if (room >= 0) {
        shown.add(FingerprintTable.TO_REPEAT + line);
      }
    }
    int left = lines.size() - shown.size();
    if (left > 0) {
      shown.add(
          "Left out: "
              + Count.of(left, "command")
              + " to repeat, longer than the tables; --where shows fewer cells.");
    }
    return shown;
  }

  private Set<String> lines(List<Cell> cells) {
    Map<String, Map<List<String>, List<Identity>>> byCommand = new LinkedHashMap<>();
    for (Cell cell : cells) {
      String benchmark = cell.identity().benchmark();
      if (!benchmark.isEmpty() && !cell.launches().isEmpty()) {
        byCommand
            .computeIfAbsent(benchmark, b -> new LinkedHashMap<>())
            .computeIfAbsent(LaunchOptions.of(cell), o -> new ArrayList<>())
            .add(cell.identity());
      }
    }
    Set<String> lines = new LinkedHashSet<>();
    byCommand.forEach(
        (benchmark, byOptions) ->
            byOptions.forEach((options, i) -> lines.addAll(commands(benchmark, options, i))));
    return lines;
  }

  private List<String> commands(String benchmark, List<String> options, List<Identity> identities) {
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
        ? List.of(command(benchmark, options, params))
        : identities.stream()
            .flatMap(i -> commands(benchmark, options, List.of(i)).stream())
            .toList();
  }

  private String command(
      String benchmark, List<String> options, Map<String, SortedSet<String>> params) {
    List<String> words = new ArrayList<>(List.of("java", "-jar", "benchmarks.jar"));
    if (benchmark.equals(StreamCommandOptions.BENCHMARK)) {
      words.addAll(StreamCommandOptions.of(params));
      run.map(r -> r.facts().get("workload.seed"))
          .ifPresent(seed -> words.addAll(List.of("--seed", seed)));
      return ShellWords.line(words);
    }
    words.add("^" + Pattern.quote(benchmark).replaceAll("^\\\\Q(.*)\\\\E$", "$1") + "$");
    words.addAll(options);
    params.forEach(
        (name, values) ->
            words.addAll(
                Secrets.hide(List.of("-p", Key.param(name) + "=" + String.join(",", values)))));
    if (LaunchOptions.isOfTheSuite(benchmark)) {
      run.ifPresent(r -> words.addAll(Secrets.hide(TypedCommand.of(r).profilers())));
      run.flatMap(r -> TypedCommand.of(r).seed(r))
          .ifPresent(seed -> words.addAll(List.of("--seed", seed)));
    }
    return ShellWords.line(words);
  }
}
