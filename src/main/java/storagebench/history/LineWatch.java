package storagebench.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One line, watched night by night. What changed once is not found again the next night: from a
 * change on only later nights are compared with each other. Those by which it was found are left
 * out, because they were picked for being unlike the rest. For one thread.
 */
final class LineWatch {
  private final Line line;
  private final Set<Integer> places = new HashSet<>();
  private final List<Change> changes = new ArrayList<>();
  private int first;
  private int next;

  LineWatch(Line line) {
    this.line = line;
  }

  /** What was found so far, the oldest first. */
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * How far a night lies from those of each span ago that has nights; none where the line was not
   * measured that night.
   *
   * @param night the one after all that were asked for before
   */
  List<Gap> gaps(Night night) {
    List<Point> points = line.points();
    if (next == points.size() || points.get(next).night() != night) {
      return List.of();
    }
    int place = next++;
    Noise noise = Noise.before(line.points(), place, places);
    return Stream.of(Span.values())
        .map(span -> Gap.of(line, place, span, first, noise))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Takes note of a change that was found; later nights are compared with those after it. */
  void add(Reading found) {
    NightFigure newest = line.points().get(found.place()).figure();
    Noise noise = Noise.before(line.points(), found.place() + 1, places);
    double variance = newest.exact() ? 0 : noise.ofNights() + noise.ofForks() / newest.forks();
    StepLocation step = StepLocation.of(line.points(), first, found.place(), variance);
    changes.add(new Change(found, step.place(), step.before(), step.after()));
    places.add(step.place());
    first = newest.exact() ? step.place() : found.place() + 1;
  }
}
