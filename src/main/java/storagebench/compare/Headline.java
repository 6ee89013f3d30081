package storagebench.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;
import storagebench.table.Text;

/** The whole answer in one line: first what could not have been seen, then what was found. */
public final class Headline {
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.REGRESSION,
          Verdict.IMPROVEMENT,
          Verdict.EQUIVALENT,
          Verdict.COULD_NOT_TELL,
          Verdict.NOT_COMPARABLE,
          Verdict.DIFFERS);

  private Headline() {}

  /** Such as {@code Regression: 2 regressions, 3 equivalent.} */
  public static String of(Comparison comparison, Outcome outcome) {
    String counts =
        ORDER.stream()
            .filter(verdict -> comparison.count(verdict) > 0)
            .map(verdict -> counted(comparison.count(verdict), verdict))
            .collect(Collectors.joining(", "));
    String text = limits(comparison, outcome) + ": ";
    return Character.toUpperCase(text.charAt(0))
        + text.substring(1)
        + (counts.isEmpty() ? "nothing to compare is on both sides" : counts)
        + "."
        + only("baseline", comparison.onlyBaseline())
        + only("candidate", comparison.onlyCandidate());
  }

  /** The outcome, behind what nobody could have seen; there is none where nothing was told. */
  private static String limits(Comparison comparison, Outcome outcome) {
    boolean found = outcome == Outcome.REGRESSION || outcome == Outcome.NOT_COMPARABLE;
    String label = outcome == Outcome.NO_REGRESSION ? outcome.label() + " found" : outcome.label();
    List<Row> unseen = found ? List.of() : comparison.unseen();
    if (unseen.isEmpty()) {
      return label;
    }
    return unseen.size() == comparison.count(Verdict.COULD_NOT_TELL)
            && unseen.size() == comparison.rows().size()
        ? "nothing could be told, " + why(unseen)
        : Text.of(
            "could not have seen %s in %d of %d times, %s; %s",
            wanted(comparison, unseen),
            unseen.size(),
            comparison.rows().stream().filter(row -> row.measure().isSpeed()).count(),
            why(unseen),
            label);
  }

  /** The change that is of interest, such as {@code 5 %}. */
  private static String wanted(Comparison comparison, List<Row> unseen) {
    if (comparison.options().mustSee().isPresent()) {
      return Margins.percent(comparison.options().mustSee().getAsDouble());
    }
    List<Double> margins = unseen.stream().map(Row::margin).distinct().sorted().toList();
    return margins.get(0) == 0
        ? "a small change"
        : margins.stream().map(Margins::percent).collect(Collectors.joining(" or "));
  }

  private static String why(List<Row> unseen) {
    List<Row> tested = unseen.stream().filter(row -> !Double.isNaN(row.smallest())).toList();
    if (tested.isEmpty()) {
      List<Integer> forks = unseen.stream().flatMap(Headline::forks).distinct().sorted().toList();
      return forks.isEmpty() || forks.get(0) >= Judge.FEWEST_FORKS
          ? "for reasons that the notes give"
          : Text.of(
              "with %s a side where a verdict needs %d",
              forks(forks.get(0), forks.get(forks.size() - 1)), Judge.FEWEST_FORKS);
    }
    Row worst = tested.stream().max(Comparator.comparingDouble(Row::smallest)).orElseThrow();
    return "the noise hides " + (tested.size() > 1 ? "up to " : "") + VerdictText.hidden(worst);
  }

  private static Stream<Integer> forks(Row row) {
    return row.contrast().stream().map(c -> Math.min(c.baseline().count(), c.candidate().count()));
  }

  private static String forks(int least, int most) {
    return (least == most ? "" : least + " to ") + most + (most == 1 ? " fork" : " forks");
  }

  /** No verdict stands for what is missing. */
  private static String only(String side, List<OneSided> there) {
    return there.isEmpty() ? "" : " Only in the " + side + ": " + OneSided.counted(there) + ".";
  }

  private static String counted(long count, Verdict verdict) {
    return switch (verdict) {
      case REGRESSION, IMPROVEMENT -> count + " " + verdict.label() + (count > 1 ? "s" : "");
      case DIFFERS ->
          count + (count > 1 ? " differ" : " differs") + ", perhaps by less than the margin";
      default -> count + " " + verdict.label();
    };
  }
}
