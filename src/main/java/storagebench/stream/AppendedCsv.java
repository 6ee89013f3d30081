package storagebench.stream;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import storagebench.UserError;

/**
 * A CSV file that is appended to line by line, each line synced. A line that a killed process left
 * half-written is removed when the file is opened.
 */
final class AppendedCsv implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final Path file;
  private final FileChannel channel;

  private AppendedCsv(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the file, or makes it with its line of names.
   *
   * @throws UserError if it cannot be written or has other columns
   */
  static AppendedCsv open(Path file, List<String> names) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      AppendedCsv csv = new AppendedCsv(file, channel);
      long whole = wholeLines(Files.readAllBytes(file));
      channel.truncate(whole);
      channel.position(whole);
      if (whole == 0) {
        csv.append(names);
      }
      return csv;
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The rows that are there, by the names of their columns. */
  List<CSVRecord> rows() {
    try {
      CSVFormat withNames = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
      return withNames.parse(new StringReader(Files.readString(file))).getRecords();
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Adds a row; null fields are blank. It is on the disk when this returns. */
  void append(List<?> fields) {
    try {
      byte[] line = (FORMAT.format(fields.toArray()) + "\n").getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(line));
      channel.force(false);
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UserError("cannot close " + file + ": " + e.getMessage(), e);
    }
  }

  private static long wholeLines(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
