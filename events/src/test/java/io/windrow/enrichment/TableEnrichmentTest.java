package io.windrow.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.expression.CheckedExpression;
import io.windrow.expression.Expression;
import io.windrow.expression.Node;
import io.windrow.expression.PlugInFunctions;
import io.windrow.record.Event;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableEnrichmentTest {
  private final RecordingTable ads =
      new RecordingTable().with("a1", "campaign_id", "c1").with("a2", "campaign_id", "c2");

  @Test
  void takenColumnsBecomeFields() {
    assertThat(enrich(Missing.QUARANTINE, event("ad_id", "a1")))
        .containsExactly(found("ad_id", "a1", "campaign_id", "c1"));
  }

  @Test
  void aTableIsAskedOnceForTheDistinctKeysOfABatch() {
    enrich(Missing.KEEP, event("ad_id", "a1"), event("ad_id", "a2"), event("ad_id", "a1"));

    assertThat(ads.asked).containsExactly(Set.of("a1", "a2"));
  }

  @Test
  void aTableIsNotAskedForABatchWithoutKeys() {
    enrich(Missing.KEEP, event("other", "a1"));

    assertThat(ads.asked).isEmpty();
  }

  @Test
  void numericKeysAreEqualByValue() {
    ads.with(5L, "campaign_id", "c5");

    assertThat(
            enrich(Missing.QUARANTINE, event("ad_id", 5L), event("ad_id", new BigDecimal("5.0"))))
        .containsExactly(
            found("ad_id", 5L, "campaign_id", "c5"),
            found("ad_id", new BigDecimal("5.0"), "campaign_id", "c5"));
    assertThat(ads.asked).containsExactly(Set.of(5L));
  }

  @Test
  void aKeyWithoutARowIsQuarantinedWithItsPlace() {
    Judgement missing = missing("/ad_id", "table ads: event.ad_id: no row has this key");
    Judgement absent = missing("/ad_id", "table ads: event.ad_id: no field ad_id");
    Judgement none = missing("/ad_id", "table ads: event.ad_id: the key is null");
    Judgement noKey = missing("/ad_id", "table ads: event.ad_id: an object or a list is no key");

    assertThat(
            enrich(
                Missing.QUARANTINE,
                event("ad_id", "none"),
                event("ad_id", "a1"),
                event("other", "a1"),
                event("ad_id", null),
                event("ad_id", List.of("a1")),
                event("ad_id", Map.of("a1", "a1"))))
        .containsExactly(
            missing, found("ad_id", "a1", "campaign_id", "c1"), absent, none, noKey, noKey);
  }

  private static Judgement missing(String pointer, String detail) {
    return new Judgement.Rejected(new Reason("enrich.missing", pointer, detail));
  }

  @Test
  void aKeyWithoutARowIsKeptWithoutTheTakenFields() {
    assertThat(enrich(Missing.KEEP, event("ad_id", "none"), event("other", 1L)))
        .containsExactly(found("ad_id", "none"), found("other", 1L));
  }

  @Test
  void aTakenFieldIsNeverWhatTheProducerSent() {
    ads.with("bare", "other_column", 1L);

    assertThat(
            enrich(
                Missing.KEEP,
                event("ad_id", "a1", "campaign_id", "forged"),
                event("ad_id", "bare", "campaign_id", "forged"),
                event("ad_id", "none", "campaign_id", "forged")))
        .containsExactly(
            found("ad_id", "a1", "campaign_id", "c1"),
            found("ad_id", "bare"),
            found("ad_id", "none"));
  }

  @Test
  void aLaterStepSeesTheFieldsOfEarlierOnesAndNotTheEventsTheyMissed() {
    RecordingTable campaigns = new RecordingTable().with("c1", "owner", null);
    TableEnrichment enrichment =
        new TableEnrichment(
            List.of(
                step("ads", "ad_id", "campaign_id", Missing.QUARANTINE, ads),
                step("campaigns", "campaign_id", "owner", Missing.QUARANTINE, campaigns)));

    assertThat(enrichment.enrich(List.of(event("ad_id", "a1"), event("campaign_id", "c1"))))
        .containsExactly(
            found("ad_id", "a1", "campaign_id", "c1", "owner", null),
            missing("/ad_id", "table ads: event.ad_id: no field ad_id"));
    assertThat(campaigns.asked).containsExactly(Set.of("c1"));
  }

  @Test
  void aKeyMayLieInsideAnObject() {
    TableEnrichment enrichment =
        new TableEnrichment(List.of(step("ads", "ad.id", "campaign_id", Missing.QUARANTINE, ads)));

    assertThat(enrichment.enrich(List.of(event("ad", Map.of("id", "a2")), event("ad", Map.of()))))
        .containsExactly(
            found("ad", Map.of("id", "a2"), "campaign_id", "c2"),
            missing("/ad/id", "table ads: event.ad.id: no field ad.id"));
  }

  @Test
  void versionsNameTheTables() {
    TableEnrichment enrichment =
        new TableEnrichment(
            List.of(
                step("ads", "ad_id", "campaign_id", Missing.KEEP, ads),
                step("ads", "other_id", "other_campaign", Missing.KEEP, ads)));

    assertThat(enrichment.versions()).containsExactly("ads=7");
  }

  private List<Judgement> enrich(Missing missing, Event... events) {
    return new TableEnrichment(List.of(step("ads", "ad_id", "campaign_id", missing, ads)))
        .enrich(Arrays.asList(events));
  }

  private static EnrichmentStep step(
      String table, String key, String take, Missing missing, ReferenceData data) {
    return new EnrichmentStep(table, field(key), List.of(take), missing, data);
  }

  private static Expression field(String path) {
    Node node = new Node.Event();
    for (String name : path.split("\\.", -1)) {
      node = new Node.Field(node, name);
    }
    return new CheckedExpression("event." + path, "dyn", node, new PlugInFunctions(Map.of()));
  }

  private static Judgement found(@Nullable Object... namesAndValues) {
    return new Judgement.Candidate(event(namesAndValues));
  }

  private static Event event(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return new Event(fields, 0);
  }
}
