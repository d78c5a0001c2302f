package io.windrow.definition;

import io.windrow.plan.Definition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A definition that uses most keys, with its files, from which tests depart. */
final class AdClicks {
  static final String CONTRACT =
      """
      {
        "type": "object",
        "required": ["ad_id", "event_type", "event_time"],
        "properties": {
          "ad_id": { "type": "string" },
          "user_id": { "type": "string" },
          "event_type": { "type": "string" },
          "event_time": { "type": "integer" },
          "price": { "type": "number" },
          "country": { "type": "string" },
          "tags": { "type": "array", "items": { "type": "string" } },
          "geo": { "type": "object", "properties": { "seen": { "type": "string" } } }
        }
      }
      """;

  private static final String LOG =
      """
      {
        "type": "object",
        "properties": {
          "@timestamp": { "type": "string" },
          "event.time": { "type": "string" },
          "log.level": { "type": "string" },
          "user-agent": { "type": "string" },
          "http": { "type": "object", "properties": { "status": { "type": "integer" } } }
        }
      }
      """;

  private static final String ECS =
      """
      {
        "type": "object",
        "properties": {
          "event": { "type": "object", "properties": { "created": { "type": "number" } } }
        }
      }
      """;

  static final String YAML =
      """
      name: ad-clicks
      source: { kinesis: ad-clicks, format: json, start: earliest }
      contract: ad-click.schema.json
      time: { field: event_time, unit: millis, ahead: 1m, behind: 10m }
      clean:
        country: event.country.upperAscii()
      rules:
        - { name: paid, require: event.price >= 0.0 }
      keep: event.event_type == 'view'
      enrich:
        - { table: ads, key: ad_id, take: [campaign_id], missing: quarantine }
      views:
        - name: views-per-campaign
          by: [campaign_id]
          window: { tumbling: 10s, grace: 60s }
          compute: { views: count(), spend: sum(price) }
      alerts:
        - { name: surge, view: views-per-campaign, when: result.views > 10000 }
      """;

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("ad-click.schema.json", CONTRACT),
          Map.entry("ads.csv", "ad_id,campaign_id\na1,c1\n"),
          Map.entry("odd.csv", "ad_id,campaign_id\na1,c1\na2\n"),
          Map.entry("both.csv", "ad_id,campaign_id\na1,c1\n"),
          Map.entry("both.json", "[]"),
          Map.entry("tables/ads.json", "[]"),
          Map.entry("broken.json", "{\n  \"type\": \"object\",\n  \"type\": 1\n}"),
          Map.entry("array.json", "[1]"),
          Map.entry(
              "labels.json",
              """
              {
                "properties": {
                  "t": { "type": "integer" },
                  "labels": { "type": "object", "additionalProperties": { "type": "string" } },
                  "tags": { "type": "object", "patternProperties": { "^x-": { "type": "string" } } }
                }
              }
              """),
          Map.entry("empty-name.json", "{ \"properties\": { \"\": {}, \"t\": {} } }"),
          Map.entry("log.schema.json", LOG),
          Map.entry("ecs.schema.json", ECS),
          Map.entry("agents.csv", "user-agent,agent.kind,is bot\ncurl,tool,yes\n"),
          Map.entry("deep.json", "{\n\"not\":".repeat(401) + "{}" + "}".repeat(401)),
          Map.entry("pattern.json", "{ \"properties\": {\n  \"a\": { \"pattern\": \"[\" } } }"),
          Map.entry("odd.json", "{\n  \"type\": \"objct\",\n  \"required\": [\"a\", 1]\n}"),
          Map.entry("old.json", "{ \"$schema\": \"http://json-schema.org/draft-07/schema#\" }"),
          Map.entry(
              "far.json",
              """
              { "properties": {
                "a": { "$ref": "other.json" },
                "b": { "$ref": "#/$defs/b" },
                "c": { "minimum": "1" },
                "d": { "pattern": "(" } } }
              """));

  static final Siblings SIBLINGS =
      path ->
          Optional.ofNullable(FILES.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));

  private AdClicks() {}

  static Definition read(String yaml) {
    return new DefinitionReader(SIBLINGS).read("pipeline.yaml", yaml);
  }
}
