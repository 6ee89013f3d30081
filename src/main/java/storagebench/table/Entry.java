package storagebench.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import storagebench.statistics.Estimate;

/**
 * What stands at one place of a table: words, a figure or nothing.
 *
 * @param text the words; empty for a figure or a blank
 * @param figure the figure in the base unit of its column; never NaN
 * @param emphasis how it stands out
 * @param notes its footnotes
 */
public record Entry(
    Optional<String> text, Optional<Estimate> figure, Emphasis emphasis, List<String> notes) {
  /** Nothing: not measured or not applicable. Never shown as 0. */
  public static final Entry BLANK =
      new Entry(Optional.empty(), Optional.empty(), Emphasis.NONE, List.of());

  /** How an entry stands out. */
  public enum Emphasis {
    NONE,
    /** The best of those it is compared with; its interval lies apart from all of theirs. */
    BEST,
    PASS,
    WARN,
    FAIL
  }

  public Entry {
    notes = List.copyOf(notes);
  }

  /** Words. */
  public static Entry of(String text) {
    return new Entry(Optional.of(text), Optional.empty(), Emphasis.NONE, List.of());
  }

  /** Words; blank if there are none. */
  public static Entry ofWords(String text) {
    return text.isEmpty() ? BLANK : of(text);
  }

  /** A figure without an interval; blank if it is NaN. */
  public static Entry of(double value) {
    return of(Estimate.exact(value));
  }

  /** A figure without an interval; blank if there is none. */
  public static Entry of(OptionalDouble value) {
    return of(value.orElse(Double.NaN));
  }

  /** A figure; blank if it is NaN. */
  public static Entry of(Estimate estimate) {
    return Double.isNaN(estimate.value())
        ? BLANK
        : new Entry(Optional.empty(), Optional.of(estimate), Emphasis.NONE, List.of());
  }

  /** This entry, standing out. */
  public Entry with(Emphasis other) {
    return new Entry(text, figure, other, notes);
  }

  /** This entry with one more footnote. */
  public Entry withNote(String note) {
    return new Entry(
        text, figure, emphasis, Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  /** Whether there is nothing to show. */
  public boolean isBlank() {
    return text.isEmpty() && figure.isEmpty();
  }
}
