package storagebench.run.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.concurrent.ThreadLocalRandom;
import storagebench.UserError;
import storagebench.results.Secrets;
import storagebench.results.WholeFile;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Order;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.RunOptions;

/**
 * What a run is to measure, as its folder keeps it so that it can be resumed.
 *
 * @param command the command of the jar that it is for, such as {@code duel}; null for JMH's own
 * @param arguments that command's words, those for a run left out
 * @param order in what order trials run
 * @param seed of that order
 * @param until precision to reach as a share; null if none was asked for
 * @param budgetSeconds what the trials may take together; null if that was not limited
 * @param settleSeconds how long to wait for a quiet server before a trial; null if not at all
 * @param cells what is measured, those left out for lack of a variant excepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "command",
  "arguments",
  "order",
  "seed",
  "until",
  "budgetSeconds",
  "settleSeconds",
  "cells"
})
public record RunPlan(
    @JsonProperty("command") String command,
    @JsonProperty(value = "arguments", required = true) List<String> arguments,
    @JsonProperty(value = "order", required = true) Order order,
    @JsonProperty(value = "seed", required = true) long seed,
    @JsonProperty("until") Double until,
    @JsonProperty("budgetSeconds") Long budgetSeconds,
    @JsonProperty("settleSeconds") Long settleSeconds,
    @JsonProperty(value = "cells", required = true) List<PlannedCell> cells) {
  /** Name of the file in a run's folder. */
  static final String FILE = "plan.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public RunPlan {
    arguments = List.copyOf(arguments);
    cells = List.copyOf(cells);
  }

  /** The seed of a new run, drawn where none is given. */
  public static long seed(Long given) {
    return given == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : given;
  }

  /** The plan of a new run, whose cells are not known yet. */
  public static RunPlan of(BenchmarkArguments arguments, long seed) {
    return of(null, arguments.words(), arguments, seed);
  }

  /**
   * The plan of what another command begins.
   *
   * @param words that command's
   * @param arguments the options of a run among them
   */
  public static RunPlan of(
      String command, List<String> words, BenchmarkArguments arguments, long seed) {
    RunOptions options = arguments.options();
    return new RunPlan(
        command,
        words,
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
   * @param command the command that is to go on with it; empty for JMH's own
   * @throws UserError if there is none, it cannot be read, is another command's, or lacks passwords
   */
  public static RunPlan in(Path folder, String command) {
    RunPlan plan = in(folder);
    if (!plan.commandName().equals(command)) {
      throw new UserError(
          folder
              + " holds a "
              + (plan.command == null ? "run" : plan.command)
              + "; go on with: "
              + ResumeCommand.of(plan.commandName(), folder));
    }
    if (Secrets.areHiddenIn(plan.arguments)) {
      throw new UserError(
          folder + ": the run was begun with a password, which is not kept; begin anew");
    }
    return plan;
  }

  /**
   * The plan in a run's folder, whatever command it is for.
   *
   * @throws UserError if there is none, or it cannot be read
   */
  static RunPlan in(Path folder) {
    NewFolder.reopen(folder);
    Path file = folder.resolve(FILE);
    try {
      RunPlan plan = JSON.readValue(Files.readAllBytes(file), RunPlan.class);
      if (plan == null) {
        throw new UserError(damaged(file));
      }
      return plan;
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": no such file; --resume needs the folder of a run", e);
    } catch (JacksonException e) {
      throw new UserError(damaged(file), e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String damaged(Path file) {
    return file + ": is damaged, so the run cannot be resumed; begin anew";
  }

  /** Puts it into a run's folder, without passwords. */
  void write(Path folder) {
    RunPlan shown =
        new RunPlan(
            command,
            Secrets.hide(arguments),
            order,
            seed,
            until,
            budgetSeconds,
            settleSeconds,
            cells);
    try {
      WholeFile.write(folder.resolve(FILE), JSON.writeValueAsBytes(shown));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with the cells that the server can store. */
  public RunPlan withCells(List<PlannedCell> all) {
    return new RunPlan(command, arguments, order, seed, until, budgetSeconds, settleSeconds, all);
  }

  /** The same with the budget of a resumption, if that has one. */
  public RunPlan extendedBy(RunOptions options) {
    Long budget = options.budget() == null ? budgetSeconds : seconds(options.budget());
    return new RunPlan(command, arguments, order, seed, until, budget, settleSeconds, cells);
  }

  /**
   * Makes sure that the plan is still understood as it was.
   *
   * @param folder where it is kept
   * @param now the cells that its arguments are taken for
   * @throws UserError if they are others
   */
  public void check(Path folder, List<PlannedCell> now) {
    if (!cells.equals(now)) {
      throw new UserError(
          folder
              + " holds a run of other cells than this version of the suite makes of its"
              + " arguments; resume it with the version that began it");
    }
  }

  /** The command of the jar that it is for; empty for JMH's own. */
  public String commandName() {
    return command == null ? "" : command;
  }

  /** What the trials may take together, if that was limited. */
  public Optional<Duration> budget() {
    return Optional.ofNullable(budgetSeconds).map(Duration::ofSeconds);
  }

  /** How long to wait for a quiet server before a trial, if at all. */
  public Optional<Duration> settle() {
    return Optional.ofNullable(settleSeconds).map(Duration::ofSeconds);
  }

  private static Long seconds(Duration time) {
    return time == null ? null : time.toSeconds();
  }
}
