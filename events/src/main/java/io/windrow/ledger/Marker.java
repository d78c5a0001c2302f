package io.windrow.ledger;

import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the calls that tried records past a shard's head and may have died of one.
 *
 * @param attempts those that have not ended, as far as anybody knows
 * @param folded a record that was once folded by itself, and so is no poison; null if none was
 */
public record Marker(List<Attempt> attempts, @Nullable Position folded) {
  /** Of a shard that nobody has had doubts about. */
  public static final Marker NONE = new Marker(List.of(), null);

  /** How many calls must have died of a record: one or two may have died of something else. */
  static final int DEATHS = 3;

  public Marker {
    attempts = List.copyOf(attempts);
  }

  /**
   * A call that tries some records.
   *
   * @param token of the call
   * @param from the first of the records
   * @param to the last of them
   * @param endsAt when Lambda ends the call, in milliseconds since the epoch
   */
  public record Attempt(String token, Position from, Position to, long endsAt) {
    boolean holds(Position record) {
      return !from.isAfter(record) && !record.isAfter(to);
    }

    boolean isOf(Position record) {
      return from.equals(record) && to.equals(record);
    }
  }

  /**
   * This without what is behind the first record that is not committed, and without the attempts
   * that a poison behind it accounts for.
   */
  Marker from(Position first) {
    List<Position> poison =
        attempts.stream()
            .map(Attempt::from)
            .filter(record -> first.isAfter(record) && of(record).size() >= DEATHS)
            .toList();
    return new Marker(
        attempts.stream()
            .filter(attempt -> !first.isAfter(attempt.to()))
            .filter(attempt -> poison.stream().noneMatch(attempt::holds))
            .toList(),
        folded == null || first.isAfter(folded) ? null : folded);
  }

  Marker with(Attempt attempt) {
    return new Marker(Stream.concat(attempts.stream(), Stream.of(attempt)).toList(), folded);
  }

  Marker without(Attempt attempt) {
    return new Marker(attempts.stream().filter(each -> !each.equals(attempt)).toList(), folded);
  }

  Marker withFolded(Position record) {
    return folded != null && folded.isAfter(record) ? this : new Marker(attempts, record);
  }

  boolean wasFolded(Position record) {
    return Objects.equals(folded, record);
  }

  /** The attempts of one record by itself. */
  List<Attempt> of(Position record) {
    return attempts.stream().filter(attempt -> attempt.isOf(record)).toList();
  }

  /**
   * How many records are to be tried: half of those among which a call has found its end, if one
   * may have, and one at least.
   *
   * @param records those past the head, one at least
   */
  int size(List<StreamRecord> records) {
    return attempts.stream()
        .map(Attempt::to)
        .min(Position::compareTo)
        .map(end -> Math.max(1, countTo(end, records) / 2))
        .orElse(records.size());
  }

  private static int countTo(Position end, List<StreamRecord> records) {
    return (int) records.stream().takeWhile(record -> !record.position().isAfter(end)).count();
  }
}
