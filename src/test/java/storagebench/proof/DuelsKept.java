package storagebench.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;
import storagebench.render.MarkdownRenderer;
import storagebench.report.Report;
import storagebench.results.Metric.Direction;
import storagebench.results.WholeFile;
import storagebench.statistics.Estimate;
import storagebench.statistics.Moments;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;

/**
 * Tabulates kept duels, each a folder with a baseline and a candidate, in {@code duels.md}: how
 * they ended, and how much the trials' log ratios vary. {@code scripts/prove-duel} measures them.
 */
public final class DuelsKept {
  private static final String SELF = "self-";

  private DuelsKept() {}

  /**
   * A duel.
   *
   * @param name of its folder
   * @param seconds it took; empty where unknown
   * @param score the row of the score
   */
  private record Kept(String name, OptionalDouble seconds, Row score) {
    Contrast contrast() {
      return score.contrast().orElseThrow();
    }

    double deviation() {
      return Moments.of(logRatios()).deviation();
    }

    private double[] logRatios() {
      return contrast().logRatios().values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** With one cell this is the verdict at margin 0. */
    boolean excludesOne() {
      return score.ratio().low() > 1 || score.ratio().high() < 1;
    }

    boolean alarm() {
      return score.verdict() == Verdict.REGRESSION || score.verdict() == Verdict.IMPROVEMENT;
    }
  }

  /** Writes the tables into the folder of the duels. */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "results/reference/duel");
    List<Kept> duels = read(folder);
    String text =
        MarkdownRenderer.render(
            new Report(List.of(), List.of(each(duels), selves(duels)), List.of(), List.of()));
    WholeFile.write(folder.resolve("duels.md"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Kept> read(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(path -> Files.isDirectory(path.resolve("candidate")))
          .sorted()
          .flatMap(path -> score(path).stream().map(row -> new Kept(name(path), time(path), row)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static Optional<Row> score(Path duel) {
    return Comparison.read(
            List.of(duel.resolve("baseline")),
            List.of(duel.resolve("candidate")),
            CompareOptions.DEFAULT)
        .rows()
        .stream()
        .filter(row -> row.measure().isScore() && row.contrast().isPresent())
        .findFirst();
  }

  /** Separate runs have a time each. */
  private static OptionalDouble time(Path duel) {
    try (Stream<Path> files = Files.walk(duel, 2)) {
      List<Path> times = files.filter(file -> file.endsWith("seconds")).toList();
      double sum = 0;
      for (Path file : times) {
        sum += Double.parseDouble(Files.readString(file).strip());
      }
      return times.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table each(List<Kept> duels) {
    List<List<Entry>> rows = new ArrayList<>();
    for (Kept duel : duels) {
      Row score = duel.score();
      rows.add(
          List.of(
              Entry.of(duel.name()),
              Entry.of(duel.contrast().baseline().count()),
              Entry.of(duel.seconds().orElse(Double.NaN)),
              Entry.of(score.ratio().value()),
              Entry.of(score.ratio().low()),
              Entry.of(score.ratio().high()),
              Entry.of(score.verdict().label()),
              Entry.of(duel.contrast().paired() ? duel.deviation() : Double.NaN)));
    }
    return ProofTables.table(
        "duels",
        "Duels",
        "Candidate / baseline by time, with its 95 % interval; deviation of the trials' log"
            + " ratios, where both sides ran in the same trials.",
        List.of(
            Column.ofText("duel", "duel"),
            ProofTables.count("trials", "trials"),
            ProofTables.count("seconds", "seconds"),
            ratio("ratio", "ratio"),
            ratio("low", "from"),
            ratio("high", "to"),
            Column.ofText("verdict", "verdict"),
            ProofTables.share("deviation", "deviation of a trial")),
        rows);
  }

  private static Table selves(List<Kept> duels) {
    List<Kept> selves = duels.stream().filter(d -> d.name().startsWith(SELF)).toList();
    long alarms = selves.stream().filter(Kept::alarm).count();
    double variance =
        selves.stream().mapToDouble(d -> Math.pow(d.deviation(), 2)).average().orElse(Double.NaN);
    Estimate log =
        Estimate.ofMean(
            selves.stream().flatMapToDouble(d -> DoubleStream.of(d.logRatios())).toArray());
    return ProofTables.table(
        "selves",
        "One side against itself",
        "All of these together: false alarms with the default margin of 3 % and, which is one in"
            + " twenty if all is well, without a margin; the deviation of a trial's log ratio,"
            + " pooled; the mean difference over all trials with its 95 % interval, which should"
            + " hold 0.",
        List.of(
            ProofTables.count("duels", "duels"),
            ProofTables.count("alarms", "false alarms"),
            ProofTables.count("alarms_without_margin", "without margin"),
            ProofTables.share("deviation", "deviation of a trial"),
            ProofTables.share("difference", "mean difference"),
            ProofTables.share("low", "from"),
            ProofTables.share("high", "to")),
        List.of(
            List.of(
                Entry.of(selves.size()),
                Entry.of(alarms),
                Entry.of(selves.stream().filter(Kept::excludesOne).count()),
                Entry.of(Math.sqrt(variance)),
                Entry.of(Math.expm1(log.value())),
                Entry.of(Math.expm1(log.low())),
                Entry.of(Math.expm1(log.high())))));
  }

  private static Column ratio(String name, String heading) {
    return Column.of(name, heading, Quantity.NUMBER, Direction.NEUTRAL);
  }
}
