package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Retired;
import io.windrow.ledger.Runs;
import java.util.List;
import java.util.Optional;

/** Counts the requests that read a ledger and its runs, and the items that they return. */
final class CountedReads {
  private int requests;
  private int items;

  int requests() {
    return requests;
  }

  int items() {
    return items;
  }

  void reset() {
    requests = 0;
    items = 0;
  }

  /** Takes the counts of another. */
  void set(CountedReads other) {
    requests = other.requests;
    items = other.items;
  }

  Ledger of(Ledger ledger) {
    return new CountedLedger(ledger);
  }

  Runs of(Runs runs) {
    return new CountedRuns(runs);
  }

  private <T> Optional<T> count(Optional<T> item) {
    requests++;
    items += item.isPresent() ? 1 : 0;
    return item;
  }

  private <T> List<T> count(List<T> page) {
    requests++;
    items += page.size();
    return page;
  }

  private final class CountedLedger extends ForwardingLedger {
    CountedLedger(Ledger real) {
      super(real);
    }

    @Override
    public Optional<Entry> head(String shard) {
      return count(super.head(shard));
    }

    @Override
    public List<Entry> read(String shard, long fromIndex) {
      return count(super.read(shard, fromIndex));
    }

    @Override
    public Optional<byte[]> payload(PayloadKey key, int part) {
      return count(super.payload(key, part));
    }
  }

  private final class CountedRuns extends ForwardingRuns {
    CountedRuns(Runs real) {
      super(real);
    }

    @Override
    public List<Manifest> manifests(String shard, int level, long fromNumber) {
      return count(super.manifests(shard, level, fromNumber));
    }

    @Override
    public Optional<Long> latest(String shard, int level) {
      return count(super.latest(shard, level));
    }

    @Override
    public Optional<byte[]> part(PartKey part, int item) {
      return count(super.part(part, item));
    }

    @Override
    public Retired retired(String shard) {
      requests++;
      return super.retired(shard);
    }
  }
}
