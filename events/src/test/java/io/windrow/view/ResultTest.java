package io.windrow.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultTest {

  @Test
  void theIdNamesViewGroupAndWindowEnd() {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    group.put("city", "S\u00e3o \"Paulo\"");
    group.put("level", new BigDecimal("1.50"));
    group.put("open", true);
    group.put("owner", null);

    assertThat(result(group, 0).id())
        .isEqualTo("per-city/[\"S\u00e3o \\\"Paulo\\\"\",1.5,true,null]/1970-01-01T00:00:10.000Z");
  }

  @Test
  void revisionsShareTheId() {
    Map<String, @Nullable Object> group = Map.of("city", "Porto");

    assertThat(result(group, 1).id()).isEqualTo(result(group, 0).id());
  }

  private static Result result(Map<String, @Nullable Object> group, long revision) {
    return new Result("per-city", group, 0, 10_000, revision, Map.of());
  }
}
