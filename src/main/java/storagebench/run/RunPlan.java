package storagebench.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import storagebench.UserError;
import storagebench.results.WholeFile;

/**
 * What a run is to measure, as its folder keeps it so that it can be resumed.
 *
 * @param arguments JMH's command line
 * @param order in what order trials run
 * @param seed of that order
 * @param until precision to reach as a share; null if none was asked for
 * @param budgetSeconds what the trials may take together; null if that was not limited
 * @param settleSeconds how long to wait for a quiet server before a trial; null if not at all
 * @param cells what is measured, those left out for lack of a variant excepted
 */
@JsonPropertyOrder({
  "arguments",
  "order",
  "seed",
  "until",
  "budgetSeconds",
  "settleSeconds",
  "cells"
})
record RunPlan(
    @JsonProperty(value = "arguments", required = true) List<String> arguments,
    @JsonProperty(value = "order", required = true) Order order,
    @JsonProperty(value = "seed", required = true) long seed,
    @JsonProperty("until") Double until,
    @JsonProperty("budgetSeconds") Long budgetSeconds,
    @JsonProperty("settleSeconds") Long settleSeconds,
    @JsonProperty(value = "cells", required = true) List<Cell> cells) {
  /** Name of the file in a run's folder. */
  static final String FILE = "plan.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  RunPlan {
    arguments = List.copyOf(arguments);
    cells = List.copyOf(cells);
  }

  /** The plan of a new run, whose cells are not known yet. */
  static RunPlan of(BenchmarkArguments arguments, long seed) {
    RunOptions options = arguments.options();
    return new RunPlan(
        arguments.words(),
        arguments.order(),
        seed,
        options.until(),
        seconds(options.budget()),
        seconds(options.settle()),
        List.of());
  }

  /**
   * The plan in a run's folder.
   *
   * @throws UserError if there is none or it cannot be read
   */
  static RunPlan in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return JSON.readValue(Files.readAllBytes(file), RunPlan.class);
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file; --resume needs the folder of a run", e);
    } catch (JacksonException e) {
      throw new UserError(file + ": is damaged, so the run cannot be resumed; begin anew", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Puts it into a run's folder. */
  void write(Path folder) {
    try {
      WholeFile.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with the cells that the server can store. */
  RunPlan withCells(List<Cell> all) {
    return new RunPlan(arguments, order, seed, until, budgetSeconds, settleSeconds, all);
  }

  /** The same with another budget. */
  RunPlan withBudget(Duration budget) {
    return new RunPlan(arguments, order, seed, until, seconds(budget), settleSeconds, cells);
  }

  /** What the trials may take together, if that was limited. */
  Optional<Duration> budget() {
    return Optional.ofNullable(budgetSeconds).map(Duration::ofSeconds);
  }

  /** How long to wait for a quiet server before a trial, if at all. */
  Optional<Duration> settle() {
    return Optional.ofNullable(settleSeconds).map(Duration::ofSeconds);
  }

  private static Long seconds(Duration time) {
    return time == null ? null : time.toSeconds();
  }
}
