package io.windrow.local.display;

import static io.windrow.local.display.Summary.number;

import io.windrow.local.display.RunProgress.Moment;
import io.windrow.local.display.RunProgress.News;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** A display for terminals: a table that is drawn anew in its place. */
public final class LiveTable implements Display {
  private static final int OTHER_LINES = 15;
  private static final int FAULTS_A_LINE = 4;
  private static final int LEAST_RESULTS = 3;
  private static final String UP = "\u001b[%dA\r";
  private static final String END_OF_LINE = "\u001b[K\n";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String CLEAR_ALL = "\u001b[H\u001b[2J";

  /** A line that is too long after the terminal became narrower is cut, and stays one line. */
  private static final String WRAP_OFF = "\u001b[?7l";

  private static final String WRAP_ON = "\u001b[?7h";

  private final List<String> heading;
  private final List<View> views;
  private final RunProgress progress;
  private final Supplier<Terminal> window;
  private final Console out;
  private final VerdictRow verdicts = new VerdictRow();
  private final Deque<Result> last = new ArrayDeque<>();
  private Terminal terminal;
  private int drawn;

  /**
   * A table.
   *
   * @param heading what is run, and where records can be put
   * @param window the terminal at its size of now
   */
  public LiveTable(
      List<String> heading,
      List<View> views,
      RunProgress progress,
      Supplier<Terminal> window,
      PrintStream out) {
    this.heading = List.copyOf(heading);
    this.views = views;
    this.progress = progress;
    this.window = window;
    this.out = Console.of(out);
    this.terminal = window.get();
  }

  @Override
  public void refresh() {
    News news = progress.news();
    String start = start(window.get());
    news.results().forEach(last::addLast);
    while (last.size() > Math.max(LEAST_RESULTS, terminal.rows() - OTHER_LINES - views.size())) {
      last.removeFirst();
    }
    draw(start, news.warnings());
  }

  @Override
  public void finish() {
    refresh();
  }

  /**
   * Where the drawing begins. When its size has changed, the terminal has wrapped or moved the
   * lines of the last drawing, so nobody knows where they are now.
   */
  private String start(Terminal now) {
    boolean resized = drawn > 0 && !now.equals(terminal);
    terminal = now;
    return resized ? CLEAR_ALL : drawn > 0 ? UP.formatted(drawn) : "";
  }

  /**
   * Warnings stay above the table. Lines are written over: what is cleared as a whole flickers, and
   * goes to the history of some terminals.
   */
  private void draw(String start, List<String> warnings) {
    StringBuilder screen = new StringBuilder(start);
    warnings.stream()
        .flatMap(warning -> Printable.lines(warning).lines())
        .forEach(line -> screen.append(line).append(END_OF_LINE));
    screen.append(WRAP_OFF);
    List<String> lines = lines(progress.now());
    List<String> shown = lines.subList(0, Math.min(lines.size(), Math.max(1, terminal.rows() - 1)));
    shown.forEach(line -> screen.append(line).append(END_OF_LINE));
    out.draw(screen.append(CLEAR_BELOW).append(WRAP_ON).toString());
    drawn = shown.size();
  }

  private List<String> lines(Moment now) {
    List<String> lines = new ArrayList<>();
    heading.forEach(line -> lines.add(terminal.styled(Style.BOLD, terminal.fit(line))));
    lines.add("");
    lines.addAll(verdicts.of(now.counts(), terminal));
    if (!now.counts().reasons().isEmpty()) {
      lines.add(terminal.fit("  rejected for  " + Summary.counts(now.counts().reasons())));
    }
    lines.add("");
    lines.add(terminal.fit("  watermark     " + OpenWindows.time(now.watermark())));
    lines.add(terminal.fit("  closed up to  " + OpenWindows.time(now.closed())));
    views.forEach(view -> lines.add(terminal.fit("  open          " + line(view, now))));
    Summary.faults(now.faults(), FAULTS_A_LINE).stream()
        .map(faults -> terminal.fit("  chaos         " + faults))
        .forEach(lines::add);
    lines.add("");
    lines.add(terminal.styled(Style.BOLD, terminal.fit("  " + finalResults(now))));
    ResultTable.of(last, terminal.columns()).forEach(line -> lines.add(terminal.fit("  " + line)));
    return lines;
  }

  private static String line(View view, Moment now) {
    long late = now.counts().lateByView().getOrDefault(view.name(), 0L);
    String open = view.name() + ": " + OpenWindows.of(view, now);
    return late == 0 ? open : open + ", late " + number(late);
  }

  private static String finalResults(Moment now) {
    return number(now.results()) + (now.results() == 1 ? " final result" : " final results");
  }
}
