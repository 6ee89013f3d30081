package storagebench.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import storagebench.results.Identity;

/** Nights for tests, with figures that are exactly what they are said to be. */
public final class Nights {
  /** When the first begins. */
  public static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  private static final int FORKS = 5;

  private Nights() {}

  /** Nights of one cell, a day each, with these logarithms of its time. */
  public static List<Night> of(double... logs) {
    List<Night> nights = new ArrayList<>();
    for (int day = 0; day < logs.length; day++) {
      nights.add(night(day, Map.of("score", time(logs[day]))));
    }
    return nights;
  }

  /** A night with these figures, whose build is named by its day. */
  public static Night night(int day, Map<String, NightFigure> figures) {
    return new Night(
        Night.FORMAT,
        "%08x".formatted(day),
        "night " + day,
        FIRST.plus(day, ChronoUnit.DAYS),
        600.0,
        "Xeon, 8, Linux",
        "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:%010x)"
            .formatted(0xabc0000000L + day),
        "%010x".formatted(0xabc0000000L + day),
        new TreeMap<>(Map.of("client.cpu", "Xeon")),
        List.of(
            new NightCell(
                new Identity(
                    "storagebench.benchmark.CopyBenchmark.copy",
                    "ss",
                    new TreeMap<>(Map.of("variant", "AO")),
                    1,
                    "ms/op"),
                new TreeMap<>(Map.of("rows.inserted", "1000")),
                new TreeMap<>(figures))));
  }

  /** A time of five forks that vary by 2 %. */
  public static NightFigure time(double log) {
    double value = Math.exp(log);
    return new NightFigure(
        "us/row", "lower", false, value, log, 0.02, FORKS, value * 0.97, value * 1.03);
  }

  /** A size that all forks have. */
  public static NightFigure size(double bytes) {
    return new NightFigure("B/row", "lower", true, bytes, Math.log(bytes), 0, FORKS, bytes, bytes);
  }

  /** The points of the one cell's metric. */
  static List<Point> points(List<Night> nights, String metric) {
    return nights.stream()
        .map(night -> new Point(night, night.cells().get(0).figures().get(metric)))
        .toList();
  }
}
