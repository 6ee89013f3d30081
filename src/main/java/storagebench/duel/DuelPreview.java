package storagebench.duel;

import java.util.Locale;
import storagebench.Console;
import storagebench.Count;
import storagebench.run.progress.ExpectedTime;

/**
 * The output of {@code duel --plan}: the sides and the cells, with the expected time.
 *
 * @param arguments what was asked for
 */
record DuelPreview(DuelArguments arguments) {
  /** Prints it. */
  void print(Console console) {
    DuelForecast forecast = new DuelForecast(arguments);
    ExpectedTime time = new ExpectedTime();
    arguments.cells().forEach(cell -> time.add(forecast.time(cell), arguments.trials()));
    console.line("Baseline: " + arguments.baseline());
    console.line("Candidate: " + arguments.candidate());
    arguments.cells().forEach(cell -> console.line(cell.toString()));
    if (!arguments.sidesNameVariants()) {
      console.line("Variants that the servers lack will be left out.");
    }
    console.line(summary());
    console.line(time.toString());
  }

  /** How much will be measured, in a line. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%s, %s%s each, %d warm-up and %d measured %s a trial",
        Count.of(arguments.cells().size(), "cell"),
        arguments.untilDecided() ? "at most " : "",
        Count.of(arguments.trials(), "trial"),
        arguments.warmupPairs(),
        arguments.pairs(),
        arguments.apart() ? "batches of each side" : "pairs of batches");
  }
}
