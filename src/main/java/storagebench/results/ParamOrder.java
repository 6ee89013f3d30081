package storagebench.results;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How values of parameters are sorted: variants as the suite lists them, numbers by size. */
public final class ParamOrder {
  /** Variants first, then numbers, then the rest by code point. */
  public static final Comparator<String> OF_VALUES = ParamOrder::compare;

  private static final List<String> VARIANTS =
      List.of("HEAP", "AO", "AOCO", "PAX", "PAX_NO_CLUSTER");

  /** Short enough that a hostile exponent cannot make the comparison expensive. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,40}(\\.\\d{1,40})?");

  private ParamOrder() {}

  /** The value as a number, if it is a plain decimal one. */
  public static Optional<BigDecimal> number(String value) {
    return NUMBER.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
  }

  private static int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    int byRank = Integer.compare(variantRank(a), variantRank(b));
    int order = byRank != 0 ? byRank : compareNumbers(number(a), number(b));
    return order != 0 ? order : a.compareTo(b);
  }

  private static int variantRank(String value) {
    int rank = VARIANTS.indexOf(value);
    return rank < 0 ? VARIANTS.size() : rank;
  }

  private static int compareNumbers(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    if (a.isPresent() && b.isPresent()) {
      return a.get().compareTo(b.get());
    }
    return Boolean.compare(b.isPresent(), a.isPresent());
  }
}
