package storagebench.workload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a stream of call detail records is recognised by. */
public final class StreamHash {
  private static final int ROWS = 10_000;

  private StreamHash() {}

  /** SHA-256, in hexadecimal, of the first 10,000 rows as COPY text. */
  public static String of(CallStream stream) {
    MessageDigest sha = sha256();
    EncodedBatch.of(stream, Batch.numbered(0, ROWS), CopyFormat.TEXT)
        .writeTo((bytes, length) -> sha.update(bytes, 0, length));
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
