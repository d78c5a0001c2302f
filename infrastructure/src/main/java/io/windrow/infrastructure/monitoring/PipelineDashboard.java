package io.windrow.infrastructure.monitoring;

import io.windrow.infrastructure.template.PinnedId;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.PeriodOverride;
import software.constructs.Construct;

/**
 * The dashboard of a pipeline, named after it and its region: dashboards have no region of their
 * own (Amazon CloudWatch User Guide, "Using Amazon CloudWatch dashboards").
 */
public final class PipelineDashboard extends Construct {
  private static final Duration SHOWN = Duration.hours(8);

  private final Dashboard dashboard;

  /** The dashboard of what is watched. */
  public PipelineDashboard(Construct scope, String id, Watched watched, PipelineAlarms alarms) {
    super(scope, id);
    this.dashboard =
        Dashboard.Builder.create(this, "Dashboard")
            .dashboardName(watched.pipeline() + "-" + Stack.of(this).getRegion())
            .defaultInterval(SHOWN)
            .periodOverride(PeriodOverride.AUTO)
            .build();
    PinnedId.of(dashboard, "PipelineDashboard", watched.pipeline());
    DataRows data = new DataRows(watched);
    new OverviewRows(watched, alarms).rows().forEach(this::add);
    data.views().forEach(this::add);
    add(new StreamRow(watched).row());
    new FunctionRows(watched).rows().forEach(this::add);
    new TableRows(watched).rows().forEach(this::add);
    data.results().forEach(this::add);
  }

  private void add(List<IWidget> row) {
    dashboard.addWidgets(row.toArray(IWidget[]::new));
  }

  public Dashboard dashboard() {
    return dashboard;
  }
}
