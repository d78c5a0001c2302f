package io.windrow.local.display;

import io.windrow.ledger.Counts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdict counts as two lines of a table, as many of them as the terminal has room for. */
final class VerdictRow {
  private static final int CELL_COLUMNS = 12;
  private static final String CELL = "%" + CELL_COLUMNS + "s";
  private static final List<String> HEAD =
      List.of("received", "accepted", "filtered", "rejected", "late", "records/s");

  private final Rate rate = new Rate();

  List<String> of(Counts counts, Terminal terminal) {
    rate.sample(counts.received(), System.nanoTime());
    int cells = Math.min(HEAD.size(), (terminal.columns() - 1) / CELL_COLUMNS);
    String head = HEAD.stream().limit(cells).map(CELL::formatted).collect(Collectors.joining());
    String row =
        Stream.of(
                cell(terminal, counts.received(), Style.BOLD),
                cell(terminal, counts.accepted(), Style.GREEN),
                cell(terminal, counts.filtered(), Style.DIM),
                cell(terminal, counts.rejected(), Style.RED),
                cell(terminal, counts.late(), Style.YELLOW),
                cell(terminal, rate.perSecond(), Style.DIM))
            .limit(cells)
            .collect(Collectors.joining());
    return List.of(terminal.styled(Style.DIM, head), row);
  }

  private static String cell(Terminal terminal, long count, Style style) {
    return terminal.styled(style, CELL.formatted(Summary.number(count)));
  }
}
