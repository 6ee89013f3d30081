package storagebench.choose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.Count;
import storagebench.table.RatioWords;
import storagebench.table.Text;

/** What came of a race, in sentences. */
public final class ChoiceText {
  private static final double MILLION = 1e6;

  private ChoiceText() {}

  /** The answer, then what is open and who left without being beaten. */
  static List<String> of(FinishedRace choice) {
    Race race = choice.race();
    List<String> lines = new ArrayList<>();
    lines.add(choice.name() + ": " + answer(choice));
    if (race.contenders().size() == 1) {
      lines.add("There is nothing to choose between: it is the only candidate with a trial.");
    }
    if (choice.allEqual()) {
      lines.add(
          (race.dropped().isEmpty() ? "All" : "By the figures so far all")
              + " are equally fast within the margin, "
              + recommended(choice));
    }
    if (!race.decided()) {
      lines.add("Undecided: " + Count.of(race.undecided().size(), "pair") + "; " + further(race));
    }
    race.withdrawn()
        .forEach(left -> lines.add(left.contender().name() + ": " + left.reason() + "."));
    race.orphaned()
        .forEach(
            left ->
                lines.add(
                    left.contender().name()
                        + " left because of "
                        + left.by().name()
                        + ", which failed later; it may belong to the front."));
    return lines;
  }

  /** Rounds that the budget cut short are not in the race. */
  private static String further(Race race) {
    return Double.isInfinite(race.furtherTrials())
        ? Count.of(race.rounds(), "whole round") + " cannot tell how many trials more would decide."
        : Text.of(
            "if the figures stay as they are, about %,.0f trials more.", race.furtherTrials());
  }

  private static String recommended(FinishedRace choice) {
    return choice
        .usual()
        .map(usual -> "and none is smaller than " + usual.name() + ", the server's usual table.")
        .orElse("so the smallest stays.");
  }

  /** What each step along the front buys and costs, from the smallest on. */
  static List<String> steps(FinishedRace choice) {
    List<Contender> front = choice.front().points().stream().map(Front.Point::contender).toList();
    return IntStream.range(1, front.size())
        .mapToObj(i -> step(choice, front.get(i - 1), front.get(i)))
        .toList();
  }

  private static String step(FinishedRace choice, Contender from, Contender to) {
    return Text.of(
        "From %s to %s: %s %% more rows/s for %s %% more bytes.",
        from.name(),
        to.name(),
        RatioWords.percent(choice.rowsPerSecond(to) / choice.rowsPerSecond(from) - 1),
        RatioWords.percent(to.bytesPerRow() / from.bytesPerRow() - 1));
  }

  private static String answer(FinishedRace choice) {
    Front front = choice.front();
    Contender pick = front.balanced();
    StringBuilder text =
        new StringBuilder(
            Text.of(
                "%s: %.0f B a row and %s rows/s",
                pick.name(), pick.bytesPerRow(), rate(choice.rowsPerSecond(pick))));
    List<Contender> others =
        Stream.of(front.smallest(), front.fastest())
            .distinct()
            .filter(other -> !other.equals(pick))
            .toList();
    others.forEach(other -> text.append("; ").append(beside(choice, other, pick)));
    int between = front.points().size() - others.size() - 1;
    return text.append(between > 0 ? "; " + between + " more on the front." : ".").toString();
  }

  private static String beside(FinishedRace choice, Contender other, Contender pick) {
    return Text.of(
        "%s is %s and %s",
        other.name(),
        RatioWords.OF_SIZE.change(other.bytesPerRow() / pick.bytesPerRow()),
        RatioWords.OF_SPEED.change(choice.rowsPerSecond(other) / choice.rowsPerSecond(pick)));
  }

  /** Rows a second, such as {@code 1.25 million}. */
  public static String rate(double rows) {
    return rows >= MILLION ? Text.of("%.2f million", rows / MILLION) : Text.of("%,.0f", rows);
  }
}
