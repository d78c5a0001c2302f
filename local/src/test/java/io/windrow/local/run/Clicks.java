package io.windrow.local.run;

import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Siblings;
import io.windrow.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A small pipeline for tests: clicks, counted and summed by page in windows of a minute. */
final class Clicks implements Siblings {
  private static final Map<String, String> FILES =
      Map.of(
          "pipeline.yaml",
          """
          name: clicks
          source: { kinesis: clicks }
          contract: click.schema.json
          time: { field: at, unit: millis }
          views:
            - name: pages
              by: [page]
              window: { tumbling: 1m, grace: 0s }
              compute: { clicks: count(), spent: sum(price) }
          """,
          "click.schema.json",
          """
          {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {
              "page": { "type": "string" },
              "at": { "type": "integer" },
              "price": { "type": "number" }
            },
            "required": ["page", "at"]
          }
          """);

  /** 2024-01-01T00:00:00Z. */
  static final long TIME = 1_704_067_200_000L;

  static Plan plan() {
    return Plan.of(new DefinitionReader(new Clicks()).read(), 1);
  }

  static String click(String page, String price) {
    return "{\"page\":\"%s\",\"at\":%d,\"price\":%s}".formatted(page, TIME, price);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(FILES.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
