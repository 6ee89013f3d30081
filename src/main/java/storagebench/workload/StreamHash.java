package storagebench.workload;

import java.security.MessageDigest;
import java.util.HexFormat;
import storagebench.Sha256;

/** What a stream of call detail records is recognised by. */
public final class StreamHash {
  private static final int ROWS = 10_000;

  private StreamHash() {}

  /** SHA-256, in hexadecimal, of the first 10,000 rows as COPY text. */
  public static String of(CallStream stream) {
    MessageDigest sha = Sha256.digest();
    EncodedBatch.of(stream, Batch.numbered(0, ROWS), CopyFormat.TEXT)
        .writeTo((bytes, length) -> sha.update(bytes, 0, length));
    return HexFormat.of().formatHex(sha.digest());
  }
}
