package storagebench.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.Matching;
import storagebench.compare.match.Pair;
import storagebench.compare.noise.MarginNotes;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.OneSided;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Interleaving;
import storagebench.results.Launches;
import storagebench.table.Text;

/** What would mislead if it were not known, one line each. */
final class ComparisonWarnings {
  private ComparisonWarnings() {}

  static List<String> of(
      BuildRuns baseline,
      BuildRuns candidate,
      Matching matching,
      Grouping grouping,
      List<Contrast> contrasts,
      CompareOptions options) {
    List<String> warnings = new ArrayList<>();
    Stream.of(baseline, candidate)
        .flatMap(side -> side.warnings().stream())
        .distinct()
        .forEach(warnings::add);
    Stream.of(baseline, candidate).flatMap(ComparisonWarnings::fingerprints).forEach(warnings::add);
    warnings.addAll(Launches.differences(compared(baseline, candidate, matching)));
    duel(baseline, contrasts, options).forEach(warnings::add);
    differences(matching, baseline, candidate, options).forEach(warnings::add);
    warnings.addAll(shared(baseline, candidate));
    if (contrasts.stream().anyMatch(c -> !c.measure().exact() && !c.paired())
        && !baseline.isSameAs(candidate)) {
      warnings.add(
          "the sides were not measured in turns: a drift of the machine between them looks like a"
              + " change; duel and scripts/ci-compare measure them so");
    }
    if (contrasts.stream().anyMatch(ComparisonWarnings::isTooSmall)) {
      warnings.add(
          "some cells have too few forks for a verdict: at least "
              + Judge.FEWEST_FORKS
              + " a side, and more to see a small change");
    }
    warnings.addAll(grouping.warnings());
    List<Measure> measured = contrasts.stream().map(Contrast::measure).distinct().toList();
    warnings.addAll(MarginNotes.of(options.margins(), options.measures(), measured));
    return warnings;
  }

  private static List<Cell> compared(BuildRuns baseline, BuildRuns candidate, Matching matching) {
    Set<Identity> both = new HashSet<>();
    for (Pair pair : matching.pairs()) {
      both.add(pair.baseline().identity());
      both.add(pair.candidate().identity());
    }
    return Stream.of(baseline, candidate)
        .flatMap(side -> side.everything().stream())
        .filter(cell -> both.contains(cell.identity()))
        .toList();
  }

  private static Stream<String> fingerprints(BuildRuns side) {
    long unknown = side.runs().stream().filter(run -> run.fingerprint().isEmpty()).count();
    return unknown == 0
        ? Stream.of()
        : Stream.of(
            side.name()
                + ": no fingerprint.json beside "
                + (unknown == side.runs().size() ? "the results" : unknown + " of its files")
                + ", so server, settings and workload could not be checked");
  }

  private static Stream<String> differences(
      Matching matching, BuildRuns baseline, BuildRuns candidate, CompareOptions options) {
    Set<String> made = new HashSet<>(baseline.differs());
    made.retainAll(candidate.differs());
    return matching.pairs().stream()
        .flatMap(pair -> options.measures().stream().flatMap(m -> pair.allowed(m.name()).stream()))
        .map(
            difference ->
                (made.stream().anyMatch(difference::isNamed)
                        ? "made to differ: "
                        : "accepted by --allow: ")
                    + difference)
        .distinct();
  }

  private static Stream<String> duel(
      BuildRuns baseline, List<Contrast> contrasts, CompareOptions options) {
    if (contrasts.stream().noneMatch(Contrast::duel)) {
      return Stream.of();
    }
    String how =
        "a duel: in every trial both sides took the same batches in turns; ratios are means over"
            + " the trials of the interquartile mean of the pairs of batches";
    return baseline.sessions().stream()
        .map(Interleaving::looks)
        .filter(Objects::nonNull)
        .findFirst()
        .map(looks -> Stream.of(how, looked(looks, options)))
        .orElse(Stream.of(how));
  }

  private static String looked(Interleaving.Looks looks, CompareOptions options) {
    return Text.of(
        "looked at after every trial from %d to %d, and ended where decided: tests and intervals"
            + " (repeated confidence intervals) are at levels that together spend %s",
        looks.first(), looks.maximum(), options.alpha());
  }

  private static List<String> shared(BuildRuns baseline, BuildRuns candidate) {
    int both = baseline.sharedWith(candidate);
    if (both == 0) {
      return List.of();
    }
    return List.of(
        baseline.isSameAs(candidate)
            ? "both sides are the same measurements"
            : both + " of the files are on both sides");
  }

  private static boolean isTooSmall(Contrast contrast) {
    return !contrast.measure().exact()
        && Math.min(contrast.baseline().count(), contrast.candidate().count()) < Judge.FEWEST_FORKS;
  }

  static List<String> missing(BuildRuns side, List<OneSided> onlyThere) {
    return onlyThere.isEmpty()
        ? List.of()
        : List.of(OneSided.counted(onlyThere) + " only in the " + side.name() + ": not compared");
  }
}
