package storagebench.history;

import java.util.List;
import java.util.Locale;
import storagebench.Count;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Verdict;

/** What the newest night says, in one line. */
public final class HistoryHeadline {
  private HistoryHeadline() {}

  /** Such as {@code Regression on 2026-03-01: insertSelect variant=AO score: ...}. */
  public static String of(History history) {
    String label = history.outcome().label();
    return label.substring(0, 1).toUpperCase(Locale.ROOT)
        + label.substring(1)
        + " on "
        + ChangeText.day(history.newest().started())
        + ": "
        + what(history)
        + ".";
  }

  private static String what(History history) {
    List<Change> news = history.news();
    if (!news.isEmpty()) {
      Change first =
          news.stream()
              .filter(change -> change.reading().verdict() == Verdict.REGRESSION)
              .findFirst()
              .orElse(news.get(0));
      return ChangeText.sentence(first)
          + (news.size() == 1 ? "" : "; and " + Count.of(news.size() - 1L, "more change"));
    }
    String nights =
        Count.of(history.newestLines().size(), "line")
            + " over "
            + Count.of(history.nights().size(), "night");
    return switch (history.outcome()) {
      case NOT_COMPARABLE ->
          "no earlier night is comparable, which differ in "
              + String.join(", ", history.differences());
      case INCONCLUSIVE ->
          Count.of(history.unseen().size(), "line")
              + " could not have shown a change of "
              + Margins.percent(history.options().mustSee().orElseThrow());
      default ->
          history.readings().isEmpty()
              ? "nothing to compare with yet, " + nights
              : "nothing changed, " + nights;
    };
  }
}
