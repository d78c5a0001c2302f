package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.definition.Definition;
import io.windrow.definition.Plan;
import io.windrow.definition.PlanFile;
import io.windrow.definition.StreamSource;
import io.windrow.definition.StreamSource.Start;
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

    assertThat(wiring("").committer()).isNotNull();
  }

  @Test
  void aDefinitionThatStartsAtLatestNeedsTheTimeOfTheFirstDeployment() throws IOException {
    write(new StreamSource.Latest());

    assertThat(wiring("2026-01-31T12:00:00Z").committer()).isNotNull();
    assertThatIllegalStateException()
        .isThrownBy(() -> wiring("").committer())
        .withMessageContaining("WINDROW_START")
        .withMessageContaining("expected the time of the first deployment");
  }

  private void write(Start start) throws IOException {
    Definition clicks = Clicks.definition();
    StreamSource source = clicks.source();
    Definition definition =
        new Definition(
            clicks.name(),
            new StreamSource(source.stream(), source.format(), start, false, false),
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
