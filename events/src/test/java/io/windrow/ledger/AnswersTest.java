package io.windrow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Source.Probe;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Position FIRST = new Position("A", "1", 0);
  private static final Position SECOND = new Position("A", "2", 0);

  private final Map<String, Probe> past = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void anAnswerSaysNothingOfAnotherPosition() {
    past.put("A", new Probe.Ended(List.of("B")));
    Answers answers = answers(Deadline.NONE);

    answers.ask(from("A", FIRST));

    assertThat(answers.to("A", FIRST)).isEqualTo(new Probe.Ended(List.of("B")));
    assertThat(answers.to("A", SECOND)).isEqualTo(new Probe.Unanswered());
    assertThat(answers.to("A", null)).isEqualTo(new Probe.Unanswered());
  }

  @Test
  void whatDidNotAnswerIsAskedOnceAndWhatWasEmptyAgain() {
    past.put("A", new Probe.Unanswered());
    past.put("B", new Probe.Empty(7));
    Answers answers = answers(Deadline.NONE);
    answers.ask(from("A", FIRST));
    answers.ask(from("B", null));

    answers.ask(from("A", FIRST));
    answers.ask(from("B", null));
    answers.ask(from("A", SECOND));

    assertThat(asked).containsExactly("A", "B", "B", "A");
  }

  @Test
  void nothingIsAskedOnceTheDeadlineIsNear() {
    Answers answers = answers(() -> true);

    answers.ask(from("A", FIRST));

    assertThat(asked).isEmpty();
    assertThat(answers.to("A", FIRST)).isEqualTo(new Probe.Unanswered());
  }

  private static Map<String, @Nullable Position> from(String shard, @Nullable Position after) {
    Map<String, @Nullable Position> from = new HashMap<>();
    from.put(shard, after);
    return from;
  }

  private Answers answers(Deadline deadline) {
    return new Answers(
        new Source() {
          @Override
          public List<Shard> shards() {
            return List.of();
          }

          @Override
          public Probe probe(String shard, @Nullable Position after) {
            asked.add(shard);
            return past.getOrDefault(shard, new Probe.Waiting());
          }
        },
        deadline);
  }
}
