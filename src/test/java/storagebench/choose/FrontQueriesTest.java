package storagebench.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.Console;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.query.UserQueries;
import storagebench.run.MeasuredDatabase;
import storagebench.run.RunOutcome;
import storagebench.run.plan.PlannedCell;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.Workload;

/** The tables that queries are asked of after a race. */
class FrontQueriesTest {
  private static final String BENCHMARK =
      "storagebench.benchmark.InsertSelectBenchmark.insertSelect";

  @TempDir private Path folder;

  private TestDatabase database;
  private Target target;
  private Connection connection;
  private MeasuredDatabase site;

  @BeforeEach
  void take() throws SQLException {
    database = EmbeddedServer.newDatabase();
    target = new TargetFinder(database.environment(), line -> {}).find();
    connection = target.connect();
    site = MeasuredDatabase.of(target, connection);
    site.take();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    target.close();
  }

  private static PlannedCell cell(String workload) {
    return new PlannedCell(
        BENCHMARK,
        Map.of("workload", workload, "variant", "HEAP", "batchSize", "10", "indexes", "false"));
  }

  @Test
  void noQueryIsAskedOnceTheTableThatTheRowsAreFromHasChanged() throws IOException, SQLException {
    database.execute("CREATE TABLE public.orders AS SELECT 1 AS id");
    Path file = Files.writeString(folder.resolve("queries.sql"), "SELECT count(*) FROM :table");
    FrontQueries queries =
        new FrontQueries(
            UserQueries.in(file.toString()),
            Duration.ofMinutes(1),
            7,
            () -> {
              throw new AssertionError("a table was to be made");
            },
            console());
    List<String> notes = new ArrayList<>();

    queries.check(site, List.of(cell("public.orders")));
    database.execute("INSERT INTO public.orders VALUES (2)");
    queries.run(site, new RunOutcome(folder, 1, List.of(), Set.of(), "--resume"), notes::add);

    assertThat(queries.failure().orElseThrow()).contains("workload public.orders changed");
    assertThat(notes).containsExactly("Error: " + queries.failure().orElseThrow());
  }

  private static Console console() {
    PrintWriter out = new PrintWriter(new StringWriter());
    return new Console(out, out, true, false);
  }

  @Test
  void whatWentWrongFirstIsToldAndAllTablesThatCanBeAreDropped() throws SQLException {
    Workload calls = Workload.open("cdr", connection);

    assertThatThrownBy(
            () -> {
              try (FrontTables tables = new FrontTables(connection, calls)) {
                for (String name : List.of("one", "two", "three")) {
                  tables.add(new Contender(name, 1), cell("cdr"), 20);
                }
                database.execute(
                    "CREATE VIEW public.needed AS SELECT FROM storage_bench."
                        + tables.all().get(1).name());
                throw new IllegalStateException("first");
              }
            })
        .hasMessage("first")
        .satisfies(
            first ->
                assertThat(first.getSuppressed())
                    .singleElement()
                    .asString()
                    .contains("cannot drop the table trial_heap_"));
    assertThat(database.strings("SELECT tablename FROM pg_tables WHERE tablename ~ '^trial_'"))
        .hasSize(1);
  }
}
