package storagebench.table;

import java.util.ArrayList;
import java.util.List;

/** Collects the footnotes of one table; the same words share one number. */
public final class Footnotes {
  private final List<String> texts = new ArrayList<>();

  /** Number of the footnote with these words, from 1. */
  public int number(String text) {
    if (!texts.contains(text)) {
      texts.add(text);
    }
    return texts.indexOf(text) + 1;
  }

  /** The footnotes in order of their numbers. */
  public List<String> texts() {
    return List.copyOf(texts);
  }
}
