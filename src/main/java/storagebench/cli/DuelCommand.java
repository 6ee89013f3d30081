package storagebench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import storagebench.UserError;
import storagebench.compare.Outcome;
import storagebench.compare.render.Format;
import storagebench.compare.render.Judged;
import storagebench.duel.Duel;
import storagebench.duel.DuelArguments;
import storagebench.duel.DuelOutcome;
import storagebench.duel.DuelSide;
import storagebench.run.Console;

/** Measures a baseline and a candidate in turns, batch by batch, and says what changed. */
@Command(
    name = "duel",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "benchmarks.jar duel BASELINE CANDIDATE [OPTION]... [JMH option]...",
    description = {
      "Measures a baseline and a candidate in turns, batch by batch, and says what",
      "changed.",
      "",
      "A side is a variant and what is its own, after commas:",
      "  AO                  a variant",
      "  AO,set:NAME=VALUE   its sessions set this; repeatable",
      "  AO,ddl=FILE         this file makes its table, as sql/variant/ao.sql does",
      "  AO,url=VARIABLE     the variable of the environment with its server's URL",
      "  AO,image=NAME       its server is a container of this image",
      "Without url or image its server is found as for every run. A side without a",
      "variant has the other's.",
      "",
      "All else is JMH's: insertSelect (default), copy or multiRowInsert,",
      "-p batchSize=100000, -f trials (default: 10), -wi warm-up pairs (3) and -i",
      "measured pairs of a trial (20); and --plan, --quiet and --results DIR, as for",
      "every run."
    },
    footer = {
      "",
      "Exit codes: 0 no regression; 1 regression; 2 wrong use or a failed cell; 3 inconclusive, with"
          + " --fail-on inconclusive; 4 not comparable."
    })
public final class DuelCommand implements Callable<Integer> {
  private static final String INCONCLUSIVE = "inconclusive";

  @Parameters(index = "0", paramLabel = "BASELINE", description = "what there was")
  private String baseline;

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "what may be worse")
  private String candidate;

  @Option(
      names = "--until-decided",
      description = "end each cell as soon as its verdict is clear, at -f trials at the latest")
  private boolean untilDecided;

  @Option(names = "--seed", paramLabel = "N", description = "seed of the order (default: random)")
  private Long seed;

  @Mixin private CompareFlags flags;

  @Option(
      names = "--fail-on",
      paramLabel = INCONCLUSIVE,
      description = "end with 3 if something could not be told")
  private String failOn;

  @Unmatched private List<String> jmh = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (failOn != null && !failOn.equals(INCONCLUSIVE)) {
      throw new UserError("--fail-on " + failOn + ": expected " + INCONCLUSIVE);
    }
    DuelArguments arguments =
        DuelArguments.of(
            DuelSide.parse("baseline", baseline),
            DuelSide.parse("candidate", candidate),
            jmh,
            flags.options(),
            untilDecided,
            seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed,
            spec.commandLine().getParseResult().originalArgs());
    Console console =
        new Console(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            arguments.benchmark().options().quiet(),
            false);
    Duel duel = new Duel(arguments, console);
    if (arguments.benchmark().plan()) {
      duel.plan();
      return Main.OK;
    }
    Optional<DuelOutcome> outcome = duel.run(System.getenv());
    return outcome.map(this::told).orElse(Outcome.NOT_COMPARABLE.exitCode());
  }

  private int told(DuelOutcome duel) {
    Optional<Judged> judged =
        duel.comparison().map(c -> new Judged(c, Outcome.of(c, failOn != null)));
    judged.ifPresent(
        verdicts -> {
          Format.writeAll(verdicts, duel.comparisonFolder());
          spec.commandLine().getOut().println();
          spec.commandLine().getOut().print(Format.TEXT.render(verdicts));
          spec.commandLine().getOut().flush();
        });
    if (!duel.failures().isEmpty()) {
      throw new UserError(
          duel.failures().size()
              + " cells failed; what was measured is in "
              + duel.folder()
              + "; the first: "
              + duel.failures().get(0));
    }
    return judged.orElseThrow().outcome().exitCode();
  }
}
