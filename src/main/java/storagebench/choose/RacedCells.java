package storagebench.choose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.Metric;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/**
 * The cells of a run that race with each other: they differ in the definition of their table only.
 * The race is a function of the trials, so that one that is resumed goes on where it was.
 */
public final class RacedCells {
  private static final double MILLIS_PER_SECOND = 1e3;

  private final List<PlannedCell> cells;
  private final Map<String, String> table;
  private final double margin;
  private final double error;

  /** The race after no round, after one, and so on: ended rounds do not change. */
  private final List<Race> after = new ArrayList<>();

  private RacedCells(
      List<PlannedCell> cells, Map<String, String> table, double margin, double error) {
    this.cells = List.copyOf(cells);
    this.table = Map.copyOf(table);
    this.margin = margin;
    this.error = error;
  }

  /**
   * One for each workload, batch size, kind of indexes and what else is not of the table.
   *
   * @param tables variables of the DDL of tables, by workload
   */
  static List<RacedCells> of(
      List<PlannedCell> cells,
      Map<String, Map<String, String>> tables,
      double margin,
      double error) {
    Map<PlannedCell, List<PlannedCell>> groups = new LinkedHashMap<>();
    for (PlannedCell cell : cells) {
      groups.computeIfAbsent(cell.withoutVariant(), absent -> new ArrayList<>()).add(cell);
    }
    List<RacedCells> races = new ArrayList<>();
    groups.forEach(
        (common, group) ->
            races.add(
                new RacedCells(
                    group, tables.getOrDefault(common.workload(), Map.of()), margin, error)));
    return races;
  }

  /** What the cells have in common. */
  PlannedCell common() {
    return cells.get(0).withoutVariant();
  }

  /** Difference in speed that does not matter, as a share. */
  double margin() {
    return margin;
  }

  /** Names of those that have no first trial: once the first round has ended, it has failed. */
  List<String> without(Race race) {
    Set<String> racing =
        race.contenders().stream().map(Contender::name).collect(Collectors.toSet());
    return cells.stream().map(RacedCells::name).filter(name -> !racing.contains(name)).toList();
  }

  /** The CREATE TABLE of a contender, to be pasted. */
  String definition(Contender contender) {
    return PastedTable.of(cell(contender), table);
  }

  boolean has(PlannedCell cell) {
    return cells.contains(cell);
  }

  /** The cell of a contender. */
  PlannedCell cell(Contender contender) {
    return cells.stream().filter(c -> name(c).equals(contender.name())).findFirst().orElseThrow();
  }

  /** Whether a later round has begun: what has no trial in this one has failed, and gets none. */
  boolean isPast(int round, List<FinishedTrial> finished) {
    return finished.stream()
        .map(FinishedTrial::trial)
        .anyMatch(trial -> trial.round() > round && has(trial.cell()));
  }

  /** Whether a cell has a trial in the next round. */
  boolean calls(PlannedCell cell, List<FinishedTrial> finished, int rounds) {
    return after(finished, rounds).stream()
        .flatMap(race -> race.racing().stream())
        .anyMatch(contender -> contender.name().equals(name(cell)));
  }

  /** Whether anything is open after rounds that have all ended. */
  boolean open(List<FinishedTrial> finished, int rounds) {
    return after(finished, rounds).filter(race -> !race.decided()).isPresent();
  }

  /**
   * The race as far as whole rounds go: one that the budget cut short does not count.
   *
   * @param failed cells of which a trial failed, and has not succeeded since
   * @return empty before the first round has ended
   */
  Optional<Race> soFar(List<FinishedTrial> finished, Set<PlannedCell> failed) {
    int begun =
        finished.stream()
            .filter(trial -> has(trial.trial().cell()))
            .mapToInt(trial -> trial.trial().round() + 1)
            .max()
            .orElse(0);
    Figures figures = new Figures(finished);
    int last = begun - 1;
    List<PlannedCell> called =
        begun == 1
            ? cells
            : after(finished, last).stream()
                .flatMap(race -> race.racing().stream())
                .map(this::cell)
                .toList();
    boolean whole =
        called.stream().allMatch(cell -> figures.has(cell, last) || failed.contains(cell));
    return after(finished, whole ? begun : last);
  }

  /**
   * The race after so many rounds; what has no trial in one of them has failed.
   *
   * @return empty before the first round, and where not one has a first trial
   */
  private Optional<Race> after(List<FinishedTrial> finished, int rounds) {
    if (rounds < 1) {
      return Optional.empty();
    }
    if (rounds >= after.size()) {
      extend(new Figures(finished), rounds);
    }
    return after.isEmpty() ? Optional.empty() : Optional.of(after.get(rounds));
  }

  private void extend(Figures figures, int rounds) {
    if (after.isEmpty()) {
      List<Contender> contenders = contenders(figures);
      if (contenders.isEmpty()) {
        return;
      }
      after.add(Race.of(contenders, margin, error));
    }
    for (int round = after.size() - 1; round < rounds; round++) {
      Race race = after.get(round);
      after.add(race.decided() ? race : withRound(race, figures, round));
    }
  }

  /** Those that have a first trial. */
  private List<Contender> contenders(Figures figures) {
    return cells.stream()
        .flatMap(
            cell ->
                figures.bytesPerRow(cell).stream()
                    .mapToObj(bytes -> new Contender(name(cell), bytes)))
        .toList();
  }

  private Race withRound(Race before, Figures figures, int round) {
    Race race = before;
    for (Contender contender : before.racing()) {
      if (race.racing().contains(contender) && !figures.has(cell(contender), round)) {
        race = race.without(contender, "its trial failed");
      }
    }
    Map<Contender, Double> times = new LinkedHashMap<>();
    for (Contender contender : race.racing()) {
      times.put(contender, figures.logSecondsPerRow(cell(contender), round));
    }
    return times.isEmpty() ? race : race.after(times);
  }

  private static String name(PlannedCell cell) {
    return cell.definition().orElseThrow();
  }

  /** What the trials came to. */
  private static final class Figures {
    private final Map<Rounds.Trial, FinishedTrial> trials = new HashMap<>();

    Figures(List<FinishedTrial> finished) {
      finished.forEach(trial -> trials.put(trial.trial(), trial));
    }

    boolean has(PlannedCell cell, int round) {
      return trials.containsKey(new Rounds.Trial(cell, round));
    }

    double logSecondsPerRow(PlannedCell cell, int round) {
      RunResult result = result(cell, round);
      return Math.log(
          statistic(result, Metric.TIME_WALL).getStatistics().getSum()
              / MILLIS_PER_SECOND
              / statistic(result, Metric.ROWS_INSERTED).getStatistics().getSum());
    }

    /** After the last batch of its first trial: others differ by little, if at all. */
    OptionalDouble bytesPerRow(PlannedCell cell) {
      if (!has(cell, 0)) {
        return OptionalDouble.empty();
      }
      RunResult result = result(cell, 0);
      return OptionalDouble.of(
          statistic(result, Metric.BYTES_TABLE).getStatistics().getMax()
              / statistic(result, Metric.ROWS_TABLE).getStatistics().getMax());
    }

    private RunResult result(PlannedCell cell, int round) {
      return trials.get(new Rounds.Trial(cell, round)).results().get(0);
    }

    private static Result<?> statistic(RunResult result, Metric metric) {
      return result.getSecondaryResults().get(metric.label());
    }
  }
}
