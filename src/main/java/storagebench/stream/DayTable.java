package storagebench.stream;

import java.util.Locale;
import storagebench.Console;
import storagebench.Count;
import storagebench.workload.DayOfTraffic;

/** The day hour by hour: what a stream would insert into each table. */
final class DayTable {
  private static final int HOURS = 24;

  private final DayOfTraffic day;

  DayTable(StreamPlan plan) {
    this.day = plan.day();
  }

  void print(Console console) {
    int[] batches = new int[HOURS];
    long[] rows = new long[HOURS];
    for (int k = 1; k <= day.batches(); k++) {
      batches[day.hour(k)]++;
      rows[day.hour(k)] += day.batch(k).rows();
    }
    for (int hour = 0; hour < HOURS; hour++) {
      console.line(
          String.format(
              Locale.ROOT, "%02d h  %3d batches  %,12d rows", hour, batches[hour], rows[hour]));
    }
    console.line(
        String.format(
            Locale.ROOT,
            "%s, %s for each variant and phase",
            Count.of(day.batches(), "batch"),
            Count.of(day.rows(), "row")));
  }
}
