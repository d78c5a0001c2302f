package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.plugin.EventValues;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The laws of an aggregate, for tests of one's own: the same events give the same bytes and the
 * same value for any cut, any order and any tree of combinations, with states stored and read again
 * in between; and what is combined into another stays as it was.
 *
 * <pre>{@code
 * AggregateLaws.of(new Longest().aggregate(), random -> List.of("x".repeat(random.nextInt(9))))
 *     .check(1000);
 * }</pre>
 *
 * @param <S> the aggregate's state
 */
public final class AggregateLaws<S> {
  private static final int MOST_EVENTS = 40;
  private static final int MOST_MILLIS = 10;
  private static final int CUT_ONE_IN = 3;

  private final Aggregate<S> aggregate;
  private final Function<Random, List<@Nullable Object>> arguments;

  private AggregateLaws(
      Aggregate<S> aggregate, Function<Random, List<@Nullable Object>> arguments) {
    this.aggregate = aggregate;
    this.arguments = arguments;
  }

  /**
   * The laws of an aggregate.
   *
   * @param arguments draws the arguments of one event, such as {@link Aggregate#check} takes; null
   *     among them, if the aggregate may meet events that lack one
   */
  public static <S> AggregateLaws<S> of(
      Aggregate<S> aggregate, Function<Random, List<@Nullable Object>> arguments) {
    return new AggregateLaws<>(aggregate, arguments);
  }

  /**
   * Tries the laws on so many draws, the same ones each time.
   *
   * @throws AssertionError when one is broken, with the number of the draw
   */
  public void check(int draws) {
    for (int draw = 0; draw < draws; draw++) {
      checkDraw(draw);
    }
  }

  /** Tries the laws on one draw. */
  public void checkDraw(long draw) {
    Random random = new Random(draw);
    List<Input> inputs = inputs(random);
    S whole = fold(inputs);
    List<Input> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, random);
    S combined = combined(pieces(shuffled, random), random);
    require(
        Arrays.equals(encoded(combined), encoded(whole)),
        draw,
        "its bytes depend on how the events were cut and ordered");
    require(
        Objects.equals(finished(combined), finished(whole)),
        draw,
        "its value depends on how the events were cut and ordered");
    require(combiningLeaves(whole, inputs), draw, "a state changed that was combined into another");
  }

  private List<Input> inputs(Random random) {
    List<Input> inputs = new ArrayList<>();
    int count = random.nextInt(MOST_EVENTS);
    for (int i = 0; i < count; i++) {
      Position position = new Position("shard-" + random.nextInt(2), String.valueOf(i), 0);
      inputs.add(new Input(arguments.apply(random), random.nextInt(MOST_MILLIS), position));
    }
    return inputs;
  }

  private S fold(List<Input> inputs) {
    S state = aggregate.create();
    inputs.forEach(input -> accumulate(state, input));
    return state;
  }

  private void accumulate(S state, Input input) {
    aggregate.check(input.arguments);
    aggregate.accumulate(state, input.arguments, input.time, input.position);
  }

  private List<S> pieces(List<Input> inputs, Random random) {
    List<S> pieces = new ArrayList<>(List.of(aggregate.create()));
    for (Input input : inputs) {
      if (random.nextInt(CUT_ONE_IN) == 0) {
        pieces.add(aggregate.create());
      }
      int last = pieces.size() - 1;
      pieces.set(last, perhapsStored(pieces.get(last), random));
      accumulate(pieces.get(last), input);
    }
    return pieces;
  }

  private S combined(List<S> pieces, Random random) {
    List<S> rest = new ArrayList<>(pieces);
    while (rest.size() > 1) {
      S into = rest.remove(random.nextInt(rest.size()));
      S from = rest.remove(random.nextInt(rest.size()));
      aggregate.combine(into, from);
      rest.add(perhapsStored(into, random));
    }
    return rest.get(0);
  }

  private S perhapsStored(S state, Random random) {
    return random.nextBoolean() ? state : aggregate.decode(new BinaryReader(encoded(state)));
  }

  private boolean combiningLeaves(S from, List<Input> inputs) {
    byte[] before = encoded(from);
    S into = aggregate.create();
    aggregate.combine(into, from);
    inputs.forEach(input -> accumulate(into, input));
    return Arrays.equals(encoded(from), before);
  }

  private byte[] encoded(S state) {
    BinaryWriter out = new BinaryWriter();
    aggregate.encode(state, out);
    return out.toBytes();
  }

  private @Nullable Object finished(S state) {
    return EventValues.of(aggregate.finish(state));
  }

  private static void require(boolean holds, long draw, String broken) {
    if (!holds) {
      throw new AssertionError(
          broken + " (draw " + draw + "; try it alone with checkDraw(" + draw + "))");
    }
  }

  private record Input(List<@Nullable Object> arguments, long time, Position position) {}
}
