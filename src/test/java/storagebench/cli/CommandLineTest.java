package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.UserError;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.run.plan.BenchmarkArguments;

/** Command lines that need no server, and clean. */
class CommandLineTest {
  /** Nobody listens there. */
  private static final Map<String, String> NO_SERVER =
      Map.of("CLOUDBERRY_URL", "jdbc:postgresql://127.0.0.1:1/none");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-p variant=ROW | variant is 'ROW'; expected AO, AOCO, HEAP, PAX, PAX_NO_CLUSTER",
        "-p variant=heap | variant is 'heap'",
        "-p batchSize=0 | batchSize is '0'; expected 1 to 10000000 rows",
        "-p batchSize=-5 | batchSize is '-5'",
        "-p batchSize=many | batchSize is 'many'",
        "-p batchSize=1e4 | batchSize is '1e4'",
        "-p batchSize=10000001 | batchSize is '10000001'",
        "-p batchSize=99999999999999999999 | batchSize is '99999999999999999999'",
        "-p batchSize=100,0 | batchSize is '0'",
        "-p preloadRows=-1 | preloadRows is '-1'; expected 0 to 10000000 rows",
        "-p indexes=yes | indexes is 'yes'; expected false, true",
        "-p format=CSV | format is 'CSV'; expected BINARY, TEXT",
        "-p batchsize=10 | no selected benchmark has a parameter 'batchsize'; expected",
        "insertSelect -p format=TEXT | no selected benchmark has a parameter 'format'",
        "-p batchSize=10,10 | parameter batchSize names a value twice",
        "-p batchSize=10 -p batchSize=10 | parameter batchSize names a value twice",
        "noSuchBenchmark | no benchmark matches [noSuchBenchmark]; -l lists them",
        "noSuchBenchmark copy norThis | no benchmark matches [noSuchBenchmark, norThis]; -l lists",
        "compre a b | no command is called 'compre'; did you mean compare? -h lists all",
        "reprot results | no command is called 'reprot'; did you mean report?",
        "--quiet report results | report is a command and stands before all else; see report -h",
        "insertSelct | no benchmark matches [insertSelct]; did you mean insertSelect?",
        "insertSelect variant=PAX | did you mean -p variant=PAX?",
        "insertSelect set:work_mem=1MB | set: is for a side of a duel, see duel -h",
        "-e noSuchBenchmark | -e: no benchmark matches [noSuchBenchmark]",
        "-pnonsense=1 | no selected benchmark has a parameter 'nonsense'",
        "-pvariant=ROW | variant is 'ROW'; expected AO, AOCO, HEAP, PAX, PAX_NO_CLUSTER",
        "-f many | -h",
        "-rf yaml | unknown result format 'yaml'",
        "--results | option --results needs a value",
        "--until 0% | '0%' is no precision, such as 2%",
        "--until 0.02 | '0.02' is no precision, such as 2%",
        "--until 100% | '100%' is no precision",
        "--budget soon | 'soon' is no time, such as 90s, 30m or 2h",
        "--budget 0s | '0s' is no time",
        "--settle -1s | '-1s' is no time",
        "--order sorted | --order",
        "--seed many | --seed",
        "--until 2% --order fixed | leave one out",
        "--until 2% -f 0 | --until needs forks",
        "-nonsense | -h",
        "compre a b | did you mean compare?",
        "repor results | did you mean report?",
        "dule AO AOCO | did you mean duel?",
        "--quiet compare a b | compare is a command and stands before all else",
        "copy nonsense | no benchmark matches [nonsense]; -l lists them",
        "nonsense copy nothing | no benchmark matches [nonsense, nothing]",
        "insertSelct | no benchmark matches [insertSelct]; did you mean insertSelect?",
        "copy set:work_mem=1MB | set: is for a side of a duel",
        "copy variant=AO | did you mean -p variant=AO?",
        "copy -e nonsense | -e: no benchmark matches [nonsense]",
        "copy -e copy | -e [copy] leaves out every benchmark",
        "copy [ | '[' is no regular expression",
        "copy -pnonsense=1 | no selected benchmark has a parameter 'nonsense'",
        "copy -p=nonsense=1 | no selected benchmark has a parameter 'nonsense'",
        "copy --p nonsense=1 | no selected benchmark has a parameter 'nonsense'",
        "copy -ofile | write a space before the value",
        "duel HEAP HEAP -pvariant=PAX | -p variant: in a duel the sides name their variants",
        "duel HEAP HEAP --switch true | --switch is for sides that are measured apart; add --apart",
        "duel HEAP HEAP --metric wal.* | --metric wal.*: no such metric without the profiler",
        "duel HEAP HEAP --metric wal.bytes_per_row | --metric wal.bytes_per_row: no such metric"
      })
  void whatCannotBeRunIsToldInOneLineBeforeAnythingRuns(String arguments, String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.run(arguments.split(" "), new PrintWriter(out), new PrintWriter(err, true));

    assertThat(exitCode).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().startsWith("Error: ");
    assertThat(err.toString()).contains(line);
  }

  @Test
  void aFaultOfTheSuiteIsToldWithoutATraceAndIsNoRegression() {
    StringWriter err = new StringWriter();
    String[] faulty = {"copy", null};
    int exitCode = Main.run(faulty, new PrintWriter(err), new PrintWriter(err, true));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Error: ")
        .contains("This is a fault of the suite; --verbose shows where.")
        .doesNotContain("\tat ");
  }

  @Test
  void quietAndVerboseContradictEachOther() {
    assertThatThrownBy(() -> BenchmarkArguments.parse(List.of("copy", "--quiet", "--verbose")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("choose one");
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-l | storagebench.benchmark.InsertSelectBenchmark.insertSelect",
        "-lp | param \"variant\" = {HEAP, AO, AOCO, PAX, PAX_NO_CLUSTER}",
        "-h --verbose | -p <param={v,}*>",
        "-h | measured batches of a trial (default: 15)",
        "--help | warm-up batches of a trial (default: 5)",
        "--version | , JMH 1.37",
        "-lprof | gc:",
        "-lrf | Available formats"
      })
  void jmhsQuestionsAreAnsweredWithoutAServer(String question, String answer)
      throws IOException, InterruptedException {
    Ended ended = CommandLineRun.start(NO_SERVER, folder, question.split(" ")).end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains(answer);
    assertThat(ended.err()).doesNotContain("Error").doesNotContain("SLF4J");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theHelpListsEveryCommandBeforeTheOptions() {
    StringWriter out = new StringWriter();
    int exitCode = Main.run(new String[] {"-h"}, new PrintWriter(out), new PrintWriter(out));
    String commands = out.toString().split("WHAT IS MEASURED")[0];

    assertThat(exitCode).isZero();
    assertThat(BenchmarkCommand.line().getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(commands).containsPattern("\n  " + name + " +[A-Z]"));
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"target", "clean"})
  void commandsHaveHelpAndRefuseWhatTheyDoNotKnow(String command)
      throws IOException, InterruptedException {
    Ended help = CommandLineRun.start(NO_SERVER, folder, command, "-h").end();
    Ended wrong = CommandLineRun.start(NO_SERVER, folder, command, "--nonsense").end();

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("SYNOPSIS").contains(command);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err().lines()).singleElement().asString().contains("--nonsense");
  }

  @Tag("slow")
  @Test
  void verboseShowsWhereAnErrorComesFrom() throws IOException, InterruptedException {
    Ended quiet = CommandLineRun.start(NO_SERVER, folder, "target").end();
    Ended verbose = CommandLineRun.start(NO_SERVER, folder, "target", "--verbose").end();

    assertThat(quiet.exitCode()).isEqualTo(2);
    assertThat(quiet.err()).doesNotContain("\tat ");
    assertThat(verbose.exitCode()).isEqualTo(2);
    assertThat(verbose.err()).contains("\tat storagebench.server");
  }

  @Tag("slow")
  @Test
  void cleanDropsWhatRunsLeftAndNothingASecondTime()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    Ended run =
        CommandLineRun.start(
                database.environment(),
                folder,
                "insertSelect",
                "-f",
                "1",
                "-wi",
                "0",
                "-i",
                "1",
                "-p",
                "batchSize=10",
                "-p",
                "indexes=false")
            .end();
    assertThat(run.exitCode()).as(run.err()).isZero();
    Ended first = CommandLineRun.start(database.environment(), folder, "clean").end();
    Ended second = CommandLineRun.start(database.environment(), folder, "clean").end();

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("dropped staged_").contains("dropped storage_bench\n");
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("nothing to drop");
    assertThat(database.strings("SELECT 1 FROM pg_namespace WHERE nspname = 'storage_bench'"))
        .isEmpty();
  }

  @Tag("slow")
  @Test
  void cleanRefusesASchemaOfSomebodyElse() throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    database.execute("CREATE SCHEMA storage_bench", "CREATE TABLE storage_bench.trial_x (a int)");
    Ended ended = CommandLineRun.start(database.environment(), folder, "clean").end();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines()).singleElement().asString().contains("not the suite's own");
    assertThat(database.strings("SELECT count(*) FROM storage_bench.trial_x")).containsExactly("0");
  }
}
