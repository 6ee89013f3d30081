package storagebench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import storagebench.report.question.Throughput;
import storagebench.results.Key;
import storagebench.results.RunFolder;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * Notes the figures of a race of {@code choose} that are of fewer trials than others of it. A
 * candidate leaves after the round in which it looked worst, so the mean of its trials is biased
 * towards the worse, and its interval, which supposes a number of trials that was fixed before,
 * does not cover that.
 */
final class StoppedEarly {
  private static final String PLAN = "plan.json";
  private static final String RACE = "choose";
  private static final String NOTE =
      "fewer trials than others of its race: it left when it looked worst, so it is rather faster"
          + " than this, and the interval is that of when it left; or it was decided early";

  private StoppedEarly() {}

  /**
   * The report with these notes, if all results are of races.
   *
   * @param paths what it was read from
   */
  static Report noted(Report report, List<Path> paths) {
    boolean races =
        paths.stream()
            .flatMap(path -> RunFolder.resultsIn(path).stream())
            .allMatch(StoppedEarly::isOfRace);
    return races
        ? report.with(
            report.tables().stream()
                .map(table -> table.id().equals(Throughput.ID) ? noted(table) : table)
                .toList())
        : report;
  }

  /** A plan that cannot be read says nothing; the results can be shown without it. */
  private static boolean isOfRace(Path results) {
    Path plan = results.resolveSibling(PLAN);
    try {
      return Files.exists(plan)
          && new ObjectMapper()
              .readTree(Files.readAllBytes(plan))
              .path("command")
              .asText()
              .equals(RACE);
    } catch (IOException e) {
      return false;
    }
  }

  private static Table noted(Table table) {
    int rate = table.indexOf(Throughput.RATE.name());
    int forks = table.indexOf(Throughput.FORKS.name());
    Map<List<Entry>, Double> most = new HashMap<>();
    table.rows().forEach(row -> most.merge(race(table, row), number(row.get(forks)), Math::max));
    List<List<Entry>> rows = new ArrayList<>();
    for (List<Entry> row : table.rows()) {
      List<Entry> noted = new ArrayList<>(row);
      if (number(row.get(forks)) < most.get(race(table, row)) && !row.get(rate).isBlank()) {
        noted.set(rate, row.get(rate).withNote(NOTE));
      }
      rows.add(noted);
    }
    return rows.equals(table.rows()) ? table : table.with(rows, NOTE);
  }

  /** What tells a row apart from those of other races. */
  private static List<Entry> race(Table table, List<Entry> row) {
    return IntStream.range(0, row.size())
        .filter(i -> table.columns().get(i).key().filter(StoppedEarly::isOfRace).isPresent())
        .mapToObj(row::get)
        .toList();
  }

  private static boolean isOfRace(Key key) {
    return !key.equals(Key.VARIANT) && !key.isOption();
  }

  private static double number(Entry entry) {
    return entry.figure().map(figure -> figure.value()).orElse(0.0);
  }
}
