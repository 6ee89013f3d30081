package storagebench.report.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import storagebench.Count;
import storagebench.report.study.Study;
import storagebench.results.Fingerprint;
import storagebench.results.Key;
import storagebench.results.ParamOrder;
import storagebench.results.Params;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * Which variant to choose? Those that no other beats on both throughput and bytes per row. A
 * variant is dominated only where the intervals of one other lie apart from its own on both.
 */
public final class Choice implements Question {
  private static final String ID = "choice";
  private static final String TITLE = "Which to choose";
  private static final int MANY = 8;
  private static final String HEAP = "HEAP";
  private static final Key INDEXES = new Key(Params.INDEXES);

  @Override
  public Optional<Table> answer(Study study) {
    List<Candidate> candidates =
        study.groupsBy(Key.VARIANT).values().stream()
            .map(workload -> Candidate.of(study, workload))
            .filter(group -> group.size() > 1)
            .flatMap(List::stream)
            .toList();
    if (candidates.isEmpty()) {
      boolean noOther =
          study.variants().equals(Set.of(HEAP))
              && study.fingerprints().stream().noneMatch(Fingerprint::isCluster);
      return noOther ? Optional.of(onlyHeap()) : Optional.empty();
    }
    return new TableBuilder<Candidate>(
            ID,
            TITLE,
            "For each setting the variants that no other beats on both throughput and bytes per"
                + " row. Dominated: another is faster and smaller, and the intervals lie apart.")
        .keys(study.keys(), c -> c.cell().identity())
        .add(Throughput.RATE, c -> Entry.of(c.rate()))
        .add(Compression.BYTES_PER_ROW, c -> Entry.of(c.bytesPerRow()))
        .add(Column.ofText("verdict", "verdict"), Choice::verdict)
        .remarks(sentences(candidates))
        .buildUnlessEmpty(candidates);
  }

  /** In the place of the tables that compare formats. */
  private static Table onlyHeap() {
    return new TableBuilder<Candidate>(
            ID,
            TITLE,
            "Only HEAP was measured, the one format of this server, so there is nothing to choose"
                + " from. A Cloudberry cluster also has AO, AOCO and PAX (Greenplum 7: AO and"
                + " AOCO). There the same command adds their throughput beside that of HEAP, how"
                + " much smaller each stores the rows, what its indexes cost, and which to choose.")
        .remarks(
            List.of(
                "To get there: set CLOUDBERRY_URL to the JDBC URL of a cluster, such as"
                    + " jdbc:postgresql://coordinator:5432/bench, or start a Docker engine, in"
                    + " which the suite starts a cluster of its own; then run the same command"
                    + " again."))
        .build(List.of());
  }

  private static Entry verdict(Candidate candidate) {
    if (candidate.dominators().isEmpty()) {
      return candidate.likelyDominators().isEmpty()
          ? Entry.of("on the front").with(Emphasis.PASS)
          : Entry.of("cannot tell from " + String.join(", ", candidate.likelyDominators()));
    }
    return Entry.of("dominated by " + String.join(", ", candidate.dominators()));
  }

  /** Of many, a sentence for each that is on the front of some setting. */
  private static List<String> sentences(List<Candidate> candidates) {
    Predicate<Candidate> said =
        candidates.stream().map(Candidate::variant).distinct().count() > MANY
            ? candidate -> candidate.likelyDominators().isEmpty()
            : candidate -> true;
    return candidates.stream()
        .filter(said)
        .map(Candidate::variant)
        .distinct()
        .map(v -> sentence(v, candidates.stream().filter(c -> c.variant().equals(v)).toList()))
        .toList();
  }

  private static String sentence(String variant, List<Candidate> ofVariant) {
    SortedMap<String, List<Candidate>> bySetting = new TreeMap<>(ParamOrder.OF_VALUES);
    for (Candidate candidate : ofVariant) {
      String setting = INDEXES.of(candidate.cell().identity()).orElse("");
      bySetting.computeIfAbsent(setting, s -> new ArrayList<>()).add(candidate);
    }
    List<String> clauses = new ArrayList<>();
    bySetting.forEach((setting, candidates) -> clauses.add(clause(setting, candidates)));
    return variant + ": " + String.join("; ", clauses) + ".";
  }

  private static String clause(String indexes, List<Candidate> candidates) {
    String setting =
        switch (indexes) {
          case "true" -> "with indexes ";
          case "false" -> "without indexes ";
          case "" -> "";
          default -> "with indexes=" + indexes + " ";
        };
    return setting
        + Answers.range(candidates, c -> 100 * c.shareOfFastest(), "%.0f")
        + " % of the fastest's throughput at "
        + Answers.range(candidates, Candidate::timesSmallest, "%.2f")
        + " times the smallest's bytes per row, "
        + dominated(candidates);
  }

  private static String dominated(List<Candidate> candidates) {
    long some = candidates.stream().filter(c -> !c.dominators().isEmpty()).count();
    return some == 0
        ? "never dominated"
        : "dominated in " + some + " of " + Count.of(candidates.size(), "setting");
  }
}
