package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.view.Result;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultLineTest {

  @Test
  void aWindowHasItsTimesInUtc() {
    assertThat(ResultLine.of(result(null)))
        .isEqualTo(
            "{\"id\":\"days/[]/2024-03-31T22:00:00.000Z\",\"view\":\"days\",\"group\":{},"
                + "\"windowStart\":\"2024-03-30T23:00:00.000Z\","
                + "\"windowEnd\":\"2024-03-31T22:00:00.000Z\",\"revision\":0,\"values\":{\"n\":2}}");
  }

  @Test
  void aWindowOfACalendarHasThemByTheClocksOfItsZoneToo() {
    assertThat(ResultLine.of(result(ZoneId.of("Europe/Berlin"))))
        .contains("\"windowStart\":\"2024-03-30T23:00:00.000Z\"")
        .contains("\"windowStartLocal\":\"2024-03-31T00:00:00.000+01:00\"")
        .contains("\"windowEndLocal\":\"2024-04-01T00:00:00.000+02:00\"");
  }

  private static Result result(@Nullable ZoneId zone) {
    return new Result(
        "days",
        Map.of(),
        Instant.parse("2024-03-30T23:00:00Z").toEpochMilli(),
        Instant.parse("2024-03-31T22:00:00Z").toEpochMilli(),
        0,
        Map.of("n", 2L),
        false,
        zone);
  }
}
