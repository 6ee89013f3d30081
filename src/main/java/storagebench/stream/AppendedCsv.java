package storagebench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import storagebench.UserError;

/**
 * A CSV file that is appended to line by line, each line synced. A line that a killed process left
 * half-written is removed when the file is opened.
 */
final class AppendedCsv<T extends Record> implements AutoCloseable {
  private final Path file;
  private final CsvRows<T> csv;
  private final FileChannel channel;

  private AppendedCsv(Path file, CsvRows<T> csv, FileChannel channel) {
    this.file = file;
    this.csv = csv;
    this.channel = channel;
  }

  /**
   * Opens the file, or makes it with its line of names.
   *
   * @throws UserError if it cannot be written
   */
  static <T extends Record> AppendedCsv<T> open(Path file, Class<T> type) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      CsvRows<T> csv = new CsvRows<>(type);
      AppendedCsv<T> opened = new AppendedCsv<>(file, csv, channel);
      long whole = wholeLines(Files.readAllBytes(file));
      channel.truncate(whole);
      channel.position(whole);
      if (whole == 0) {
        opened.append(csv.names());
      }
      return opened;
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The rows that are there.
   *
   * @throws UserError if they cannot be read or are other than rows of the type
   */
  List<T> rows() {
    try {
      return csv.read(Files.readString(file));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage().replaceAll("\\R.*", ""), e);
    }
  }

  /** Adds a row. It is on the disk when this returns. */
  void append(T row) {
    append(csv.line(row));
  }

  private void append(String line) {
    try {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
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
