package io.windrow.ledger;

import io.windrow.ledger.DueResults.Due;
import io.windrow.view.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Closes windows: raises {@code closing} to the least watermark, writes every result that is due by
 * then, and sets {@code closed}. Any number of closers may do so at once; all write the same.
 */
final class Closer {
  /** A call hands its results back, so it must not have too many. */
  private static final int CHECKPOINTS_A_CALL = 100;

  private final Ledger ledger;
  private final Origin origin;
  private final Frontiers frontiers;
  private final Results results;
  private final Retirement retirement;
  private final OpenPanes panes;
  private final int resultsACheckpoint;

  /**
   * A closer.
   *
   * @param resultsACheckpoint how many results it writes before it notes how far it has come
   */
  Closer(
      Ports ports, Origin origin, OpenPanes panes, Retirement retirement, int resultsACheckpoint) {
    this.retirement = retirement;
    this.resultsACheckpoint = resultsACheckpoint;
    this.origin = origin;
    this.ledger = ports.ledger();
    this.frontiers = ports.frontiers();
    this.results = ports.results();
    this.panes = panes;
  }

  /**
   * Closes what is due, or as much as it can: when the deadline is near, or there are very many
   * results, the closing stays under way and whoever closes next goes on.
   *
   * @return the results that this call has written
   */
  List<Result> close(Deadline deadline) {
    List<Result> written = new ArrayList<>();
    Frontier frontier = frontiers.read();
    Survey survey = survey(frontier);
    if (frontier.isClosing()) {
      written.addAll(finish(frontier, deadline));
      frontier = frontiers.read();
      survey = survey(frontier);
    }
    if (!frontier.isClosing()) {
      written.addAll(closeFurther(frontier, survey, deadline));
    }
    return written;
  }

  /** After the frontier: a closing that newer code has begun shows it at one of the heads. */
  private Survey survey(Frontier frontier) {
    return Survey.of(ledger, frontier.members(), origin);
  }

  private List<Result> closeFurther(Frontier frontier, Survey survey, Deadline deadline) {
    Optional<Long> watermark = survey.watermark();
    if (watermark.isEmpty() || watermark.get() <= frontier.closing()) {
      return List.of();
    }
    Frontier next = frontier.withMembers(members(survey)).withClosing(watermark.get());
    return frontiers.replace(frontier, next) ? finish(next, deadline) : List.of();
  }

  /**
   * The members from now on: every chain that was found, but those that are over. A chain is over
   * when it has ended, the chain of each child has begun, and all that it ever put has its time to
   * live. Nobody finds it again once it is no member, so nothing of it may be left to do: what has
   * its time to live is in runs, and the records that runs keep are filed.
   */
  private Set<String> members(Survey survey) {
    Set<String> members = survey.shards();
    survey
        .heads()
        .forEach(
            (shard, head) -> {
              if (head instanceof Entry.End end
                  && survey.isSucceeded(end)
                  && retirement.isOver(shard, end)) {
                members.remove(shard);
              }
            });
    return members;
  }

  /**
   * Reads what it has to, and then writes at least one chunk of results, if any are due, so that
   * each call comes further. Who is overtaken while reading leaves all to those who are further.
   */
  private List<Result> finish(Frontier frontier, Deadline deadline) {
    if (!panes.read(frontier, deadline)) {
      return List.of();
    }
    DueResults due = new DueResults(panes.deltas(), frontier, checkpoint(frontier));
    List<Result> written = new ArrayList<>();
    List<Due> chunk = due.next(resultsACheckpoint);
    for (int chunks = 0; !chunk.isEmpty() && goesOn(chunks, deadline); chunks++) {
      written.addAll(put(chunk, frontier));
      Checkpoint reached = chunk.get(chunk.size() - 1).at();
      chunk = due.next(resultsACheckpoint);
      if (!chunk.isEmpty()) {
        frontiers.advance(reached);
      }
    }
    if (chunk.isEmpty()) {
      setClosed(frontier);
    }
    return written;
  }

  private static boolean goesOn(int chunks, Deadline deadline) {
    return chunks == 0 || (chunks < CHECKPOINTS_A_CALL && !deadline.isNear());
  }

  private List<Result> put(List<Due> due, Frontier frontier) {
    List<Result> chunk =
        due.stream().map(each -> each.result(frontier.incompleteBefore())).toList();
    results.put(chunk);
    return chunk;
  }

  /** How far this closing has been written; one of another closing says nothing. */
  private Checkpoint checkpoint(Frontier frontier) {
    return frontiers
        .checkpoint()
        .filter(reached -> reached.closing() == frontier.closing())
        .orElseGet(() -> Checkpoint.none(frontier.closing()));
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
