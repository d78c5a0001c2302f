package io.windrow.simulation.world;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Payload;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ledgers from which a safeguard was taken. */
final class LedgerRemovals {
  private LedgerRemovals() {}

  /** Puts an entry whatever stands there, or says that it did. */
  static final class AppendsBlindly extends ForwardingLedger {
    AppendsBlindly(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      real.append(shard, entry);
      return null;
    }
  }

  /** Keeps payloads by index alone. */
  static final class ForgetsToken extends ForwardingLedger {
    ForgetsToken(Ledger real) {
      super(real);
    }

    @Override
    public void putPayload(PayloadKey key, int part, byte[] content, long at) {
      real.putPayload(new PayloadKey(key.shard(), key.index(), ""), part, content, at);
    }

    @Override
    public Optional<byte[]> payload(PayloadKey key, int part) {
      return real.payload(new PayloadKey(key.shard(), key.index(), ""), part);
    }
  }

  /** Says of a position inside a record that the record is over. */
  static final class ForgetsSubSequence extends ForwardingLedger {
    ForgetsSubSequence(Ledger real) {
      super(real);
    }

    @Override
    public Optional<Entry> head(String shard) {
      return real.head(shard).map(ForgetsSubSequence::atTheEnd);
    }

    private static Entry atTheEnd(Entry entry) {
      Position position = entry.position();
      return entry instanceof Entry.Commit commit && position != null
          ? new Entry.Commit(
              commit.index(),
              commit.token(),
              commit.generation(),
              new Position(position.shard(), position.sequence(), Long.MAX_VALUE),
              false,
              commit.watermark(),
              commit.closes(),
              commit.counts(),
              commit.reference(),
              commit.payload())
          : entry;
    }
  }

  /** Says of a position inside a record with several events that it is of the record. */
  static final class ForgetsPlace extends ForwardingLedger {
    ForgetsPlace(Ledger real) {
      super(real);
    }

    @Override
    public Optional<Entry> head(String shard) {
      return real.head(shard).map(ForgetsPlace::ofTheRecord);
    }

    private static Entry ofTheRecord(Entry entry) {
      return entry instanceof Entry.Commit commit && commit.position() != null
          ? new Entry.Commit(
              commit.index(),
              commit.token(),
              commit.generation(),
              commit.position().at(0),
              commit.insideRecord(),
              commit.watermark(),
              commit.closes(),
              commit.counts(),
              commit.reference(),
              commit.payload())
          : entry;
    }
  }

  /** Gives a commit its time to live when it is written. */
  static class ExpiresAtOnce extends ForwardingLedger {
    ExpiresAtOnce(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      Entry inTheWay = real.append(shard, entry);
      real.expire(shard, entry.index() - 1, entry.index() - 1, 0);
      return inTheWay;
    }
  }

  /** Reads on past a gap as if nothing had been there. */
  static final class OverlooksGaps extends ExpiresAtOnce {
    OverlooksGaps(Ledger real) {
      super(real);
    }

    @Override
    public List<Entry> read(String shard, long fromIndex) {
      List<Entry> entries = new ArrayList<>();
      long next = fromIndex;
      for (Entry entry : real.read(shard, fromIndex)) {
        for (; next < entry.index(); next++) {
          entries.add(nothing(next));
        }
        entries.add(isWhole(shard, entry) ? entry : nothing(next));
        next++;
      }
      return entries;
    }

    private boolean isWhole(String shard, Entry entry) {
      if (!(entry instanceof Entry.Commit commit)
          || !(commit.payload() instanceof Payload.Parts parts)) {
        return true;
      }
      PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
      return IntStream.range(0, parts.items())
          .allMatch(part -> real.payload(key, part).isPresent());
    }

    private static Entry nothing(long index) {
      return new Entry.Commit(
          index,
          "",
          1,
          null,
          false,
          Long.MIN_VALUE,
          true,
          Counts.NONE,
          List.of(),
          new Payload.Inline(new byte[0]));
    }
  }
}
