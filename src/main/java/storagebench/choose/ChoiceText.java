package storagebench.choose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import storagebench.Count;

/** What came of a race, in sentences. */
final class ChoiceText {
  private static final double MILLION = 1e6;

  private ChoiceText() {}

  /** The answer, then what is open and who left without being beaten. */
  static List<String> of(FinishedRace choice) {
    Race race = choice.race();
    List<String> lines = new ArrayList<>();
    lines.add(choice.cells().common() + ": " + answer(choice));
    if (race.decided() && areEqual(race, choice.cells().margin())) {
      lines.add("All are equally fast within the margin, so the smallest stays.");
    }
    if (!race.decided()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Undecided: %s; if the figures stay as they are, about %,.0f trials more.",
              Count.of(race.undecided().size(), "pair"),
              race.furtherTrials()));
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

  private static boolean areEqual(Race race, double margin) {
    return race.in().size() == 1
        && !race.dropped().isEmpty()
        && race.dropped().stream().allMatch(left -> left.isAsFast(margin));
  }

  private static String answer(FinishedRace choice) {
    Front front = choice.race().front();
    Contender pick = front.balanced();
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: %.0f B a row and %s rows/s",
                pick.name(),
                pick.bytesPerRow(),
                rate(choice.rowsPerSecond(pick))));
    for (Front.Point point : front.points()) {
      if (!point.contender().equals(pick)) {
        text.append("; ").append(beside(choice, point.contender(), pick));
      }
    }
    return text.append('.').toString();
  }

  private static String beside(FinishedRace choice, Contender other, Contender pick) {
    double size = 100 * (other.bytesPerRow() / pick.bytesPerRow() - 1);
    double speed = 100 * (choice.rowsPerSecond(other) / choice.rowsPerSecond(pick) - 1);
    return String.format(
        Locale.ROOT,
        "%s is %.0f %% %s and %.0f %% %s",
        other.name(),
        Math.abs(size),
        size < 0 ? "smaller" : "larger",
        Math.abs(speed),
        speed < 0 ? "slower" : "faster");
  }

  private static String rate(double rows) {
    return rows >= MILLION
        ? String.format(Locale.ROOT, "%.2f million", rows / MILLION)
        : String.format(Locale.ROOT, "%,.0f", rows);
  }
}
