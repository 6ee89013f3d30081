package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's checksum against sql/checksum.sql on a server. */
class ChecksumTest {
  private static final String ONE_ROW =
      " WHERE call_id = (SELECT max(call_id) FROM storage_bench.cdr)";

  private static RowTable table;
  private static List<CallRecord> rows;

  @BeforeAll
  static void createTable() throws SQLException {
    table = RowTable.create();
    CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
    rows =
        LongStream.range(CallStream.ORIGIN, CallStream.ORIGIN + 500)
            .mapToObj(stream::record)
            .toList();
  }

  @AfterAll
  static void dropTable() throws SQLException {
    table.close();
  }

  @BeforeEach
  void fillTable() throws SQLException, IOException {
    table.fill(rows, CopyFormat.BINARY);
  }

  @Test
  void clientAndServerAgree() throws SQLException {
    assertThat(table.checksum()).isEqualTo(checksum(rows));
  }

  @Test
  void clientAndServerAgreeOnEachRowAtTheEdges() throws SQLException, IOException {
    for (CallRecord row : Rows.edges()) {
      for (CopyFormat format : CopyFormat.values()) {
        table.fill(List.of(row), format);
        assertThat(table.checksum()).as("%s %s", format, row).isEqualTo(checksum(List.of(row)));
      }
    }
  }

  @Test
  void noRowsSumToZero() throws SQLException, IOException {
    table.fill(List.of(), CopyFormat.TEXT);

    assertThat(table.checksum()).isZero();
    assertThat(checksum(List.of())).isZero();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws SQLException, IOException {
    List<CallRecord> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(3));
    table.fill(shuffled, CopyFormat.TEXT);

    assertThat(checksum(shuffled)).isEqualTo(checksum(rows));
    assertThat(table.checksum()).isEqualTo(checksum(rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "call_id             = call_id || '0'",
        "call_timestamp      = call_timestamp + interval '1 microsecond'",
        "call_date           = call_date + 1",
        "call_hour           = call_hour + 1",
        "caller_number       = '+1-0000000000'",
        "callee_number       = '+1-0000000000'",
        "duration_seconds    = duration_seconds + 1",
        "cell_tower_id       = -cell_tower_id",
        "call_type           = upper(call_type)",
        "network_type        = network_type || '+'",
        "bytes_transferred   = coalesce(bytes_transferred, 0) + 1",
        "termination_code    = termination_code + 1",
        "billing_amount      = billing_amount + 0.0001",
        "rate_plan_id        = rate_plan_id + 1",
        "is_roaming          = NOT is_roaming",
        "call_quality_mos    = call_quality_mos - 0.01",
        "packet_loss_percent = packet_loss_percent + 0.01",
        "sequence_number     = sequence_number + 1"
      })
  void changesWithAnyColumnOfAnyRow(String column, String value) throws SQLException {
    update(column + " = " + value + ONE_ROW);

    assertThat(table.checksum()).isNotEqualTo(checksum(rows));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate_plan_id",
        "is_roaming",
        "call_quality_mos",
        "packet_loss_percent",
        "sequence_number"
      })
  void changesWhereAValueIsLost(String column) throws SQLException {
    update(column + " = NULL" + ONE_ROW);

    assertThat(table.checksum()).isNotEqualTo(checksum(rows));
  }

  @ParameterizedTest
  @CsvSource({
    "caller_number, callee_number",
    "duration_seconds, cell_tower_id",
    "rate_plan_id, termination_code",
    "call_quality_mos, packet_loss_percent"
  })
  void changesWhereTwoColumnsAreSwapped(String one, String other) throws SQLException {
    update(one + " = " + other + ", " + other + " = " + one + ONE_ROW);

    assertThat(table.checksum()).isNotEqualTo(checksum(rows));
  }

  @Test
  void changesWhereTwoRowsSwapAValue() throws SQLException {
    CallRecord first = rows.get(0);
    CallRecord second = rows.get(1);
    update(
        "caller_number = CASE call_id WHEN '"
            + first.callId()
            + "' THEN '"
            + second.callerNumber()
            + "' ELSE '"
            + first.callerNumber()
            + "' END WHERE call_id IN ('"
            + first.callId()
            + "', '"
            + second.callId()
            + "')");

    assertThat(table.checksum()).isNotEqualTo(checksum(rows));
  }

  private static void update(String assignments) throws SQLException {
    Connection connection = table.connection();
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE storage_bench.cdr SET " + assignments);
    }
  }

  private static long checksum(List<CallRecord> rows) {
    Checksum checksum = new Checksum();
    rows.forEach(checksum::add);
    return checksum.value();
  }
}
