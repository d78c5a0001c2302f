package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of many events: an associative, commutative monoid with one canonical encoding, so that
 * the same events give the same bytes for any cut and any order.
 *
 * @param <S> its state, which is mutable and belongs to one owner
 */
public interface Aggregate<S> {

  /** The state of no events. */
  S create();

  /**
   * Refuses arguments that it cannot take. Whoever counts an event in several places checks all of
   * them before the first, so that an event that is rejected has counted nowhere.
   *
   * @throws io.windrow.expression.ExpressionException when an argument is of a wrong type or a
   *     number past the range
   */
  default void check(List<@Nullable Object> arguments) {}

  /**
   * Adds one event. An argument that the event does not have is null, and most aggregates pass over
   * it.
   *
   * @param arguments such as {@link #check} takes; others are refused here too, before the state
   *     has changed
   * @param time the event's time, by which {@code first} and {@code last} order
   * @param position breaks ties of time
   */
  void accumulate(S state, List<@Nullable Object> arguments, long time, Position position);

  /** Adds all that {@code from} has seen to {@code into}; {@code from} stays as it is. */
  void combine(S into, S from);

  /** The value that a result shows; null where no event gave one. */
  @Nullable Object finish(S state);

  /** Writes the state in its one canonical form. */
  void encode(S state, BinaryWriter out);

  /** Reads what {@link #encode} wrote. */
  S decode(BinaryReader in);

  /**
   * By about how many bytes, at most, one event makes an encoded state longer, the texts of its
   * arguments apart: a number of 38 digits, with its scale, length and tag. By it, what a batch
   * adds is cut before it is too large.
   *
   * @param position of the event
   */
  default int growth(Position position) {
    return 24;
  }
}
