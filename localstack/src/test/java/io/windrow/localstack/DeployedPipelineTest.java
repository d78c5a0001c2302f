package io.windrow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.functions.FunctionEnvironment;
import io.windrow.functions.telemetry.FunctionMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** One pipeline from its deployment to its end; each test goes on where the one before stopped. */
@TestMethodOrder(OrderAnnotation.class)
class DeployedPipelineTest {
  @RegisterExtension static final OnLocalStack ON = new OnLocalStack();

  private static final String NO_TABLE = "no-such-table";
  private static final int ALL = 1707;
  private static final int SOME = 150;

  private final Deployment deployment = ON.deployment();
  private final DeployedPipeline pipeline = deployment.pipeline();
  private final LiveFunction process = deployment.function("PipelineProcess");
  private final LiveFunction settle = deployment.function("PipelineSettle");

  @Test
  @Order(1)
  void finalsOfRecordsPutByTheSdkAndByTheCommandEqualTheOracles(@TempDir Path directory)
      throws Exception {
    Quakes quakes = Quakes.of(0, ALL);
    pipeline.stream().put(quakes.events().subList(0, 700));
    send(quakes.events().subList(700, ALL), directory.resolve("quakes.jsonl"));
    pipeline.stream().put(List.of(quakes.blast()));

    pipeline.awaitClosed(quakes.blastTime());

    pipeline.verify();
    assertThat(pipeline.counts().received()).isEqualTo(ALL + 1);
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

  @Test
  @Order(2)
  void theDashboardShowsMetricsThatTheFunctionsEmit() throws Exception {
    DashboardOnLocalStack dashboard =
        new DashboardOnLocalStack(deployment.aws().cloudWatch(), deployment.name());
    Template template = Template.of(deployment.templates(), deployment.stacks().run());

    assertThat(
            dashboard
                .put(template, new Resolver(deployment.stacks()))
                .dashboardValidationMessages())
        .isEmpty();

    Set<String> emitted = new TreeSet<>(deployment.log(process).metrics());
    emitted.addAll(deployment.log(settle).metrics());
    assertThat(dashboard.metrics()).isNotEmpty().isSubsetOf(emitted);
  }

  @Test
  @Order(3)
  void aRecordOfPoisonRaisesItsAlarmAndPages() throws Exception {
    DeployedAlarms alarms = new DeployedAlarms(deployment.aws().cloudWatch(), deployment.name());
    String poison = deployment.stacks().physical("AWS::CloudWatch::Alarm", "PipelineAlarmsPoison");
    alarms.calm();
    Waiting.until(() -> "health is " + alarms.health(), () -> alarms.health() == StateValue.OK);
    assertThat(alarms.state(poison)).isEqualTo(StateValue.OK);
    Pager pager =
        Pager.of(
            deployment.aws(),
            deployment.stacks().physical("AWS::SNS::Topic", "PipelineAlarmTopic"));

    alarms.put(FunctionMetric.POISON, 1);

    Waiting.until(
        () -> poison + " is " + alarms.state(poison),
        () -> alarms.state(poison) == StateValue.ALARM);
    Waiting.until(() -> "health is " + alarms.health(), () -> alarms.health() == StateValue.ALARM);
    Waiting.until(
        () -> "the messages are " + pager.messages(),
        () -> pager.messages().stream().anyMatch(message -> message.contains(poison)));
  }

  @Test
  @Order(4)
  void aFunctionThatFailedCountsEveryRecordOnceWhenItRecovers() throws Exception {
    String good = process.version();
    double errors = process.errors();
    process.move(process.publishWith(FunctionEnvironment.STATE_TABLE, NO_TABLE));
    Quakes quakes = Quakes.of(1, SOME);
    pipeline.stream().put(quakes.events());
    pipeline.stream().putBroken("{\"type\": ", "ak");
    pipeline.stream().put(List.of(quakes.blast()));
    Waiting.until(() -> "no invocation has failed", () -> process.errors() > errors);
    assertThat(pipeline.counts().received()).isEqualTo(ALL + 1);

    process.move(good);

    pipeline.awaitClosed(quakes.blastTime());
    pipeline.verify();
    assertThat(pipeline.counts().reasons()).containsEntry("json.malformed", 1L);
  }

  @Test
  @Order(5)
  void aClosingThatFailedHalfWayIsFinishedWhenItsFunctionRecovers() throws Exception {
    String good = settle.version();
    settle.move(settle.publishWith(FunctionEnvironment.RESULTS_TABLE, NO_TABLE));
    Quakes quakes = Quakes.of(2, SOME);
    pipeline.stream().put(quakes.events());
    pipeline.stream().put(List.of(quakes.blast()));
    Waiting.until(
        () -> "nothing is half closed: " + pipeline.frontier(),
        () -> pipeline.frontier().closing() > pipeline.frontier().closed());

    settle.move(good);

    pipeline.awaitClosed(quakes.blastTime());
    pipeline.verify();
  }

  @Test
  @Order(6)
  void anUpdateUnderLoadLosesAndRepeatsNothing() throws Exception {
    Quakes quakes = Quakes.of(3, 2 * SOME);
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(() -> pipeline.stream().putSlowly(quakes.events()));

    deployment.definition().change("- name: networks", "- name: networks\n    metric: true");
    deployment.update(2);
    process.move(process.latest());
    settle.move(settle.latest());
    load.join();
    pipeline.stream().put(List.of(quakes.blast()));

    pipeline.awaitClosed(quakes.blastTime());
    pipeline.verify();
    assertThat(pipeline.generations()).containsExactly(1L, 2L);
  }

  @Test
  @Order(7)
  void aShardThatIsSplitIsReadToItsEndAndItsBrokenAndLateRecordsAreFiled() throws Exception {
    Shard shard = pipeline.stream().shards().get(0);
    Quakes quakes = Quakes.of(4, 2 * SOME);
    pipeline.stream().put(quakes.events().subList(0, SOME));
    pipeline.stream().split(shard);
    pipeline.stream().put(quakes.events().subList(SOME, 2 * SOME));
    pipeline.stream().put(List.of(quakes.blast()));

    pipeline.awaitClosed(quakes.blastTime());
    pipeline.awaitFiled(shard.shardId());
    pipeline.verify();
    assertThat(pipeline.quarantine().files().keySet())
        .anyMatch(file -> file.contains("json.malformed"))
        .anyMatch(file -> file.contains("late"))
        .anyMatch(file -> file.contains("rule.located"));
  }

  @Test
  @Order(8)
  void whatIsDestroyedLeavesTheDataUntilItIsDeletedByName() throws Exception {
    Remains remains = Remains.of(deployment);
    for (String stack : List.of(deployment.stacks().run(), deployment.stacks().data())) {
      assertThat(deployment.destroy(stack)).isEmpty();
    }
    assertThat(process.exists()).isFalse();
    assertThat(settle.exists()).isFalse();
    assertThat(remains.areWhole()).isTrue();

    remains.delete();
  }
}
