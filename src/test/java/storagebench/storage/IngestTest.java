package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TableChecksum;
import storagebench.fixture.TestDatabase;
import storagebench.server.Server;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/** The ways in, on a real server, side by side. */
class IngestTest {
  private static final CallStream STREAM = new CallStream(CallStream.DEFAULT_SEED);

  /** Not a multiple of the rows that the driver puts into one INSERT. */
  private static final Batch BATCH = Batch.numbered(1, 3001);

  /** The ways in, as the benchmarks use them. */
  enum Method {
    INSERT_SELECT {
      @Override
      Ingest ingest(Connection session, Connection other) throws SQLException {
        return new InsertSelect(session, new Staging(other, BenchDatabase.CDR));
      }
    },
    COPY_TEXT {
      @Override
      Ingest ingest(Connection session, Connection other) {
        return new Copy(session, CopyFormat.TEXT, new Staging(other, BenchDatabase.CDR));
      }
    },
    COPY_BINARY {
      @Override
      Ingest ingest(Connection session, Connection other) {
        return new Copy(session, CopyFormat.BINARY, new Staging(other, BenchDatabase.CDR));
      }
    },
    MULTI_ROW_INSERT {
      @Override
      Ingest ingest(Connection session, Connection other) {
        return new MultiRowInsert(session, new Staging(other, BenchDatabase.CDR));
      }
    };

    abstract Ingest ingest(Connection session, Connection other) throws SQLException;

    Ingest ingest(Connection session, Connection other, String table) throws SQLException {
      Ingest ingest = ingest(session, other);
      ingest.into(table);
      return ingest;
    }
  }

  private TestDatabase database;
  private Connection control;
  private Connection session;

  @BeforeEach
  void createSchema() throws SQLException {
    database = EmbeddedServer.newDatabase();
    control = database.connect();
    new BenchSchema(control).create(Server.read(control));
    session = database.connect(MultiRowInsert.SESSION);
    session.setAutoCommit(false);
  }

  @AfterEach
  void disconnect() throws SQLException {
    session.close();
    control.close();
  }

  @ParameterizedTest
  @EnumSource
  void storesWhatItsDigestSaysAndReturnsTheRows(Method method) throws SQLException {
    BenchTable table = newTable();
    Ingest ingest = method.ingest(session, control, table.name());

    Digest prepared = ingest.prepare(BATCH);
    long rows = ingest.insert();
    session.commit();

    assertThat(rows).isEqualTo(BATCH.rows());
    assertThat(prepared).isEqualTo(Digest.of(STREAM, BATCH));
    assertThat(TableChecksum.of(control, table.name()))
        .isEqualTo(new TableChecksum(BATCH.rows(), prepared.checksum()));
  }

  @ParameterizedTest
  @EnumSource
  void preparingStoresNothingAndNothingIsStoredBeforeTheCommit(Method method) throws SQLException {
    BenchTable table = newTable();
    Ingest ingest = method.ingest(session, control, table.name());

    ingest.prepare(BATCH);
    assertThat(TableChecksum.of(control, table.name()).rows()).isZero();
    ingest.insert();
    assertThat(TableChecksum.of(control, table.name()).rows()).isZero();
    session.rollback();
    table.verify(Digest.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MULTI_ROW_INSERT")
  void aBatchThatIsPreparedOnceGoesIntoOneTableAfterTheOther(Method method) throws SQLException {
    Ingest ingest = method.ingest(session, control);
    Digest prepared = ingest.prepare(BATCH);
    for (BenchTable table : new BenchTable[] {newTable(), newTable()}) {
      ingest.into(table.name());
      ingest.insert();
      session.commit();
      table.verify(prepared);
    }
    ingest.release();
  }

  @ParameterizedTest
  @EnumSource
  void severalBatchesOneAfterTheOtherAddUp(Method method) throws SQLException {
    BenchTable table = newTable();
    Ingest ingest = method.ingest(session, control, table.name());
    Digest sent = Digest.EMPTY;
    for (int k = 0; k < 3; k++) {
      sent = sent.plus(ingest.prepare(Batch.numbered(k, 500)));
      assertThat(ingest.insert()).isEqualTo(500);
      session.commit();
    }
    table.verify(sent);
  }

  @ParameterizedTest
  @EnumSource
  void aPreparedBatchThatIsReplacedIsNotSent(Method method) throws SQLException {
    BenchTable table = newTable();
    Ingest ingest = method.ingest(session, control, table.name());
    ingest.prepare(Batch.numbered(0, 500));
    Digest second = ingest.prepare(Batch.numbered(1, 500));

    assertThat(ingest.insert()).isEqualTo(500);
    session.commit();
    table.verify(second);
  }

  @Test
  void allMethodsStoreTheSameRowsColumnByColumn() throws SQLException {
    BenchTable reference = newTable();
    fill(Method.COPY_TEXT, reference);
    for (Method method : Method.values()) {
      BenchTable table = newTable();
      fill(method, table);

      assertThat(differences(reference, table)).as("%s loses", method).isZero();
      assertThat(differences(table, reference)).as("%s adds", method).isZero();
    }
  }

  @Test
  void theDriverRewritesMultiRowInsertsIntoFewStatements() throws SQLException {
    BenchTable table = newTable();
    database.execute(
        "CREATE TABLE public.statements (n serial)",
        """
        CREATE FUNCTION public.count_statement() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO public.statements DEFAULT VALUES;
          RETURN NULL;
        END $$\
        """,
        "CREATE TRIGGER count_statement AFTER INSERT ON storage_bench."
            + table.name()
            + " FOR EACH STATEMENT EXECUTE FUNCTION public.count_statement()");
    fill(Method.MULTI_ROW_INSERT, table);

    int statements =
        Integer.parseInt(database.strings("SELECT count(*) FROM public.statements").get(0));
    assertThat(statements).isBetween(1, BATCH.rows() / 64);
  }

  private BenchTable newTable() {
    return BenchTable.create(control, BenchDatabase.CDR, Variant.HEAP, Indexes.NONE);
  }

  private void fill(Method method, BenchTable table) throws SQLException {
    Ingest ingest = method.ingest(session, control, table.name());
    ingest.prepare(BATCH);
    ingest.insert();
    session.commit();
  }

  private long differences(BenchTable one, BenchTable other) throws SQLException {
    return Long.parseLong(
        database
            .strings(
                String.format(
                    "SELECT count(*) FROM (SELECT * FROM storage_bench.%s EXCEPT ALL"
                        + " SELECT * FROM storage_bench.%s) AS lost",
                    one.name(), other.name()))
            .get(0));
  }
}
