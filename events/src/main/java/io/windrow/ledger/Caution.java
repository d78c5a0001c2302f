package io.windrow.ledger;

import io.windrow.ledger.Marker.Attempt;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.List;

/**
 * Finds the record that kills each call that folds it, by memory or by time. A call that has to do
 * with old records notes, before it tries them, which they are and when it ends. If it dies, the
 * note stays: the next call tries half of them, and so on down to one record. A record that three
 * calls have died of, each of that record alone, is poison, unless it was folded even once.
 */
final class Caution {
  /** By how much the clocks of two environments may differ. */
  private static final long CLOCKS = 10_000;

  private final Markers markers;
  private final PoisonRules rules;

  Caution(Markers markers, PoisonRules rules) {
    this.markers = markers;
    this.rules = rules;
  }

  /**
   * What a call may try.
   *
   * @param records those past the head, in order
   * @throws ShardWaitsException while nobody can know what has become of the calls before
   */
  Trial begin(String shard, List<StreamRecord> records, Call call) {
    return records.isEmpty() || call.begunAt() - records.get(0).arrival() < rules.age()
        ? Trial.unnoted(records.size())
        : new Beginning(shard, records, call).trial();
  }

  /** The beginning of one trial, over as many reads of the marker as it takes. */
  private final class Beginning {
    private final String shard;
    private final List<StreamRecord> records;
    private final Call call;
    private final Position first;
    private boolean rehearsed;

    Beginning(String shard, List<StreamRecord> records, Call call) {
      this.shard = shard;
      this.records = records;
      this.call = call;
      this.first = records.get(0).position();
    }

    Trial trial() {
      while (true) {
        Marker stored = markers.read(shard);
        Marker marker = stored.from(first);
        int size = marker.size(records);
        if (size == 1 && marker.wasFolded(first)) {
          return Trial.unnoted(1);
        }
        if (size == 1 && isPoison(marker)) {
          return Trial.ofPoison();
        }
        Note note = note(size);
        if (note.put(stored)) {
          return new Trial(size, false, note, size == 1 && !marker.of(first).isEmpty());
        }
      }
    }

    private boolean isPoison(Marker marker) {
      List<Attempt> attempts = marker.of(first);
      long deaths = attempts.stream().filter(this::isDead).count();
      if (attempts.size() >= Marker.DEATHS && deaths < Marker.DEATHS) {
        throw new ShardWaitsException(
            "%d calls with record %s alone have not ended; the shard waits until their time is over"
                .formatted(attempts.size(), first));
      }
      return deaths >= Marker.DEATHS;
    }

    private boolean isDead(Attempt attempt) {
      return call.begunAt() > attempt.endsAt() + CLOCKS;
    }

    private Note note(int size) {
      if (size == 1 && !rehearsed) {
        rules.rehearsal().run();
        rehearsed = true;
      }
      Position last = records.get(size - 1).position();
      Attempt attempt = new Attempt(call.token(), first, last, call.endsAt());
      return new Note(markers, shard, attempt, call.begunAt());
    }
  }
}
