package storagebench.report.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Key;
import storagebench.results.Params;
import storagebench.table.Text;

/**
 * The answer that stands above all tables: for each workload a sentence that says which table is
 * the fastest and which the smallest. A setting is everything else that was varied, such as the
 * batch size; what holds for all settings is said once.
 */
public final class Answers {
  private static final Key WORKLOAD = new Key(Params.WORKLOAD);

  /** More names would not be read. */
  private static final int MOST_NAMED = 3;

  private Answers() {}

  /** The sentences; none where no cell stores rows in a variant. */
  public static List<String> of(Study study) {
    Map<String, List<List<Candidate>>> byWorkload = new LinkedHashMap<>();
    for (List<Cell> setting : study.groupsBy(Key.VARIANT).values()) {
      List<Candidate> candidates = Candidate.of(study, setting);
      if (!candidates.isEmpty()) {
        String workload = WORKLOAD.of(setting.get(0).identity()).orElseThrow();
        byWorkload.computeIfAbsent(workload, w -> new ArrayList<>()).add(candidates);
      }
    }
    return byWorkload.entrySet().stream()
        .map(workload -> workload.getKey() + ": " + sentence(workload.getValue()))
        .toList();
  }

  /** Where one was measured beside another, nothing is said of settings in which it stood alone. */
  private static String sentence(List<List<Candidate>> all) {
    List<List<Candidate>> contested = all.stream().filter(setting -> setting.size() > 1).toList();
    List<List<Candidate>> settings = contested.isEmpty() ? all : contested;
    List<Candidate> fastest = settings.stream().map(Answers::fastest).toList();
    List<Candidate> smallest = settings.stream().map(Answers::smallest).toList();
    String rate = range(fastest, c -> c.rate().value(), "%,.0f") + " rows/s";
    String size = range(smallest, c -> c.bytesPerRow().value(), "%.1f") + " B/row";
    if (contested.isEmpty()) {
      String variants = named(fastest.stream().map(Candidate::variant).distinct().toList());
      return Text.of("%s stores %s at %s; nothing was measured beside it.", variants, rate, size);
    }
    String share = range(smallest, c -> 100 * c.shareOfFastest(), "%.0f");
    return Text.of(
        "%s (%s)%s; %s (%s) at %s %% of that speed.",
        winners(fastest, "fastest"),
        rate,
        doubt(settings, fastest),
        winners(smallest, "smallest"),
        size,
        share);
  }

  private static Candidate fastest(List<Candidate> setting) {
    return setting.stream().max(Comparator.comparingDouble(c -> c.rate().value())).orElseThrow();
  }

  /** Of those that are equally small the fastest. */
  private static Candidate smallest(List<Candidate> setting) {
    return setting.stream()
        .min(
            Comparator.<Candidate>comparingDouble(c -> c.bytesPerRow().value())
                .thenComparingDouble(c -> -c.rate().value()))
        .orElseThrow();
  }

  /** Such as {@code HEAP is fastest in 3 of 4 settings, AO in 1}; those that win most first. */
  private static String winners(List<Candidate> best, String what) {
    Map<String, Long> wins =
        best.stream()
            .collect(
                Collectors.groupingBy(
                    Candidate::variant, LinkedHashMap::new, Collectors.counting()));
    List<Map.Entry<String, Long>> most =
        wins.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    String first = most.get(0).getKey() + " is " + what;
    if (best.size() == 1) {
      return first;
    }
    long others = most.stream().skip(MOST_NAMED).mapToLong(Map.Entry::getValue).sum();
    return Stream.of(
            Stream.of(
                Text.of("%s in %d of %d settings", first, most.get(0).getValue(), best.size())),
            most.stream().limit(MOST_NAMED).skip(1).map(e -> e.getKey() + " in " + e.getValue()),
            others == 0 ? Stream.<String>of() : Stream.of("others in " + others))
        .flatMap(Function.identity())
        .collect(Collectors.joining(", "));
  }

  /** In how many settings the fastest is so beyond doubt; of one setting what may be as fast. */
  private static String doubt(List<List<Candidate>> settings, List<Candidate> fastest) {
    List<List<String>> rivals = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      Candidate best = fastest.get(i);
      rivals.add(
          settings.get(i).stream()
              .filter(c -> c != best && !best.rate().isAbove(c.rate()))
              .map(Candidate::variant)
              .toList());
    }
    long told = rivals.stream().filter(List::isEmpty).count();
    if (told == settings.size()) {
      return ", beyond doubt";
    }
    return settings.size() == 1
        ? ", though " + named(rivals.get(0)) + " may be as fast"
        : Text.of(", beyond doubt in %s", told == 0 ? "none" : Long.toString(told));
  }

  private static String named(List<String> names) {
    int more = names.size() - MOST_NAMED;
    return String.join(", ", names.stream().limit(MOST_NAMED).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** From the least to the greatest figure, one of them where both are written alike. */
  static String range(
      List<Candidate> candidates, ToDoubleFunction<Candidate> figure, String format) {
    DoubleSummaryStatistics all = candidates.stream().mapToDouble(figure).summaryStatistics();
    String low = Text.of(format, all.getMin());
    String high = Text.of(format, all.getMax());
    return low.equals(high) ? low : low + " to " + high;
  }
}
