package io.windrow.local.command;

import io.windrow.local.run.EmbeddedPipeline;

/** One run from its first record to the moment when nothing moves any more. */
final class PipelineRun {
  private static final long LOOK_MILLIS = 20;

  private final EmbeddedPipeline pipeline;
  private final Feed feed;
  private final Interruption interruption;

  PipelineRun(EmbeddedPipeline pipeline, Feed feed, Interruption interruption) {
    this.pipeline = pipeline;
    this.feed = feed;
    this.interruption = interruption;
  }

  /** Takes records until interrupted. */
  void untilInterrupted() throws InterruptedException {
    while (!interruption.await(LOOK_MILLIS)) {
      boolean unused = feed.isDone();
    }
    pipeline.stop();
  }

  /** Takes the input, and then ends event time, so that every window closes. */
  void untilDrained() throws InterruptedException {
    boolean interrupted = false;
    while (!interrupted && !(feed.isDone() && pipeline.isDrained())) {
      interrupted = interruption.await(LOOK_MILLIS);
    }
    pipeline.stop();
    if (!interrupted) {
      pipeline.endEventTime();
    }
  }
}
