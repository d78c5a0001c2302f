package io.windrow.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Counts;
import org.junit.jupiter.api.Test;

/** Runs the sessions of docs/guide/how-it-stays-exact.md: their definition, and their numbers. */
class SessionsOfTheGuideTest {
  private final GuidePage page = GuidePage.read();
  private final GuidePage sessions = page.from("Sessions");
  private final WorkedExample example =
      new WorkedExample(sessions.block("yaml"), page.block("json"));

  @Test
  void aSessionOfTwoShardsClosesWhenNothingInTimeCanReachIt() {
    firstRecords();
    example.commit(example.environment(), "A3");
    example.settle(37);
    assertThat(example.resultLines()).isEmpty();

    example.commit(example.environment(), "B3");
    example.put("A4", 52, "home", 7, 53);
    example.commit(example.environment(), "A4");
    assertThat(example.settle(54).results()).hasSize(1);
    assertThat(example.closed()).isEqualTo(52);

    example.put("B4", 47, "home", 8, 54);
    assertThat(accepted("B4")).isEqualTo(1);
    example.put("A5", 68, "cart", 9, 69);
    example.commit(example.environment(), "A5");
    example.settle(70);
    sessions.shows(example.resultLines());
  }

  @Test
  void anEventIsLateByItsOwnShardWhateverTheOtherKnows() {
    example.open("A");
    example.open("B");
    example.put("B1", 21, "home", 3, 22);
    example.put("B2", 15, "home", 4, 23);

    assertThat(accepted("B1", "B2")).isEqualTo(1);
  }

  private void firstRecords() {
    example.open("A");
    example.open("B");
    example.put("A1", 3, "home", 1, 4);
    example.put("A2", 12, "home", 2, 13);
    example.put("B1", 21, "home", 3, 22);
    example.put("B2", 17, "home", 4, 23);
    example.put("A3", 36, "home", 5, 37);
    example.put("B3", 31, "home", 6, 38);
    assertThat(accepted("A1", "A2")).isEqualTo(2);
    assertThat(accepted("B1", "B2")).isEqualTo(2);
  }

  private long accepted(String... batch) {
    Counts counts = example.commit(example.environment(), batch).counts();
    return counts.accepted();
  }
}
