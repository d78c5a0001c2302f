package io.windrow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One pipeline from its deployment to its end; each test goes on where the one before stopped. */
@TestMethodOrder(OrderAnnotation.class)
class DeployedPipelineTest {
  @RegisterExtension static final OnLocalStack ON = new OnLocalStack();

  private final Deployment deployment = ON.deployment();
  private final DeployedPipeline pipeline = deployment.pipeline();

  @Test
  @Order(1)
  void finalsOfRecordsPutByTheSdkAndByTheCommandEqualTheOracles(@TempDir Path directory)
      throws Exception {
    Quakes quakes = Quakes.of(0, 1707);
    pipeline.stream().put(quakes.events().subList(0, 700));
    send(quakes.events().subList(700, 1707), directory.resolve("quakes.jsonl"));
    pipeline.stream().put(List.of(quakes.blast()));

    pipeline.awaitClosed(quakes.blastTime());

    pipeline.verify(deployment.definition().steps());
    assertThat(pipeline.counts().received()).isEqualTo(1708);
  }

  private void send(List<? extends JsonNode> events, Path file)
      throws IOException, InterruptedException {
    Files.write(file, events.stream().map(Quakes::line).toList());
    new Tool(Path.of("..").toAbsolutePath().normalize(), Map.of())
        .run(
            List.of(
                "./windrow",
                "send",
                file.toString(),
                "--stream",
                deployment.name(),
                "--partition-key",
                "properties.net",
                "--endpoint",
                ON.localStack().endpoint().toString()));
  }
}
