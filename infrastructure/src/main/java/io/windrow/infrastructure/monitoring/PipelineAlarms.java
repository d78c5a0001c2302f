package io.windrow.infrastructure.monitoring;

import io.windrow.infrastructure.template.PinnedId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.IAlarmRule;
import software.constructs.Construct;

/** The alarms of a pipeline: each warns by itself, or together with others pages by its health. */
public final class PipelineAlarms extends Construct {
  /**
   * A rule has 10,240 characters at most (Amazon CloudWatch API Reference, PutCompositeAlarm), and
   * an alarm in it takes up to some 250.
   */
  private static final int MOST_PAGING = 40;

  private final Watched watched;
  private final List<Alarm> paging = new ArrayList<>();
  private final List<Alarm> warning = new ArrayList<>();
  private final CompositeAlarm health;

  /**
   * The alarms of what is watched.
   *
   * @param warn is told of alarms that warn
   * @param page is told when the pipeline is not healthy
   * @throws IllegalArgumentException when the pipeline has more views than one alarm can stand for
   */
  public PipelineAlarms(
      Construct scope, String id, Watched watched, IAlarmAction warn, IAlarmAction page) {
    super(scope, id);
    this.watched = watched;
    rows(watched).forEach(this::add);
    warning.forEach(alarm -> alarm.addAlarmAction(warn));
    this.health =
        CompositeAlarm.Builder.create(this, "Health")
            .compositeAlarmName(watched.pipeline() + "-health")
            .alarmDescription(
                describe(
                    "The pipeline loses records or time, or its results don't come.",
                    RunbookSection.PIPELINE_HEALTH))
            .alarmRule(anyOf(fewEnough(paging)))
            .build();
    PinnedId.of(health, "PipelineHealth", watched.pipeline());
    health.addAlarmAction(page);
  }

  static List<AlarmRow> rows(Watched watched) {
    return Stream.of(
            new StreamAlarms(watched).rows(),
            new FunctionAlarms(watched).rows(),
            new TableAlarms(watched).rows(),
            new DataAlarms(watched).rows())
        .flatMap(List::stream)
        .toList();
  }

  private void add(AlarmRow row) {
    Alarm alarm =
        Alarm.Builder.create(this, row.id())
            .alarmDescription(describe(row.says(), row.section()))
            .metric(row.metric())
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .threshold(row.threshold())
            .evaluationPeriods(row.minutes())
            .datapointsToAlarm(row.minutes())
            .treatMissingData(row.missing())
            .build();
    (row.severity() == Severity.PAGE ? paging : warning).add(alarm);
  }

  private String describe(String says, RunbookSection section) {
    return "Pipeline %s. %s First, %s What to do: %s"
        .formatted(watched.pipeline(), says, section.firstStep(), watched.address(section));
  }

  private List<Alarm> fewEnough(List<Alarm> alarms) {
    int views = watched.definition().views().size();
    if (alarms.size() > MOST_PAGING) {
      throw new IllegalArgumentException(
          "the pipeline %s has %d views, and its health alarm can stand for those of %d at most; make two pipelines that read one stream"
              .formatted(watched.pipeline(), views, views - (alarms.size() - MOST_PAGING)));
    }
    return alarms;
  }

  /** Without the brackets that the CDK would put around it, which LocalStack does not read. */
  private static IAlarmRule anyOf(List<Alarm> alarms) {
    return AlarmRule.fromString(
        alarms.stream()
            .map(alarm -> "ALARM(\"%s\")".formatted(alarm.getAlarmArn()))
            .collect(Collectors.joining(" OR ")));
  }

  /** The alarm that pages. */
  public CompositeAlarm health() {
    return health;
  }

  /** Those that can be made before the mapping is. */
  public List<Alarm> beforeMapping() {
    return all().stream()
        .filter(alarm -> !alarm.getNode().getId().equals(StreamAlarms.DROPPED))
        .toList();
  }

  /** All other alarms, those that page first. */
  public List<Alarm> all() {
    return Stream.concat(paging.stream(), warning.stream()).toList();
  }
}
