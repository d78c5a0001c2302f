package io.windrow.local.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.definition.DefinitionReader;
import io.windrow.plan.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  private static final int KIB = 1024;
  private static final double CENT = 0.01;

  private final Definition adClicks = definition("ad-clicks");

  @Test
  void aStreamOnDemandIsPaidByTheHourAndByWhatGoesInAndOut() {
    // 730 h x $0.04, and 2,628,000 s x 100 x 1,024 B = 269.1 GB x ($0.08 + $0.04)
    assertThat(new Estimate(adClicks, load(100, 10, 10)).stream().dollars())
        .isEqualTo(29.20 + 32.29, offset(CENT));
  }

  @Test
  void shardsFollowRecordsOrBytesWhicheverIsMore() {
    assertThat(provisioned(2500, 100).shards()).isEqualTo(3);
    assertThat(provisioned(100, 100 * KIB).shards()).isEqualTo(10);
  }

  @Test
  void aStreamOnDemandHasFourShardsAtLeast() {
    assertThat(load(100, 100, 1).shards()).isEqualTo(4);
    assertThat(load(5000, 100, 1).shards()).isEqualTo(5);
  }

  @Test
  void provisionedShardsArePaidByTheHourAndByWhatIsPut() {
    // 730 h x $0.015, and 2,628,000 s x 100 x $0.014 a million
    assertThat(new Estimate(adClicks, provisioned(100, KIB)).stream().dollars())
        .isEqualTo(10.95 + 3.68, offset(CENT));
  }

  @Test
  void aConsumerIsPaidByWhatItReadsAndOfProvisionedShardsByTheHourToo() {
    Definition critical =
        definition(
            "ad-clicks",
            text -> text.replace("kinesis: ad-clicks }", "kinesis: ad-clicks, critical: true }"));

    // 269.1 GB x ($0.05 - $0.04)
    assertThat(fanOut(critical, load(100, 10, 10))).isEqualTo(2.69, offset(CENT));
    // 730 h x $0.015, and 2,628,000 s x 100 x 1,024 B = 269.1 GB x $0.013
    assertThat(fanOut(critical, provisioned(100, KIB))).isEqualTo(10.95 + 3.50, offset(CENT));
    assertThat(fanOut(adClicks, load(100, 10, 10))).isZero();
  }

  private static double fanOut(Definition definition, Load load) {
    return new Estimate(definition, load)
        .processing().stream()
            .filter(line -> line.service().equals("Fan-out"))
            .mapToDouble(Estimate.Line::dollars)
            .sum();
  }

  @Test
  void aSecondsRecordsOfAShardAreOneCommit() {
    assertThat(provisioned(3000, 100).recordsPerBatch()).isEqualTo(1000);
    assertThat(load(0.5, 100, 1).recordsPerBatch()).isEqualTo(1);
  }

  @Test
  void moreEventsInABatchTakeFewerWriteUnitsEach() {
    assertThat(units(1000)).isLessThan(units(100) / 3);
  }

  private double units(double rate) {
    return new Estimate(adClicks, load(rate, KIB, 100)).writeUnitsPerThousandEvents();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "0.0001, 0.0001", "1, 1", "20000, '20,000'"})
  void theRateIsPrintedAsItWasAsked(double rate, String printed) {
    assertThat(EstimateText.of(adClicks, load(rate, KIB, 100)).get(0))
        .startsWith("ad-clicks at " + printed + " events a second");
  }

  @Test
  void whatWindrowAddsIsTheSumOfItsLines() {
    Estimate estimate = new Estimate(adClicks, load(1000, KIB, 100));
    assertThat(estimate.processing()).allMatch(line -> line.dollars() > 0);
    assertThat(estimate.processing().stream().mapToDouble(Estimate.Line::dollars).sum())
        .isEqualTo(estimate.processingDollars());
  }

  @Test
  void everyMetricThatAnAlarmOfTheTemplateWatchesIsPaidFor() throws IOException {
    Path template =
        Path.of("..", "infrastructure", "src", "test", "resources", "snapshots")
            .resolve("ad-clicks-run.json");
    int watched =
        StreamSupport.stream(
                new ObjectMapper().readTree(template.toFile()).path("Resources").spliterator(),
                false)
            .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
            .mapToInt(alarm -> alarm.findValues("MetricName").size())
            .sum();
    assertThat(new Estimate(adClicks, load(1, KIB, 1)).alarmedMetrics()).isEqualTo(watched);
  }

  @Test
  void theValuesOfAViewsGreatestGroupsAreMetricsToo() {
    Definition asking =
        definition(
            "ad-clicks",
            text -> text.replace("by: [campaign_id]", "by: [campaign_id]\n    metric: { top: 5 }"));
    assertThat(metrics(asking, 100) - metrics(adClicks, 100)).isEqualTo(5);
    assertThat(metrics(asking, 3) - metrics(adClicks, 3)).isEqualTo(3);
  }

  private static double metrics(Definition definition, int groups) {
    return new Estimate(definition, load(1, KIB, groups)).metrics();
  }

  @Test
  void aClusterIsCheaperFromTheRateThatIsEvenOn() {
    double even = new Estimate(adClicks, load(1, KIB, 100)).evenRate();
    assertThat(processing(0.95 * even)).isLessThan(Estimate.flinkDollars());
    assertThat(processing(1.05 * even)).isGreaterThan(Estimate.flinkDollars());
  }

  private double processing(double rate) {
    return new Estimate(adClicks, load(rate, KIB, 100)).processingDollars();
  }

  @Test
  void theTextSaysRegionAndDateOfThePricesAndTheClusterBesideIt() {
    assertThat(String.join("\n", EstimateText.of(adClicks, load(1000, KIB, 100))))
        .contains("us-east-1", "November 2026", "Managed Flink", "$160.60")
        .contains("Kinesis", "Lambda", "DynamoDB", "CloudWatch", "KMS");
  }

  @Test
  void aLoadOfNothingIsRefused() {
    assertThatThrownBy(() -> load(0, KIB, 1)).hasMessageContaining("above 0");
  }

  private static Load provisioned(double rate, int bytes) {
    return new Load(rate, bytes, 1, new Capacity.Provisioned(1));
  }

  private static Load load(double rate, int bytes, int groups) {
    return new Load(rate, bytes, groups, new Capacity.OnDemand());
  }

  private static Definition definition(String sample) {
    return definition(sample, UnaryOperator.identity());
  }

  private static Definition definition(String sample, UnaryOperator<String> change) {
    Path directory = Path.of("..", "samples", sample);
    return new DefinitionReader(
            name -> {
              try {
                Path file = directory.resolve(name);
                return Files.exists(file)
                    ? Optional.of(change.apply(Files.readString(file)).getBytes(UTF_8))
                    : Optional.empty();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .read();
  }
}
