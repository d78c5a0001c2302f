package io.windrow.local.display;

import io.windrow.local.display.RunProgress.News;
import java.io.PrintStream;
import java.util.List;

/** A display for pipes and logs: results as they come, a line each, but not more than so many. */
public final class PlainLines implements Display {
  private static final int MOST_AT_ONCE = 20;

  private final RunProgress progress;
  private final PrintStream out;
  private long unsaid;

  /**
   * Lines, the heading first.
   *
   * @param heading what is run, and where records can be put
   */
  public PlainLines(List<String> heading, RunProgress progress, PrintStream out) {
    this.progress = progress;
    this.out = out;
    heading.forEach(out::println);
  }

  @Override
  public void refresh() {
    News news = progress.news();
    news.warnings().stream().limit(MOST_AT_ONCE).forEach(out::println);
    news.results().stream().limit(MOST_AT_ONCE).map(ResultText::of).forEach(out::println);
    unsaid += news.passedOver() + Math.max(0, news.results().size() - MOST_AT_ONCE);
    if (news.results().isEmpty()) {
      sayWhatWasNot();
    }
  }

  private void sayWhatWasNot() {
    if (unsaid > 0) {
      out.println("... and " + Summary.number(unsaid) + " more results");
      unsaid = 0;
    }
  }

  @Override
  public void finish() {
    refresh();
    sayWhatWasNot();
  }
}
