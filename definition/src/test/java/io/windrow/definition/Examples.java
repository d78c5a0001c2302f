package io.windrow.definition;

import java.util.List;

/** Definitions that are valid, and between them use everything that there is. */
final class Examples {
  static final String LEAST =
      """
      name: least
      source: { kinesis: clicks }
      contract: ad-click.schema.json
      time: { field: event_time, unit: seconds }
      """;

  static final String MOST =
      """
      name: most
      source:
        stream: arn:aws:kinesis:eu-west-1:123456789012:stream/clicks
        key: arn:aws:kms:eu-west-1:123456789012:key/12345678-1234
        format: json
        start: 2026-01-31T12:00:00+01:00
        fanout: true
        critical: true
      contract: ad-click.schema.json
      time: { field: geo.seen, unit: iso8601, ahead: 1m30s, behind: 2h }
      clean:
        country: "event.country == '' ? 'none' : event.country"
        land: country.lowerAscii()
      rules:
        - name: cheap
          require: >-
            event.price >= 0.0 &&
            event.price < 100.0
        - { name: tagged, require: "size(event.tags) > 0" }
      keep: "!(event.event_type in ['test', 'probe'])"
      enrich:
        - { table: ads, key: ad_id, take: [campaign_id] }
        - { table: more, file: tables/ads.json, key: { ad: event.ad_id + '!' }, take: [a, b], missing: keep }
        - { table: Users.v2, key: user_id, take: [age], missing: quarantine, max-age: 30s }
        - { table: prices, dynamodb: prices-2026, key: { id: event.geo.seen }, take: [tier] }
      views:
        - name: everything
          window: { tumbling: 1d }
          compute: { events: count() }
        - name: by-land
          by: [land, event.geo.seen, { first: "event.ad_id.substring(0, 1)" }]
          window: { hopping: 10s, slide: 2500ms, grace: 1m }
          compute:
            dear: count(event.price > 1.0)
            low: min(price)
            high: max(price * 2.0)
            mean: mean(price)
            spread: stddev(price)
            opened: first(event_type)
            closed: last(country.substring(0, 1))
          metric: { top: 3 }
        - { name: by-age, by: [age], window: { tumbling: 500ms, grace: 0s }, compute: { s: sum(price) }, metric: true }
        - { name: visits, by: [user_id], window: { session: 30m, longest: 6h, grace: 5s }, compute: { pages: count() } }
      alerts:
        - { name: surge, view: by-land, when: "result.dear > 10 && result.land == 'de'" }
      """;

  static final String ODD_NAMES =
      """
      name: logs
      source: { kinesis: logs }
      contract: log.schema.json
      time: { field: event.`event.time`, unit: iso8601 }
      clean:
        user-agent: event.`user-agent`.lowerAscii()
        log.level: event.`log.level`.lowerAscii()
        "@version": 'event["@timestamp"] + "!"'
      rules:
        - { name: known, require: event.`log.level` != 'debug' }
      keep: has(event["@timestamp"]) && event.http.status >= 200
      enrich:
        - { table: agents, key: event.`user-agent`, take: [agent.kind, "is bot"] }
        - { table: levels, key: { "the level": event.`log.level` }, take: [severity] }
      views:
        - name: by-level
          by: [event.`log.level`, event.http.status, 'event["@version"]', { "is bot": event.`is bot` }]
          window: { tumbling: 1m }
          compute: { lines: count(), last: max(event.`event.time`) }
      alerts:
        - { name: noise, view: by-level, when: result.`log.level` == 'warn' && result.lines > 1 }
      """;

  static final String ARRIVAL =
      """
      name: arrivals
      source: { kinesis: clicks }
      contract: ad-click.schema.json
      time: arrival
      views:
        - { name: all, window: { tumbling: 1m }, compute: { n: count() } }
      """;

  static final String TIMES =
      """
      name: times
      source: { kinesis: clicks }
      contract: ad-click.schema.json
      time:
        field: geo.seen
        pattern: ["dd/MMM/yyyy:HH:mm:ss Z", yyyyMMddHHmmss]
        unit: [iso8601, nanos]
        zone: America/New_York
      views:
        - { name: all, window: { tumbling: 1m }, compute: { n: count() } }
      """;

  static final String CALENDAR =
      """
      name: calendar
      source: { kinesis: clicks }
      contract: ad-click.schema.json
      time: arrival
      views:
        - { name: shifted, window: { hopping: 1h, slide: 20m, offset: 5m }, compute: { n: count() } }
        - { name: days, window: { tumbling: 1d, zone: Europe/Berlin, offset: 6h }, compute: { n: count() } }
        - { name: weeks, window: { tumbling: 2w }, compute: { n: count() } }
        - { name: sundays, window: { tumbling: 7d, start: sunday, zone: America/New_York }, compute: { n: count() } }
        - { name: rolling, window: { hopping: 7d, slide: 1d, zone: UTC }, compute: { n: count() } }
        - { name: months, window: { tumbling: 1mo }, compute: { n: count() } }
        - { name: quarters, window: { hopping: 3mo, slide: 1mo, zone: Asia/Kolkata, grace: 1d }, compute: { n: count() } }
      """;

  static final String LOCAL_TIMES =
      LEAST.replace("event_time, unit: seconds", "country, pattern: yyyy-MM-dd, zone: UTC");

  static final List<String> ALL =
      List.of(LEAST, AdClicks.YAML, MOST, ODD_NAMES, ARRIVAL, CALENDAR, TIMES, LOCAL_TIMES);

  private Examples() {}
}
