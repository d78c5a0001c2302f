package io.windrow.local.estimate;

import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import io.windrow.window.PanePolicy;
import io.windrow.window.WindowPolicy;
import java.util.List;

/** DynamoDB's units that a load takes, a second. */
final class WriteUnits {
  /** What a commit has beside its deltas: position, watermark, counts. */
  private static final double COMMIT_BYTES = 600;

  /** A row of a delta, packed: its group's share of a dictionary, and a state for each value. */
  private static final double ROW_BYTES = 8;

  private static final double VALUE_BYTES = 6;
  private static final double UNIT_BYTES = 1024;
  private static final double READ_UNIT_BYTES = 4096;
  private static final double COMMITS_A_RUN = 64;
  private static final double MILLIS = 1000;

  /** The frontier twice and a checkpoint, for each time that a window closes. */
  private static final double WRITES_A_CLOSE = 3;

  /** The item, and its copy in the index of windows. */
  private static final double WRITES_A_RESULT = 2;

  /** Its head three times, what has retired, and which runs there are. */
  private static final double READS_A_SHARD = 8;

  /** The frontier, the checkpoint, and how far the table was looked through. */
  private static final double READS_A_SETTLING = 6;

  private final List<ViewDefinition> views;
  private final Load load;
  private final Settlings settlings;

  WriteUnits(Definition definition, Load load) {
    this.views = definition.views();
    this.load = load;
    this.settlings = new Settlings(definition, load);
  }

  /** Each commit is put, and written once more to let it expire. */
  double ofCommits() {
    return 2 * load.batches() * units(commitBytes());
  }

  /**
   * At most, each shard but the one that is furthest is raised whenever a window can close. That is
   * a commit too.
   */
  double ofRaises() {
    return 2 * (load.shards() - 1) * Math.min(settlings.closings(), settlings.all());
  }

  double ofRuns() {
    double rows = views.stream().mapToDouble(view -> rowBytes(view) * load.groups()).sum();
    return load.batches() / COMMITS_A_RUN * (1 + units(rows));
  }

  double ofResults() {
    return views.stream()
        .mapToDouble(view -> closes(view) * (WRITES_A_RESULT * load.groups() + WRITES_A_CLOSE))
        .sum();
  }

  double all() {
    return ofCommits() + ofRaises() + ofRuns() + ofResults();
  }

  /** Beside what a settling reads, each commit is read again twice or three times. */
  double reads() {
    double again = 3 * load.batches() * Math.ceil(commitBytes() / READ_UNIT_BYTES);
    return settlings.all() * (READS_A_SHARD * load.shards() + READS_A_SETTLING) + again;
  }

  double commitBytes() {
    double groups = Math.min(load.groups(), load.recordsPerBatch());
    return COMMIT_BYTES + views.stream().mapToDouble(view -> rowBytes(view) * groups).sum();
  }

  private static double closes(ViewDefinition view) {
    return MILLIS / step(view.window());
  }

  /** How far apart windows start; sessions at least, about. */
  private static long step(WindowPolicy window) {
    return window instanceof PanePolicy panes ? panes.usualSlide() : window.leastSize();
  }

  private static double rowBytes(ViewDefinition view) {
    return ROW_BYTES + VALUE_BYTES * view.compute().size();
  }

  private static double units(double bytes) {
    return Math.ceil(bytes / UNIT_BYTES);
  }
}
