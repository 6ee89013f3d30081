package storagebench.report.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.report.study.Study;
import storagebench.results.Fingerprint;
import storagebench.results.Launch;
import storagebench.results.Secrets;
import storagebench.results.ShellWords;
import storagebench.results.TypedCommand;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** On what was it measured, and how to repeat it? Facts that differ between runs stand out. */
public final class FingerprintTable implements Question {
  /** How a remark begins that is a command to copy. */
  public static final String TO_REPEAT = "To repeat: ";

  /** One value of a fact; it stands out where another run has another. */
  private record Line(String name, String run, String value, boolean differs) {
    Entry shown() {
      return Entry.of(value).with(differs ? Emphasis.WARN : Emphasis.NONE);
    }
  }

  @Override
  public boolean ofCellsAsMeasured() {
    return true;
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<Line> rows = new ArrayList<>(facts(study.fingerprints()));
    List<Launch> launches = study.cells().stream().flatMap(c -> c.launches().stream()).toList();
    rows.addAll(launchFact("jmh", launches.stream().map(Launch::jmhVersion).toList()));
    rows.addAll(launchFact("jdk", launches.stream().map(Launch::jdkVersion).toList()));
    rows.addAll(launchFact("vm", launches.stream().map(Launch::vm).toList()));
    rows.addAll(
        launchFact(
            "jvm arguments",
            launches.stream().map(l -> ShellWords.line(Secrets.hide(l.jvmArgs()))).toList()));
    return Optional.of(
        new TableBuilder<Line>(
                "fingerprint",
                "Fingerprint",
                "What the results were measured on, and the commands that repeat them,"
                    + " where recorded.")
            .label("fact", "fact", Line::name)
            .label("run", "run", Line::run)
            .add(Column.ofText("value", "value"), Line::shown)
            .remarks(commands(study.fingerprints()))
            .build(rows));
  }

  private static List<String> commands(List<Fingerprint> runs) {
    return runs.stream()
        .filter(run -> !TypedCommand.of(run).words().isEmpty())
        .map(run -> TO_REPEAT + TypedCommand.of(run).toRepeat(run))
        .distinct()
        .toList();
  }

  private static List<Line> facts(List<Fingerprint> fingerprints) {
    Map<Fingerprint, SortedMap<String, String>> shown = new LinkedHashMap<>();
    fingerprints.forEach(f -> shown.put(f, readable(f)));
    SortedSet<String> names = new TreeSet<>();
    shown.values().forEach(facts -> names.addAll(facts.keySet()));
    List<Line> rows = new ArrayList<>();
    for (String name : names) {
      Map<String, List<String>> runsByValue = new LinkedHashMap<>();
      shown.forEach(
          (fingerprint, facts) -> {
            String value = Secrets.hide(name, facts.getOrDefault(name, "(absent)"));
            runsByValue.computeIfAbsent(value, v -> new ArrayList<>()).add(fingerprint.run());
          });
      boolean differs = runsByValue.size() > 1;
      runsByValue.forEach(
          (value, runs) ->
              rows.add(new Line(name, differs ? String.join(", ", runs) : "all", value, differs)));
    }
    return rows;
  }

  /** The facts, with the words of the command in one line. */
  private static SortedMap<String, String> readable(Fingerprint fingerprint) {
    SortedMap<String, String> facts = new TreeMap<>(fingerprint.facts());
    facts.keySet().removeIf(TypedCommand::isWord);
    TypedCommand command = TypedCommand.of(fingerprint);
    if (!command.words().isEmpty()) {
      facts.put(TypedCommand.NAME, ShellWords.line(command.words()));
    }
    return facts;
  }

  private static List<Line> launchFact(String name, List<String> values) {
    List<String> distinct = values.stream().filter(v -> !v.isEmpty()).distinct().toList();
    return distinct.stream().map(v -> new Line(name, "JMH", v, distinct.size() > 1)).toList();
  }
}
