package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.functions.FunctionEnvironment;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

@NeedsNode
class FunctionsTest {
  private static final String FUNCTION = "AWS::Lambda::Function";

  private final Template run = Stacks.ofSample("earthquakes").run();

  @Test
  void functionsRunCompiledCodeFromASnapshotOnOneFullProcessor() {
    run.resourceCountIs(FUNCTION, 2);
    run.allResourcesProperties(
        FUNCTION,
        Map.of(
            "Runtime", "java25",
            "Architectures", List.of("arm64"),
            "MemorySize", 1769,
            "SnapStart", Map.of("ApplyOn", "PublishedVersions"),
            "LoggingConfig", Match.objectLike(Map.of("LogFormat", "JSON"))));
  }

  @Test
  void committingHasAMinute() {
    run.hasResourceProperties(
        FUNCTION,
        Map.of("Handler", "io.windrow.functions.ProcessHandler::handleRequest", "Timeout", 60));
  }

  @Test
  void everyHandlerIsAClassThatLambdaCanMake() throws ReflectiveOperationException {
    for (JsonNode handler : Stacks.json(run).findValues("Handler")) {
      String type = handler.asText().split("::", 2)[0];
      Class<?> found = Class.forName(type);
      assertThat(RequestStreamHandler.class).isAssignableFrom(found);
      assertThat(found.getConstructor().getParameterCount()).isZero();
    }
  }

  @Test
  void everyFunctionIsToldWhatItsEnvironmentNeeds() {
    run.allResourcesProperties(
        FUNCTION,
        Map.of(
            "Environment",
            Map.of(
                "Variables",
                Match.objectLike(
                    Map.of(
                        FunctionEnvironment.STATE_TABLE, Match.anyValue(),
                        FunctionEnvironment.RESULTS_TABLE, Match.anyValue(),
                        FunctionEnvironment.STREAM, Match.anyValue(),
                        FunctionEnvironment.QUARANTINE_BUCKET, Match.anyValue())))));
  }

  @Test
  void triggersCallTheLiveAliasOfAPublishedVersionThatIsKept() {
    run.resourceCountIs("AWS::Lambda::Alias", 2);
    run.allResourcesProperties("AWS::Lambda::Alias", Map.of("Name", "live"));
    run.allResources("AWS::Lambda::Version", Map.of("DeletionPolicy", "Retain"));
    JsonNode mappings = Stacks.json(run).path("Resources");
    assertThat(StreamSupport.stream(mappings.spliterator(), false))
        .filteredOn(resource -> resource.path("Type").asText().endsWith("EventSourceMapping"))
        .hasSize(2)
        .allSatisfy(
            mapping ->
                assertThat(mapping.at("/Properties/FunctionName").toString()).contains(":live"));
  }

  @Test
  void noAliasMovesBeforeAllIsMadeThatCanBeMadeWithoutIt() {
    JsonNode resources = Stacks.json(run).path("Resources");
    List<String> first =
        resources.properties().stream()
            .filter(each -> isMadeFirst(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(first).hasSizeGreaterThan(20);
    assertThat(StreamSupport.stream(resources.spliterator(), false))
        .filteredOn(resource -> resource.path("Type").asText().equals("AWS::Lambda::Alias"))
        .hasSize(2)
        .allSatisfy(alias -> assertThat(Stacks.list(alias.path("DependsOn"))).containsAll(first));
  }

  /** The mapping needs an alias, and one alarm needs the mapping. */
  private static boolean isMadeFirst(JsonNode resource) {
    String type = resource.path("Type").asText();
    return type.equals("AWS::Lambda::Version")
        || (type.equals("AWS::CloudWatch::Alarm")
            && !resource.toString().contains("Mappingearthquakes"));
  }

  @Test
  void aliasesAreNeverWeighted() {
    assertThat(Stacks.json(run).findValues("RoutingConfig")).isEmpty();
  }

  @Test
  void logsAreKeptForAMonth() {
    run.allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30));
  }

  @Test
  void settlingIsTriggeredByCommitsThatMayCloseWindowsAndEachMinute() {
    run.hasResourceProperties(
        "AWS::Lambda::EventSourceMapping",
        Map.of(
            "FilterCriteria",
            Map.of(
                "Filters",
                List.of(
                    Map.of(
                        "Pattern",
                        Match.serializedJson(
                            Match.objectLike(
                                Map.of(
                                    "dynamodb",
                                    Map.of(
                                        "Keys",
                                        Map.of(
                                            "key",
                                            Map.of(
                                                "S",
                                                List.of(Map.of("prefix", "ledger/earthquakes/")))),
                                        "NewImage",
                                        Map.of(
                                            "closes",
                                            Map.of(
                                                "BOOL", List.of(Map.of("exists", true)))))))))))));
    run.hasResourceProperties(
        "AWS::Events::Rule", Map.of("ScheduleExpression", "rate(1 minute)", "State", "ENABLED"));
  }
}
