package io.windrow.infrastructure.monitoring;

import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/**
 * An alarm of a pipeline, which fires when a metric was bad in so many of its last periods: above a
 * threshold, unless silence is what it is for.
 *
 * @param id names it among the alarms of its pipeline
 * @param bad in how many periods the metric must have been above the threshold
 * @param periods of how many
 * @param says what has happened when it fires
 */
record AlarmRow(
    String id,
    RunbookSection section,
    Severity severity,
    IMetric metric,
    ComparisonOperator isBad,
    double threshold,
    int bad,
    int periods,
    TreatMissingData missing,
    String says) {

  /**
   * An alarm that warns when each of some periods was bad, and is quiet where nothing is measured.
   */
  static AlarmRow warns(
      String id,
      RunbookSection section,
      IMetric metric,
      double threshold,
      int periods,
      String says) {
    return new AlarmRow(
        id,
        section,
        Severity.WARN,
        metric,
        ComparisonOperator.GREATER_THAN_THRESHOLD,
        threshold,
        periods,
        periods,
        TreatMissingData.NOT_BREACHING,
        says);
  }

  /** The same, but the bad periods need not follow each other. */
  AlarmRow outOf(int more) {
    return new AlarmRow(id, section, severity, metric, isBad, threshold, bad, more, missing, says);
  }

  /** The same, but it wakes someone. */
  AlarmRow paging() {
    return new AlarmRow(
        id, section, Severity.PAGE, metric, isBad, threshold, bad, periods, missing, says);
  }

  /** The same, but silence is as bad as a value above the threshold. */
  AlarmRow alarmedBySilence() {
    return new AlarmRow(
        id,
        section,
        severity,
        metric,
        isBad,
        threshold,
        bad,
        periods,
        TreatMissingData.BREACHING,
        says);
  }

  /**
   * An alarm that wakes someone when a metric that is due each minute is missing.
   *
   * @param told how often it was
   */
  static AlarmRow pagesWhenSilent(
      String id, RunbookSection section, IMetric told, int minutes, String says) {
    return new AlarmRow(
        id,
        section,
        Severity.PAGE,
        told,
        ComparisonOperator.LESS_THAN_THRESHOLD,
        1,
        minutes,
        minutes,
        TreatMissingData.BREACHING,
        says);
  }
}
