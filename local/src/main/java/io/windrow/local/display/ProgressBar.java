package io.windrow.local.display;

import java.io.PrintStream;
import java.util.Optional;

/** A bar that fills as a file is sent; in a pipe, only the last word. */
public final class ProgressBar {
  private static final int CELLS = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final Optional<TerminalWindow> terminal;
  private final long size;
  private final Console out;
  private final Rate rate = new Rate();
  private final long began = System.nanoTime();
  private long drawnAt;

  /**
   * A bar.
   *
   * @param size of all that is sent, in bytes; 0 if it is not known
   */
  public ProgressBar(Optional<TerminalWindow> terminal, long size, PrintStream out) {
    this.terminal = terminal;
    this.size = size;
    this.out = Console.of(out);
  }

  /** Shows how far it has come. */
  public void show(long records, long bytes) {
    long now = System.nanoTime();
    rate.sample(records, now);
    if (terminal.isPresent() && now - drawnAt > REDRAW_NANOS) {
      drawnAt = now;
      String line =
          bar(bytes) + Summary.number(records) + " records, " + rate.perSecond() + " a second";
      out.draw("\r\u001b[K" + terminal.get().get().fit(line));
    }
  }

  private String bar(long bytes) {
    if (size == 0) {
      return "";
    }
    int filled = (int) (CELLS * Math.min(bytes, size) / size);
    return "[%s%s] %3d %%  "
        .formatted(
            "#".repeat(filled), " ".repeat(CELLS - filled), 100 * Math.min(bytes, size) / size);
  }

  /** Says in place of the bar what was sent. */
  public void finish(long records, String stream) {
    if (terminal.isPresent()) {
      out.draw("\r\u001b[K");
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    out.println(
        "sent %s records to stream %s in %.1f s"
            .formatted(Summary.number(records), stream, seconds));
  }
}
