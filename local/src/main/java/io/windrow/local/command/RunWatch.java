package io.windrow.local.command;

import io.windrow.local.diagnosis.Diagnosis;
import io.windrow.local.display.RunProgress;
import io.windrow.local.display.RunProgress.Moment;
import java.time.Duration;

/**
 * What a run says by itself while it goes on: that nothing arrives, or that next to nothing of what
 * has arrived some seconds ago is accepted.
 */
final class RunWatch {
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

  private final SilenceWatch silence;
  private final Diagnosis diagnosis;
  private final RunProgress progress;
  private boolean isReceiving;
  private boolean isDiagnosed;
  private long due;

  RunWatch(SilenceWatch silence, Diagnosis diagnosis, RunProgress progress) {
    this.silence = silence;
    this.diagnosis = diagnosis;
    this.progress = progress;
  }

  /** Is called many times a second. */
  void look() {
    silence.look();
    if (isDiagnosed) {
      return;
    }
    Moment now = progress.now();
    if (!isReceiving && now.counts().received() > 0) {
      isReceiving = true;
      due = System.nanoTime() + PATIENCE;
    }
    if (isReceiving && System.nanoTime() > due) {
      isDiagnosed = true;
      diagnosis.of(now.counts(), now.reached()).ifPresent(progress::warned);
    }
  }
}
