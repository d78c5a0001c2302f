package io.windrow.local.display;

import static io.windrow.local.display.Summary.number;

import io.windrow.local.display.RunProgress.Moment;
import io.windrow.local.display.RunProgress.News;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.Watermark;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A display for terminals: a table that is drawn anew in its place. */
public final class LiveTable implements Display {
  private static final int OTHER_LINES = 14;
  private static final int FAULTS_A_LINE = 4;
  private static final int LEAST_RESULTS = 3;
  private static final String UP = "\u001b[%dA\r";
  private static final String END_OF_LINE = "\u001b[K\n";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final String title;
  private final List<View> views;
  private final RunProgress progress;
  private final Terminal terminal;
  private final PrintStream out;
  private final VerdictRow verdicts;
  private final Deque<Result> last = new ArrayDeque<>();
  private int drawn;

  /**
   * A table.
   *
   * @param title what is run, and where records can be put
   */
  public LiveTable(
      String title, List<View> views, RunProgress progress, Terminal terminal, PrintStream out) {
    this.title = title;
    this.views = views;
    this.progress = progress;
    this.terminal = terminal;
    this.out = out;
    this.verdicts = new VerdictRow(terminal);
  }

  @Override
  public void refresh() {
    News news = progress.news();
    news.results().forEach(last::addLast);
    while (last.size() > Math.max(LEAST_RESULTS, terminal.rows() - OTHER_LINES - views.size())) {
      last.removeFirst();
    }
    draw(news.warnings());
  }

  @Override
  public void finish() {
    refresh();
  }

  /**
   * Warnings stay above the table. Lines are written over: what is cleared as a whole flickers, and
   * goes to the history of some terminals.
   */
  private void draw(List<String> warnings) {
    StringBuilder screen = new StringBuilder();
    if (drawn > 0) {
      screen.append(UP.formatted(drawn));
    }
    warnings.forEach(warning -> screen.append(warning).append(END_OF_LINE));
    List<String> lines = lines(progress.now());
    lines.forEach(line -> screen.append(line).append(END_OF_LINE));
    out.print(screen.append(CLEAR_BELOW));
    out.flush();
    drawn = lines.size();
  }

  private List<String> lines(Moment now) {
    List<String> lines = new ArrayList<>();
    lines.add(terminal.styled(Style.BOLD, terminal.fit(title)));
    lines.add("");
    lines.addAll(verdicts.of(now.counts()));
    if (!now.counts().reasons().isEmpty()) {
      lines.add(terminal.fit("  rejected for  " + Summary.reasons(now.counts())));
    }
    lines.add("");
    lines.add(terminal.fit("  watermark     " + time(now.watermark())));
    lines.add(terminal.fit("  closed up to  " + time(now.closed())));
    views.forEach(view -> lines.add(terminal.fit(openWindows(view, now))));
    Summary.faults(now.faults(), FAULTS_A_LINE).stream()
        .map(faults -> terminal.fit("  chaos         " + faults))
        .forEach(lines::add);
    lines.add("");
    lines.add(terminal.styled(Style.BOLD, terminal.fit("  " + finalResults(now))));
    ResultTable.of(last, terminal.columns()).forEach(line -> lines.add(terminal.fit("  " + line)));
    return lines;
  }

  private static String time(long watermark) {
    if (watermark == Watermark.NONE) {
      return "none yet";
    }
    return watermark == Watermark.END ? "the end" : ResultText.second(watermark);
  }

  private static String finalResults(Moment now) {
    return number(now.results()) + (now.results() == 1 ? " final result" : " final results");
  }

  private static String openWindows(View view, Moment now) {
    boolean none = now.reached() == Watermark.NONE || now.closed() == Watermark.END;
    return "  open          " + view.name() + ": " + (none ? "0 windows" : open(view, now));
  }

  /** How many sessions there are only their events can tell. */
  private static String open(View view, Moment now) {
    if (view.window() instanceof PanePolicy panes) {
      return number(panes.openWindows(now.begun(), now.closed(), now.reached())) + " windows";
    }
    return now.closed() == Watermark.NONE
        ? "all sessions"
        : "sessions that end from " + time(view.window().firstEndOpen(now.closed())) + " on";
  }
}
