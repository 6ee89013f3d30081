package storagebench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.LinearFit;

/**
 * What a step of a stream costs by its rows, told from the steps so far. Steps of one size do not
 * tell what is fixed and what each row adds, and the first quarter of a day is all of one size;
 * until sizes differ, the fixed cost is taken for that of a guessed number of rows.
 */
final class StepCost {
  private final double guessedRows;
  private final List<Step> steps = new ArrayList<>();

  private record Step(double rows, double seconds) {}

  /**
   * Seconds that a step costs.
   *
   * @param fixed whatever its rows
   * @param perRow more for each row
   */
  record Line(double fixed, double perRow) {
    double of(double rows) {
      return fixed + perRow * rows;
    }
  }

  /**
   * @param guessedRows rows that cost as much as what is fixed, until it is known better
   */
  StepCost(double guessedRows) {
    this.guessedRows = guessedRows;
  }

  /** A step was taken. */
  void add(long rows, double seconds) {
    steps.add(new Step(rows, seconds));
  }

  /** Whether nothing is known yet. */
  boolean isUnknown() {
    return steps.isEmpty();
  }

  /** Whether {@link #line()} is no more than a guess, as all steps were alike. */
  boolean isGuess() {
    return steps.stream().mapToDouble(Step::rows).distinct().count() < 2;
  }

  /** The line through the steps; neither part is below zero. Zero before the first step. */
  Line line() {
    double seconds = mean(Step::seconds);
    if (isUnknown()) {
      return new Line(0, 0);
    }
    if (isGuess()) {
      double perRow = seconds / (guessedRows + mean(Step::rows));
      return new Line(guessedRows * perRow, perRow);
    }
    LinearFit fit =
        LinearFit.of(
            steps.stream().mapToDouble(Step::rows).toArray(),
            steps.stream().mapToDouble(Step::seconds).toArray(),
            // Errors grow with the time, and it with the rows.
            steps.stream().mapToDouble(step -> 1 / (step.rows * step.rows)).toArray());
    if (fit.slope().value() < 0) {
      return new Line(seconds, 0);
    }
    return fit.intercept().value() < 0
        ? new Line(0, seconds / mean(Step::rows))
        : new Line(fit.intercept().value(), fit.slope().value());
  }

  private double mean(ToDoubleFunction<Step> figure) {
    return steps.stream().mapToDouble(figure).average().orElse(0);
  }
}
