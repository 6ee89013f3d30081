package storagebench.report.question;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.report.study.Study;
import storagebench.results.Fingerprint;

/** Says which variants are in no table because the server cannot store them. */
final class LackedVariants {
  private LackedVariants() {}

  /** A sentence for each reason, such as an access method that the server does not have. */
  static List<String> sentences(Study study) {
    SortedMap<String, SortedSet<String>> byReason = new TreeMap<>();
    for (Fingerprint run : study.fingerprints()) {
      run.lacks()
          .forEach(
              (variant, why) -> {
                if (!study.variants().contains(variant)) {
                  byReason.computeIfAbsent(why, w -> new TreeSet<>()).add(variant);
                }
              });
    }
    return byReason.entrySet().stream()
        .map(
            lack ->
                "Not measured: " + String.join(", ", lack.getValue()) + "; " + lack.getKey() + ".")
        .toList();
  }
}
