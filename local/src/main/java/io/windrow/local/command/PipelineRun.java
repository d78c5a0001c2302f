package io.windrow.local.command;

import io.windrow.local.run.EmbeddedPipeline;

/** One run from its first record to the moment when nothing moves any more. */
final class PipelineRun {
  private static final long LOOK_MILLIS = 20;

  private final EmbeddedPipeline pipeline;
  private final Feed feed;
  private final Interruption interruption;
  private final Runnable watch;

  /**
   * A run.
   *
   * @param watch looks at it again and again
   */
  PipelineRun(EmbeddedPipeline pipeline, Feed feed, Interruption interruption, Runnable watch) {
    this.pipeline = pipeline;
    this.feed = feed;
    this.interruption = interruption;
    this.watch = watch;
  }

  /** Takes records until interrupted. */
  void untilInterrupted() throws InterruptedException {
    while (!interruption.await(LOOK_MILLIS)) {
      boolean unused = isDrained();
      watch.run();
    }
    pipeline.stop();
  }

  /**
   * Takes the input, and then ends event time, so that every window closes; whether it came so far.
   */
  boolean untilDrained() throws InterruptedException {
    boolean interrupted = false;
    while (!interrupted && !isDrained()) {
      interrupted = interruption.await(LOOK_MILLIS);
      watch.run();
    }
    pipeline.stop();
    if (!interrupted) {
      pipeline.endEventTime();
    }
    return !interrupted;
  }

  /** Both are asked, since each says by an exception that it is broken. */
  private boolean isDrained() {
    boolean handled = pipeline.isDrained();
    return feed.isDone() && handled && pipeline.isDrained();
  }
}
