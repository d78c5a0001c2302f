package io.windrow.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same events give the same bytes and the same value, however they were cut and combined. */
class AggregatesAreMonoidsTest {

  /** What numbers take that add up over all the range, and their squares. */
  private static final int DIGITS_OF_ANY_SCALE = 350;

  record Case(String name, List<Input> inputs) {}

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(Aggregates.names())
        .flatMap(
            name ->
                Inputs.of(Aggregates.signature(name).orElseThrow())
                    .map(inputs -> new Case(name, inputs)));
  }

  @Property(tries = 4000)
  void anyCutOrderAndTreeGivesTheBytesOfASinglePass(
      @ForAll("cases") Case given, @ForAll Random random) {
    assertSame(Aggregates.named(given.name).orElseThrow(), given.inputs, random);
  }

  @Property(tries = 2000)
  void whatIsCombinedStaysAsItWas(@ForAll("cases") Case given) {
    assertUnchangedByCombining(Aggregates.named(given.name).orElseThrow(), given.inputs);
  }

  @Property(tries = 2000)
  void anEncodedStateIsAtMostAsLongAsItsEventsSay(@ForAll("cases") Case given) {
    Aggregate<?> aggregate = Aggregates.named(given.name).orElseThrow();
    boolean addsUp = !Aggregates.signature(given.name).orElseThrow().types().contains("string");
    long most = (long) encoded(aggregate, List.of()).length + (addsUp ? DIGITS_OF_ANY_SCALE : 0);
    for (Input input : given.inputs) {
      most += aggregate.growth(input.position());
      for (Object argument : input.arguments()) {
        most += argument instanceof String text ? 3L * text.length() : 0;
      }
    }

    assertThat(encoded(aggregate, given.inputs).length).isLessThanOrEqualTo((int) most);
  }

  private static <S> byte[] encoded(Aggregate<S> aggregate, List<Input> inputs) {
    return encoded(aggregate, fold(aggregate, inputs));
  }

  private static <S> void assertSame(Aggregate<S> aggregate, List<Input> inputs, Random random) {
    S whole = fold(aggregate, inputs);

    S combined = combineInAnyTree(aggregate, piecesInAnyOrder(aggregate, inputs, random), random);

    assertThat(encoded(aggregate, combined)).isEqualTo(encoded(aggregate, whole));
    assertThat(aggregate.finish(combined)).isEqualTo(aggregate.finish(whole));
  }

  private static <S> void assertUnchangedByCombining(Aggregate<S> aggregate, List<Input> inputs) {
    S from = fold(aggregate, inputs);
    byte[] before = encoded(aggregate, from);
    S into = aggregate.create();

    aggregate.combine(into, from);
    inputs.forEach(input -> accumulate(aggregate, into, input));

    assertThat(encoded(aggregate, from)).isEqualTo(before);
  }

  private static <S> List<S> piecesInAnyOrder(
      Aggregate<S> aggregate, List<Input> inputs, Random random) {
    List<Input> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, random);
    List<S> pieces = new ArrayList<>(List.of(aggregate.create()));
    for (Input input : shuffled) {
      if (random.nextInt(3) == 0) {
        pieces.add(aggregate.create());
      }
      int last = pieces.size() - 1;
      pieces.set(last, perhapsStored(aggregate, pieces.get(last), random));
      accumulate(aggregate, pieces.get(last), input);
    }
    return pieces;
  }

  private static <S> S combineInAnyTree(Aggregate<S> aggregate, List<S> pieces, Random random) {
    List<S> rest = new ArrayList<>(pieces);
    while (rest.size() > 1) {
      S into = rest.remove(random.nextInt(rest.size()));
      S from = rest.remove(random.nextInt(rest.size()));
      aggregate.combine(into, from);
      rest.add(perhapsStored(aggregate, into, random));
    }
    return rest.get(0);
  }

  private static <S> S perhapsStored(Aggregate<S> aggregate, S state, Random random) {
    if (random.nextBoolean()) {
      return state;
    }
    BinaryReader stored = new BinaryReader(encoded(aggregate, state));
    S read = aggregate.decode(stored);
    assertThat(stored.atEnd()).isTrue();
    return read;
  }

  private static <S> S fold(Aggregate<S> aggregate, List<Input> inputs) {
    S state = aggregate.create();
    inputs.forEach(input -> accumulate(aggregate, state, input));
    return state;
  }

  private static <S> void accumulate(Aggregate<S> aggregate, S state, Input input) {
    aggregate.check(input.arguments());
    aggregate.accumulate(state, input.arguments(), input.time(), input.position());
  }

  private static <S> byte[] encoded(Aggregate<S> aggregate, S state) {
    BinaryWriter out = new BinaryWriter();
    aggregate.encode(state, out);
    return out.toBytes();
  }
}
