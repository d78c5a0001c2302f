package io.windrow.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Marker;
import io.windrow.ledger.Marker.Attempt;
import io.windrow.ledger.Markers;
import io.windrow.record.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised about where markers are kept. */
public abstract class MarkersContract {
  private static final int WRITERS = 12;
  private static final long LATER = 4_102_444_800_000L;
  private static final Position FIRST = new Position("A", "495902", 0);
  private static final Position INSIDE = new Position("A", "495902", 3);
  private static final Attempt ATTEMPT = new Attempt("token", FIRST, INSIDE, 60_000);
  private static final Marker MARKER = new Marker(List.of(ATTEMPT), null);

  /** Markers of a pipeline that has none; the same throughout a test. */
  protected abstract Markers markers();

  @Test
  void aShardWithoutAMarkerHasNone() {
    assertThat(markers().read("A")).isEqualTo(Marker.NONE);
  }

  @Test
  void aMarkerIsReadAsItWasPut() {
    Marker folded =
        new Marker(List.of(ATTEMPT, new Attempt("other", INSIDE, INSIDE, 70_000)), INSIDE);

    assertThat(markers().replace("A", Marker.NONE, MARKER, LATER)).isTrue();
    assertThat(markers().read("A")).isEqualTo(MARKER);
    assertThat(markers().replace("A", MARKER, folded, LATER)).isTrue();
    assertThat(markers().read("A")).isEqualTo(folded);
    assertThat(markers().read("B")).isEqualTo(Marker.NONE);
  }

  @Test
  void itIsReplacedOnlyIfItIsAsExpected() {
    markers().replace("A", Marker.NONE, MARKER, LATER);
    Marker other = new Marker(List.of(ATTEMPT), FIRST);

    assertThat(markers().replace("A", Marker.NONE, other, LATER)).isFalse();
    assertThat(markers().replace("A", other, Marker.NONE, LATER)).isFalse();
    assertThat(markers().read("A")).isEqualTo(MARKER);
  }

  @Test
  void aMarkerThatWasEmptiedIsAsIfThereWereNone() {
    markers().replace("A", Marker.NONE, MARKER, LATER);

    assertThat(markers().replace("A", MARKER, Marker.NONE, LATER)).isTrue();
    assertThat(markers().read("A")).isEqualTo(Marker.NONE);
    assertThat(markers().replace("A", Marker.NONE, MARKER, LATER)).isTrue();
  }

  @Test
  void oneOfManyWritersWins() {
    List<Boolean> wins =
        AtOnce.run(
            WRITERS,
            writer -> {
              Attempt own = new Attempt("token-" + writer, FIRST, FIRST, 60_000);
              return markers().replace("A", Marker.NONE, new Marker(List.of(own), null), LATER);
            });

    assertThat(wins).filteredOn(won -> won).hasSize(1);
  }
}
