package io.windrow.simulation.world;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ledgers whose chains begin, count or end without a safeguard. */
final class ChainRemovals {
  private ChainRemovals() {}

  /** Begins a chain before all time, wherever its parents or the closing stand. */
  static final class BeginsBeforeAllTime extends ForwardingLedger {
    BeginsBeforeAllTime(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      if (!(entry instanceof Entry.Begin begin)) {
        return real.append(shard, entry);
      }
      Entry early =
          new Entry.Begin(
              begin.token(), begin.generation(), Watermark.NONE, begin.parents(), begin.start());
      Entry inTheWay = real.append(shard, early);
      return inTheWay == null ? early : inTheWay;
    }
  }

  /** Ends a chain without a word of its children. */
  static final class ForgetsChildren extends ForwardingLedger {
    ForgetsChildren(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      return real.append(
          shard,
          entry instanceof Entry.End end
              ? new Entry.End(
                  end.index(),
                  end.token(),
                  end.generation(),
                  end.position(),
                  end.watermark(),
                  List.of(),
                  end.lost())
              : entry);
    }
  }

  /** Says of each commit that it ends between two Kinesis records. */
  static final class ForgetsInside extends ForwardingLedger {
    ForgetsInside(Ledger real) {
      super(real);
    }

    @Override
    public Optional<Entry> head(String shard) {
      return real.head(shard)
          .map(head -> head instanceof Entry.Commit commit ? outside(commit) : head);
    }

    private static Entry outside(Entry.Commit commit) {
      return new Entry.Commit(
          commit.index(),
          commit.token(),
          commit.generation(),
          commit.position(),
          false,
          commit.watermark(),
          commit.closes(),
          commit.counts(),
          commit.reference(),
          commit.payload());
    }
  }

  /** Counts a record that never came. */
  static final class CountsOneMore extends ForwardingLedger {
    CountsOneMore(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      return real.append(
          shard,
          entry instanceof Entry.Commit commit && commit.counts().received() > 0
              ? counting(commit)
              : entry);
    }

    private static Entry counting(Entry.Commit commit) {
      Counts counts = commit.counts();
      return new Entry.Commit(
          commit.index(),
          commit.token(),
          commit.generation(),
          commit.position(),
          commit.insideRecord(),
          commit.watermark(),
          commit.closes(),
          new Counts(
              counts.received() + 1,
              counts.accepted() + 1,
              counts.filtered(),
              counts.rejected(),
              counts.late(),
              counts.reasons(),
              counts.lateByView()),
          commit.reference(),
          commit.payload());
    }
  }
}
