package io.windrow.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.ledger.Counts;

/** The totals of a run as a line of JSON. */
final class TotalsLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TotalsLine() {}

  /** The line, without its end. */
  static String of(Outcome outcome) {
    Counts counts = outcome.counts();
    ObjectNode line = MAPPER.createObjectNode();
    line.put("received", counts.received());
    line.put("accepted", counts.accepted());
    line.put("filtered", counts.filtered());
    line.put("rejected", counts.rejected());
    line.put("late", counts.late());
    line.put("redelivered", outcome.redelivered());
    ObjectNode reasons = line.putObject("reasons");
    counts.reasons().forEach(reasons::put);
    ObjectNode late = line.putObject("lateByView");
    counts.lateByView().forEach(late::put);
    if (outcome.interrupted()) {
      line.put("interrupted", true);
    }
    return line.toString();
  }
}
