package io.windrow.benchmarks.scale;

import io.windrow.ledger.Results;
import io.windrow.view.Result;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Results that are compared with what the clicks of a day add up to, one by one as they are put,
 * and then forgotten: a million of them must not take the memory that is measured.
 */
final class CheckedResults implements Results {
  private final DayOfClicks day;
  private final long[] clicks;
  private final long[] cents;
  private final BitSet stored;
  private long puts;
  private long repeated;

  CheckedResults(DayOfClicks day) {
    this.day = day;
    this.clicks = new long[day.campaigns()];
    this.cents = new long[day.campaigns()];
    this.stored = new BitSet(day.campaigns());
    for (long click = 0; click < (long) day.batches() * day.clicks(); click++) {
      clicks[day.campaign(click)]++;
      cents[day.campaign(click)] += DayOfClicks.cents(click);
    }
  }

  @Override
  public void put(List<Result> results) {
    for (Result result : results) {
      int campaign =
          Integer.parseInt(Objects.requireNonNull(result.group().get("campaign")).toString());
      check(campaign, result.values());
      puts++;
      repeated += stored.get(campaign) ? 1 : 0;
      stored.set(campaign);
    }
  }

  private void check(int campaign, Map<String, ?> values) {
    BigDecimal spend = new BigDecimal(Objects.requireNonNull(values.get("spend")).toString());
    if (!Objects.equals(values.get("clicks"), clicks[campaign])
        || spend.compareTo(BigDecimal.valueOf(cents[campaign], 2)) != 0) {
      throw new IllegalStateException("campaign " + campaign + " has " + values);
    }
  }

  long puts() {
    return puts;
  }

  /** How many of the puts found their result there. */
  long repeated() {
    return repeated;
  }

  boolean isComplete() {
    return stored.cardinality() == day.campaigns();
  }
}
