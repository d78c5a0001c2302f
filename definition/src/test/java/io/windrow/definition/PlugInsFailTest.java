package io.windrow.definition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.aggregate.Aggregate;
import io.windrow.contract.Fault;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.expression.ExpressionException;
import io.windrow.pipeline.Pipeline;
import io.windrow.record.Event;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plug-in throws concerns one record, which gets the reason of its place. */
class PlugInsFailTest {
  private static final long NOW = 1_000_000;
  private static final String GOOD = "ad_id=a1&event_type=view&event_time=1000000&price=5&user_id=";

  private static final byte[] ADS = "ad_id,campaign_id\n".getBytes(StandardCharsets.UTF_8);

  private final Pipeline pipeline =
      Pipeline.of(
          PlugInsTest.plan(
              PlugInsTest.YAML
                  .replace("take: [region]", "take: [region, area]")
                  .replace("missing: quarantine", "missing: keep"),
              OwnPlugIns.ofVersion("1")),
          table -> FileReferenceData.of("ads.csv", "ad_id", ADS));

  @Test
  void aPayloadThatADecoderFailsOnIsRejected() {
    Judgement.Rejected rejected = (Judgement.Rejected) judge("no pairs");

    assertThat(rejected.reason()).isEqualTo(Reason.of("format.pairs"));
    Fault fault = requireNonNull(rejected.fault());
    assertThat(fault.exception()).isEqualTo("java.lang.StringIndexOutOfBoundsException");
    assertThat(fault.place()).startsWith("io.windrow.definition.OwnPlugIns$Pairs.decode(");
  }

  @Test
  void aValueThatAFunctionFailsOnIsRejectedByItsPlace() {
    assertThat(judge(GOOD + "de&country="))
        .isEqualTo(
            new Judgement.Rejected(
                new Reason(
                    "clean.country",
                    "",
                    "initial(event.country): initial() failed with StringIndexOutOfBoundsException")));
    assertThat(fields(GOOD + "de&country=denmark")).containsEntry("country", "d");
  }

  @Test
  void aKeyThatAnEnrichmentFailsOnIsRejectedAndItsNeighboursAreNot() {
    List<Judgement> enriched =
        pipeline
            .steps()
            .enrichment()
            .enrich(List.of(event("de"), event("atlantis"), event("nowhere")));

    assertThat(enriched.get(0))
        .isEqualTo(
            new Judgement.Candidate(
                new Event(
                    Map.of("user_id", "de", "region", "emea", "area", new BigDecimal("357592.5")),
                    NOW)));
    Judgement.Rejected rejected = (Judgement.Rejected) enriched.get(1);
    assertThat(rejected.reason())
        .isEqualTo(
            new Reason("enrich.failed", "/user_id", "table regions: user_id: the look-up failed"));
    Fault fault = requireNonNull(rejected.fault());
    assertThat(fault.exception()).isEqualTo("java.lang.IllegalStateException");
    assertThat(fault.place()).startsWith("io.windrow.definition.OwnPlugIns$Regions.row(");
    assertThat(enriched.get(2)).isEqualTo(new Judgement.Candidate(event("nowhere")));
    assertThat(pipeline.steps().enrichment().versions()).contains("regions=1");
  }

  @Test
  void anArgumentThatAnAggregateFailsOnAloneHasNoValue() {
    Aggregate<?> longest = pipeline.steps().views().get(0).compute().get(2).aggregate();

    longest.check(List.of("some text"));

    assertThatThrownBy(() -> longest.check(List.of("zero")))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("longest() failed with ArithmeticException");
  }

  private static Event event(String user) {
    return new Event(Map.of("user_id", user), NOW);
  }

  private Map<String, @Nullable Object> fields(String payload) {
    return ((Judgement.Candidate) judge(payload)).event().fields();
  }

  private Judgement judge(String payload) {
    return pipeline
        .steps()
        .validation()
        .apply(
            new StreamRecord(
                new Position("s", "1", 0),
                "k",
                NOW,
                payload.getBytes(StandardCharsets.UTF_8),
                false))
        .get(0)
        .judgement();
  }
}
