package io.windrow.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Counts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/intentional.md says of views. */
class IntentionalTest {
  private final GuidePage page = GuidePage.read();
  private final WorkedExample example = new WorkedExample(page.block("yaml"), page.block("json"));

  @Test
  void aTextThatAResultMightNotHoldIsRejectedAndTheBatchGoesOn() {
    example.open("A");
    example.put("A1", 1, "x".repeat(8192), 1, 2);
    example.put("A2", 2, "x".repeat(8193), 1, 3);
    example.put("A3", 3, "home", 1, 4);

    Counts counts = example.commit(example.environment(), "A1", "A2", "A3").counts();

    assertThat(counts.accepted()).isEqualTo(2);
    assertThat(counts.reasons()).isEqualTo(Map.of("view.by-page", 1L));
  }
}
