package io.windrow.local.command;

import io.windrow.local.display.OpenWindows;
import io.windrow.local.display.RunProgress;
import io.windrow.local.display.Summary;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.view.View;
import java.io.PrintStream;
import java.util.List;

/**
 * What a run says and writes when it ends.
 *
 * @param drains whether it was to end when its input is drained
 */
record RunReport(List<View> views, RunProgress progress, RunOptions options, boolean drains) {

  /** Writes the files, and says on the standard output what they come to. */
  void of(EmbeddedPipeline pipeline, Outputs outputs, boolean complete) {
    PrintStream out = System.out;
    if (!complete) {
      interrupted(System.err);
    }
    Outcome outcome = Outcome.of(pipeline, !complete);
    outputs.write(outcome, pipeline.stored());
    pipeline.stored().fileRest(options.filing());
    out.println(Summary.of(outcome.counts(), outcome.redelivered(), outcome.results().size()));
    if (options.chaos != null) {
      out.println("chaos " + options.chaos + ": " + Summary.faults(progress.now().faults()));
    }
  }

  private void interrupted(PrintStream err) {
    err.println(
        drains
            ? "Interrupted before the input was drained: results and totals are those of a part of it."
            : "Interrupted.");
    OpenWindows.dropped(views, progress.now()).forEach(err::println);
  }
}
