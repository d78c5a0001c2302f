package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Counts;
import io.windrow.local.run.EmbeddedAwsExtension;
import io.windrow.local.run.RunSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run of logs, whose fields have names that are no identifiers. */
class OddNamesRunTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  @Test
  void fieldsOfAnyNameAreJudgedGroupedAndStoredLikeOthers() throws Exception {
    PipelineDirectory directory =
        new PipelineDirectory(Path.of("src", "test", "resources", "logs"));
    Sample logs = new Sample(directory, directory.plan());
    RunSettings settings = new RunSettings(1, 10_000, null, (file, content) -> {});
    FinishedRun run = FinishedRun.of(EMBEDDED.aws(), logs, logs.data(), settings, "`log.level`");

    assertThat(run.results()).isEqualTo(run.expectedResults()).hasSize(2);
    assertThat(run.results().get(0))
        .contains(
            "{\"log.level\":\"WARN\",\"agent.kind\":\"tool\",\"is a bot\":\"yes\"}",
            "{\"lines\":2,\"errors\":1,\"trace\":\"t2\",\"size\":4}");
    assertThat(run.results().get(1))
        .contains(
            "{\"log.level\":\"INFO\",\"agent.kind\":\"browser\",\"is a bot\":\"no\"}",
            "{\"lines\":1,\"errors\":1,\"trace\":null,\"size\":3}");
    assertThat(run.counts()).isEqualTo(run.expected().counts());
    assertThat(run.counts().values()).extracting(Counts::filtered).containsExactly(1L);
    assertThat(run.verdicts()).isEqualTo(run.expectedVerdicts());
    assertThat(List.copyOf(run.verdicts().values()))
        .containsExactly(
            "rejected contract.required /log.level",
            "rejected contract.enum /log.level",
            "rejected time.format /@timestamp",
            "rejected clean.@share",
            "rejected rule.known",
            "rejected enrich.missing /user-agent");
  }
}
