package io.windrow.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachedReferenceDataTest {
  private final RecordingTable table =
      new RecordingTable().with("a", "n", 1L).with("b", "n", 2L).with("c", "n", 3L);
  private long now = 1_000;
  private final CachedReferenceData cached = new CachedReferenceData(table, 60_000, 3, () -> now);

  @Test
  void onlyTheKeysOfABatchThatAreNotRememberedAreRead() {
    cached.rows(Set.of("a", "b"));

    assertThat(cached.rows(Set.of("a", "b", "c")).keySet())
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(table.asked).containsExactly(Set.of("a", "b"), Set.of("c"));
  }

  @Test
  void theAbsenceOfARowIsRemembered() {
    assertThat(cached.rows(Set.of("none"))).isEmpty();
    assertThat(cached.rows(Set.of("none"))).isEmpty();

    assertThat(table.asked).containsExactly(Set.of("none"));
  }

  @Test
  void aRowIsReadAgainOnceItIsTooOld() {
    cached.rows(Set.of("a"));
    table.with("a", "n", 9L);

    now += 59_999;
    assertThat(value("a")).isEqualTo(1L);

    now += 1;
    assertThat(value("a")).isEqualTo(9L);
    assertThat(table.asked).hasSize(2);
  }

  @Test
  void theRowsReadLongestAgoAreForgottenFirst() {
    cached.rows(Set.of("a"));
    cached.rows(Set.of("b"));
    cached.rows(Set.of("c"));
    cached.rows(Set.of("none"));
    table.asked.clear();

    cached.rows(Set.of("b", "c", "none"));
    assertThat(table.asked).isEmpty();

    cached.rows(Set.of("a"));
    assertThat(table.asked).containsExactly(Set.of("a"));
  }

  @Test
  void aBatchOfMoreKeysThanAreRememberedHasAllItsRows() {
    CachedReferenceData small = new CachedReferenceData(table, 60_000, 1, () -> now);

    assertThat(small.rows(Set.of("a", "b", "c"))).hasSize(3);
  }

  @Test
  void theVersionIsWhenTheOldestRowThatABatchHasUsedWasRead() {
    assertThat(cached.version()).isEqualTo("unread");

    cached.begin();
    cached.rows(Set.of("a"));
    now = 2_000;
    cached.rows(Set.of("b"));
    assertThat(cached.version()).isEqualTo("1970-01-01T00:00:01Z");

    cached.begin();
    cached.rows(Set.of("b"));
    assertThat(cached.version()).isEqualTo("1970-01-01T00:00:02Z");
  }

  private @Nullable Object value(String key) {
    return cached.rows(Set.of(key)).getOrDefault(key, Map.of()).get("n");
  }
}
