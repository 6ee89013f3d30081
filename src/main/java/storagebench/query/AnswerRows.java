package storagebench.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import storagebench.Sha256;

/**
 * The rows of an answer, equal for the same rows in whatever order. Rows themselves are not kept: a
 * query may give a whole table.
 *
 * @param count how many
 * @param hashes the sum of a hash of each, the first 64 bits of SHA-256
 */
public record AnswerRows(long count, long hashes) {
  static AnswerRows of(ResultSet rows) throws SQLException {
    MessageDigest sha = Sha256.digest();
    int columns = rows.getMetaData().getColumnCount();
    long count = 0;
    long hashes = 0;
    while (rows.next()) {
      for (int i = 1; i <= columns; i++) {
        String field = rows.getString(i);
        // No text has these bytes, so that neither fields nor NULL can be taken for each other.
        sha.update(field == null ? (byte) 0xfe : (byte) 0xff);
        sha.update((field == null ? "" : field).getBytes(StandardCharsets.UTF_8));
      }
      hashes += ByteBuffer.wrap(sha.digest()).getLong();
      count++;
    }
    return new AnswerRows(count, hashes);
  }
}
