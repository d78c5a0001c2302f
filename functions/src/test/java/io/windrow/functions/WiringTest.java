package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.ledger.Committer;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.StreamSource;
import io.windrow.plan.StreamSource.Start;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {
  private static final URI NOWHERE = URI.create("http://localhost:1");

  private final Path asset;

  WiringTest(@TempDir Path asset) {
    this.asset = asset;
  }

  @Test
  void anAssetWithoutAPlanIsToldInOneSentence() {
    assertThatIllegalStateException()
        .isThrownBy(() -> wiring(""))
        .withMessageStartingWith(
            "the function's asset has no file 'plan.json' at the root of its class path; ");
  }

  @Test
  void aPipelineIsPutTogetherFromItsPlan() throws IOException {
    write(new StreamSource.Earliest());

    assertThat(committer(wiring(""))).isNotNull();
  }

  @Test
  void aDefinitionThatStartsAtLatestNeedsTheTimeOfTheFirstDeployment() throws IOException {
    write(new StreamSource.Latest());

    assertThat(committer(wiring("2026-01-31T12:00:00Z"))).isNotNull();
    assertThatIllegalStateException()
        .isThrownBy(() -> committer(wiring("")))
        .withMessageContaining("WINDROW_START")
        .withMessageContaining("expected the time of the first deployment");
  }

  @Test
  void settlingOpensNoReferenceData() throws IOException {
    write(Clicks.enriched(), new StreamSource.Earliest());
    System.setProperty("aws.region", "us-east-1");
    try {
      assertThat(wiring("").settler()).isNotNull();
    } finally {
      System.clearProperty("aws.region");
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> committer(wiring("")))
        .withMessageStartingWith("the function's asset has no file 'countries.csv'");
  }

  private static Committer committer(Wiring wiring) {
    Pipeline pipeline = wiring.pipeline();
    return wiring.committer(pipeline, wiring.rehearsal(pipeline));
  }

  private void write(Start start) throws IOException {
    write(Clicks.definition(), start);
  }

  private void write(Definition clicks, Start start) throws IOException {
    StreamSource source = clicks.source();
    Definition definition =
        new Definition(
            clicks.name(),
            new StreamSource(source.stream(), source.format(), start, false, false, false),
            clicks.contract(),
            clicks.time(),
            clicks.clean(),
            clicks.rules(),
            clicks.keep(),
            clicks.enrich(),
            clicks.views(),
            clicks.alerts());
    Files.write(asset.resolve(PlanFile.NAME), PlanFile.write(Plan.of(definition, 1)));
  }

  private Wiring wiring(String start) throws MalformedURLException {
    return new Wiring(
        new FunctionEnvironment("state", "results", "clicks", "bucket", start),
        new Asset(new URLClassLoader(new URL[] {asset.toUri().toURL()}, null)),
        AwsClients.local(NOWHERE, NOWHERE),
        InstantSource.system());
  }
}
