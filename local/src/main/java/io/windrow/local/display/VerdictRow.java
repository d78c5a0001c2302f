package io.windrow.local.display;

import io.windrow.ledger.Counts;
import java.util.List;

/** The verdict counts as two lines of a table. */
final class VerdictRow {
  private static final String CELL = "%12s";
  private static final List<String> HEAD =
      List.of("received", "accepted", "filtered", "rejected", "late", "records/s");

  private final Terminal terminal;
  private final Rate rate = new Rate();

  VerdictRow(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> of(Counts counts) {
    rate.sample(counts.received(), System.nanoTime());
    StringBuilder head = new StringBuilder();
    HEAD.forEach(name -> head.append(CELL.formatted(name)));
    String row =
        cell(counts.received(), Style.BOLD)
            + cell(counts.accepted(), Style.GREEN)
            + cell(counts.filtered(), Style.DIM)
            + cell(counts.rejected(), Style.RED)
            + cell(counts.late(), Style.YELLOW)
            + cell(rate.perSecond(), Style.DIM);
    return List.of(terminal.styled(Style.DIM, head.toString()), row);
  }

  private String cell(long count, Style style) {
    return terminal.styled(style, CELL.formatted(Summary.number(count)));
  }
}
