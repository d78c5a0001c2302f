package io.windrow.infrastructure.monitoring;

import io.windrow.infrastructure.template.PinnedId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.IAlarmRule;
import software.constructs.Construct;

/**
 * The alarms of a pipeline. Each acts by itself, so that a second cause pages while the first still
 * stands. Those that page also tell when they pass.
 */
public final class PipelineAlarms extends Construct {
  /**
   * A rule has 10,240 characters at most (Amazon CloudWatch API Reference, PutCompositeAlarm), and
   * an alarm in it takes up to some 250.
   */
  private static final int MOST_IN_A_RULE = 40;

  private final Watched watched;
  private final List<Alarm> paging = new ArrayList<>();
  private final List<Alarm> warning = new ArrayList<>();
  private final List<Alarm> ofMapping = new ArrayList<>();
  private final CompositeAlarm health;

  /**
   * The alarms of what is watched.
   *
   * @param warn is told of alarms that warn
   * @param page receives alarms that page, and their end
   */
  public PipelineAlarms(
      Construct scope, String id, Watched watched, IAlarmAction warn, IAlarmAction page) {
    super(scope, id);
    this.watched = watched;
    rows(watched).forEach(this::add);
    new MappingAlarms(watched).rows().forEach(row -> ofMapping.add(add(row)));
    warning.forEach(alarm -> alarm.addAlarmAction(warn));
    paging.forEach(
        alarm -> {
          alarm.addAlarmAction(page);
          alarm.addOkAction(page);
        });
    this.health = madeHealth();
  }

  static List<AlarmRow> rows(Watched watched) {
    return Stream.of(
            new StreamAlarms(watched).rows(),
            new MappingAlarms(watched).rowsOfFunction(),
            new FunctionAlarms(watched).rows(),
            new TableAlarms(watched).rows(),
            new DataAlarms(watched).rows())
        .flatMap(List::stream)
        .toList();
  }

  private Alarm add(AlarmRow row) {
    Alarm alarm =
        Alarm.Builder.create(this, row.id())
            .alarmDescription(describe(row.says(), row.section()))
            .metric(row.metric())
            .comparisonOperator(row.isBad())
            .threshold(row.threshold())
            .evaluationPeriods(row.periods())
            .datapointsToAlarm(row.bad())
            .treatMissingData(row.missing())
            .build();
    (row.severity() == Severity.PAGE ? paging : warning).add(alarm);
    return alarm;
  }

  private String describe(String says, RunbookSection section) {
    return "Pipeline %s. %s First, %s What to do: %s"
        .formatted(watched.pipeline(), says, section.firstStep(), watched.address(section));
  }

  /** The alarm that stands for all that page, in parts where they are too many for one rule. */
  private CompositeAlarm madeHealth() {
    List<IAlarm> alarms = new ArrayList<>(paging);
    for (int part = 1; alarms.size() > MOST_IN_A_RULE; part++) {
      List<IAlarm> first = alarms.subList(0, MOST_IN_A_RULE);
      CompositeAlarm some = composite("Health" + part, "-health-" + part, first);
      first.clear();
      alarms.add(some);
    }
    CompositeAlarm all = composite("Health", "-health", alarms);
    PinnedId.of(all, "PipelineHealth", watched.pipeline());
    return all;
  }

  private CompositeAlarm composite(String id, String name, List<IAlarm> alarms) {
    return CompositeAlarm.Builder.create(this, id)
        .compositeAlarmName(watched.pipeline() + name)
        .alarmDescription(
            describe(
                "The pipeline loses records or time, or its results don't come.",
                RunbookSection.PIPELINE_HEALTH))
        .alarmRule(anyOf(alarms))
        .build();
  }

  /** Without the brackets that the CDK would put around it, which LocalStack does not read. */
  private static IAlarmRule anyOf(List<IAlarm> alarms) {
    return AlarmRule.fromString(
        alarms.stream()
            .map(alarm -> "ALARM(\"%s\")".formatted(alarm.getAlarmArn()))
            .collect(Collectors.joining(" OR ")));
  }

  /** The alarm that fires while any that pages does. It acts on nothing: each of those does. */
  public CompositeAlarm health() {
    return health;
  }

  /** Those that can be made before the mapping is. */
  public List<Alarm> beforeMapping() {
    return all().stream().filter(alarm -> !ofMapping.contains(alarm)).toList();
  }

  /** All other alarms, those that page first. */
  public List<Alarm> all() {
    return Stream.concat(paging.stream(), warning.stream()).toList();
  }
}
