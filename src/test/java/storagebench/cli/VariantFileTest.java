package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Runs and duels of tables that the user defines, as a user types them. */
@Tag("slow")
@Timeout(180)
class VariantFileTest {
  private static final String CREATE =
      "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:template) USING heap";

  private static final String MADE =
      "SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'v', 'p')"
          + " AND relnamespace::regnamespace::text IN ('public', 'storage_bench')";

  private static final String MY_TABLE =
      CREATE
          + """
          ;
          COMMENT ON TABLE storage_bench.:"table" IS 'a;b -- $$ it''s "no" /* comment';
          DO $own$ BEGIN PERFORM 1; /* ; */ PERFORM ';'; END $own$;  -- ; that's all
          ALTER TABLE storage_bench.:"table" ADD CHECK (call_type <> E'a\\';--');
          """;

  @TempDir private Path folder;

  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
  }

  @Test
  void aDefinitionOfTheUsersIsMeasuredBesideOthersAndKeptWithItsRun()
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("my.sql"), MY_TABLE);

    Ended run = run("-p variant=HEAP,my.sql");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(kept().resolve("sql/my.sql")).hasContent(MY_TABLE);
    assertThat(kept().resolve("fingerprint.json")).content().contains("\"my.sql\" :");
    Files.delete(file);
    Ended report = start("report " + kept());
    assertThat(report.out()).contains("HEAP", "my.sql");
    Files.walk(kept().resolve("trials")).filter(Files::isRegularFile).forEach(this::delete);
    Ended resumed = start("--resume " + kept());
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
  }

  @Test
  void twoRunsOfOneNameAndAnotherTextAreNotComparable() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("my.sql"), MY_TABLE);
    assertThat(run("-p variant=my.sql --results a").exitCode()).isZero();
    Files.writeString(folder.resolve("my.sql"), CREATE + " WITH (fillfactor = 50)");
    assertThat(run("-p variant=my.sql --results b").exitCode()).isZero();

    Ended compared = start("compare a b");

    assertThat(compared.exitCode()).isEqualTo(4);
    assertThat(compared.out() + compared.err()).contains("ddl.my.sql");
  }

  @Test
  void aSideOfADuelIsADefinitionOfTheUsers() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("my.sql"), MY_TABLE);

    Ended duel =
        start("duel HEAP my.sql -p batchSize=50 -f 2 -wi 1 -i 3 -p indexes=false --results d");

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.out()).contains("my.sql");
    assertThat(start("duel HEAP HEAP,ddl=nosuch.sql").err()).contains("nosuch.sql: cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "CREATE TABLE public.x (a integer) USING heap ! does not use the variable table",
        "CREATE TABEL storage_bench.:\"table\" (a integer) ! syntax error at or near \"TABEL\"",
        "CREATE TABLE public.:\"table\" (LIKE storage_bench.:template) ! made no table",
        "HERE; DROP TABLE storage_bench.:\"table\" ! made no table",
        "HERE; CREATE TABLE public.other (a integer) ! makes public.other; expected",
        "HERE; COMMIT ! none that begin or end a transaction",
        "HERE; SELECT :'nosuch', :\"table\" ! needs the variable nosuch",
        "HERE; \\i other.sql ! has a command of psql's",
        "HERE; COMMENT ON TABLE storage_bench.:\"table\" IS 'unclosed ! unterminated quoted string",
        "CREATE TABLE storage_bench.:\"table\" (a integer) USING heap ! my.sql",
        "CREATE VIEW storage_bench.:\"table\" AS SELECT 1 ! made no table",
        "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:template) PARTITION BY RANGE"
            + " (call_date) ! without partitions"
      })
  void aFileThatMakesNoTableUnderTestIsRefusedInOneLineAndLeavesNothing(String sql, String why)
      throws IOException, InterruptedException, SQLException {
    Files.writeString(folder.resolve("my.sql"), sql.replace("HERE", CREATE));

    Ended run = run("-p variant=HEAP,my.sql");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(why)
        .contains("my.sql");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(folder.resolve("results")).doesNotExist();
    assertThat(database.strings(MADE)).isEmpty();
  }

  private Ended run(String words) throws IOException, InterruptedException {
    return start("insertSelect -wi 1 -i 1 -f 1 -p batchSize=60 -p indexes=false " + words);
  }

  private Ended start(String words) throws IOException, InterruptedException {
    return CommandLineRun.start(database.environment(), folder, words.split(" ")).end();
  }

  private Path kept() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private void delete(Path file) {
    assertThat(file.toFile().delete()).isTrue();
  }
}
