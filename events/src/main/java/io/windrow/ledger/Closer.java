package io.windrow.ledger;

import io.windrow.ledger.DueResults.Due;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Closes windows: raises {@code closing} to the least watermark, writes every result that is due by
 * then, and sets {@code closed}. Any number of closers may do so at once; all write the same.
 */
final class Closer {
  private final Ledger ledger;
  private final Frontiers frontiers;
  private final Results results;
  private final OpenPanes panes;
  private final int resultsACheckpoint;

  /**
   * A closer.
   *
   * @param resultsACheckpoint how many results it writes before it notes how far it has come
   */
  Closer(Ports ports, ChainReader reader, List<View> views, int resultsACheckpoint) {
    this.resultsACheckpoint = resultsACheckpoint;
    this.ledger = ports.ledger();
    this.frontiers = ports.frontiers();
    this.results = ports.results();
    this.panes = new OpenPanes(reader, views);
  }

  /** The results that this call has written. */
  List<Result> close() {
    List<Result> written = new ArrayList<>();
    Frontier frontier = frontiers.read();
    if (frontier.closing() > frontier.closed()) {
      written.addAll(finish(frontier));
      frontier = frontiers.read();
    }
    Survey survey = Survey.of(ledger, frontier.members());
    Optional<Long> watermark = survey.watermark();
    if (watermark.isPresent() && watermark.get() > frontier.closing()) {
      Frontier next = frontier.withMembers(members(survey, frontier)).withClosing(watermark.get());
      if (frontiers.replace(frontier, next)) {
        written.addAll(finish(next));
      }
    }
    return written;
  }

  /** Without the chains that have successors and hold nothing for a window still open. */
  private Set<String> members(Survey survey, Frontier frontier) {
    Set<String> members = survey.shards();
    survey
        .heads()
        .forEach(
            (shard, head) -> {
              if (survey.isSucceeded(head) && panes.isSpent(shard, frontier.closed())) {
                members.remove(shard);
              }
            });
    return members;
  }

  private List<Result> finish(Frontier frontier) {
    panes.read(frontier.members(), frontier.closed());
    List<Due> due = afterCheckpoint(frontier);
    for (int from = 0; from < due.size(); from += resultsACheckpoint) {
      List<Due> chunk = due.subList(from, Math.min(due.size(), from + resultsACheckpoint));
      results.put(chunk.stream().map(Due::result).toList());
      if (from + resultsACheckpoint < due.size()) {
        frontiers.advance(chunk.get(chunk.size() - 1).at());
      }
    }
    setClosed(frontier);
    return due.stream().map(Due::result).toList();
  }

  private List<Due> afterCheckpoint(Frontier frontier) {
    List<Due> due = DueResults.of(panes.deltas(), frontier);
    Optional<Checkpoint> checkpoint =
        frontiers.checkpoint().filter(reached -> reached.closing() == frontier.closing());
    return checkpoint.isEmpty()
        ? due
        : due.stream().filter(each -> each.at().compareTo(checkpoint.get()) > 0).toList();
  }

  /** Shards may have joined meanwhile; another closer may have been faster. */
  private void setClosed(Frontier finished) {
    Frontier current = finished;
    while (current.closing() == finished.closing() && current.closed() < finished.closing()) {
      if (frontiers.replace(current, current.withClosed(finished.closing()))) {
        return;
      }
      current = frontiers.read();
    }
  }
}
