package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Results;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pipeline whose older code goes on after newer code has committed. */
class TakenOverTest {
  private final ByHand older = new ByHand(new RunBounds(3));
  private final ByHand newer = older.deployed();

  @Test
  void olderCodeMergesNothingThatNewerCodeHasCommitted() {
    commitEach(newer, 21, 22, 23, 24, 25);
    assertRefused();
    commitEach(newer, 26, 100);

    newer.settle();

    assertThat(counts()).containsExactly("20000: 6");
  }

  @Test
  void olderCodeClosesNoWindowThatNewerCodeCountsIn() {
    commitEach(newer, 21, 22, 31, 100);
    assertRefused();

    newer.settle();

    assertThat(counts()).containsExactly("20000: 2", "30000: 1");
  }

  @Test
  void olderCodeEndsNoEventTime() {
    commitEach(newer, 21);

    assertThatThrownBy(() -> older.settler(older.ports()).endEventTime("token"))
        .isInstanceOf(LedgerException.class);

    newer.drain();
    assertThat(counts()).containsExactly("20000: 1");
  }

  /** It has looked; before it closes, newer code commits, and dies while it closes further. */
  @Test
  void olderCodeDoesNotFinishWhatNewerCodeHasBegunToClose() {
    commitEach(older, 1);
    Settler interrupted =
        older.settler(
            older
                .ports()
                .with(
                    new BeforeClosing(
                        older.ports().frontiers(),
                        () -> {
                          commitEach(newer, 21, 22, 31, 100);
                          dieClosing(newer);
                        })));

    assertThatThrownBy(() -> older.settle(interrupted)).isInstanceOf(LedgerException.class);

    newer.settle();
    assertThat(counts()).containsExactly("20000: 2", "30000: 1");
  }

  /** It has looked; before it merges, newer code commits past what it has seen. */
  @Test
  void whatOlderCodeMergesEndsWhereItHasLooked() {
    commitEach(older, 1, 2, 3);
    Ports ports = older.ports();
    Settler interrupted =
        older.settler(
            ports.with(
                new Interrupted(ports.frontiers(), () -> commitEach(newer, 21, 22, 23, 24, 25))));

    older.settle(interrupted);

    assertRefused();
    commitEach(newer, 26, 100);
    newer.settle();
    assertThat(counts()).containsExactly("20000: 6");
  }

  @Test
  void whatIsSplitStaysTakenOver() {
    commitEach(newer, 21);
    newer.stream().open("B", List.of("A"));
    newer.stream().close("A", List.of("B"));

    assertThatThrownBy(() -> older.commit("B", 22))
        .isInstanceOf(LedgerException.class)
        .hasMessage(
            "shard B was taken over by a greater generation: 2 of the definition, and this code runs 1; deploy the newer code again");
    newer.commit("B", 22);
    newer.drain();
    assertThat(counts()).containsExactly("20000: 2");
  }

  private static void commitEach(ByHand code, long... seconds) {
    for (long second : seconds) {
      code.commit("A", second);
    }
  }

  private static void dieClosing(ByHand code) {
    Results dying =
        results -> {
          throw new SimulatedException("dies");
        };
    assertThatThrownBy(() -> code.settle(code.ports().with(dying))).hasMessage("dies");
  }

  private void assertRefused() {
    List<Entry> chain = older.state().ledger().history("A");
    Frontier frontier = older.state().frontiers().read();

    assertThatThrownBy(older::settle)
        .isInstanceOf(LedgerException.class)
        .hasMessage(
            "shard A was taken over by a greater generation: 2 of the definition, and this code runs 1; deploy the newer code again");

    assertThat(older.state().ledger().history("A")).isEqualTo(chain);
    assertThat(older.state().frontiers().read()).isEqualTo(frontier);
  }

  private List<String> counts() {
    return older.state().results().byId().values().stream()
        .map(result -> result.windowStart() + ": " + result.values().get("n"))
        .toList();
  }

  /** A frontier that its closer is held up before: whoever settles has read it twice by then. */
  private static final class BeforeClosing extends ForwardingFrontiers {
    private final Runnable meanwhile;
    private int reads;

    BeforeClosing(Frontiers real, Runnable meanwhile) {
      super(real);
      this.meanwhile = meanwhile;
    }

    @Override
    public Frontier read() {
      if (++reads == 3) {
        meanwhile.run();
      }
      return real.read();
    }
  }
}
