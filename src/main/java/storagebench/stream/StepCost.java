package storagebench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.LinearFit;

/**
 * The time of a step of a stream as a function of its rows, estimated from the steps so far. The
 * fixed part cannot be estimated while all steps have one size, as in the first quarter of a day.
 * Until then it is assumed to equal the time of a given number of rows.
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
