package io.windrow.infrastructure.monitoring;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/**
 * An alarm of a pipeline, which fires when a metric was above a threshold in each of some minutes.
 *
 * @param id names it among the alarms of its pipeline
 * @param says what has happened when it fires
 */
record AlarmRow(
    String id,
    RunbookSection section,
    Severity severity,
    IMetric metric,
    double threshold,
    int minutes,
    TreatMissingData missing,
    String says) {

  /** An alarm that warns, and is quiet where nothing is measured. */
  static AlarmRow warns(
      String id,
      RunbookSection section,
      IMetric metric,
      double threshold,
      int minutes,
      String says) {
    return new AlarmRow(
        id,
        section,
        Severity.WARN,
        metric,
        threshold,
        minutes,
        TreatMissingData.NOT_BREACHING,
        says);
  }

  /** The same, but it wakes someone. */
  AlarmRow paging() {
    return new AlarmRow(id, section, Severity.PAGE, metric, threshold, minutes, missing, says);
  }

  /** The same, but silence is as bad as a value above the threshold. */
  AlarmRow alarmedBySilence() {
    return new AlarmRow(
        id, section, severity, metric, threshold, minutes, TreatMissingData.BREACHING, says);
  }
}
