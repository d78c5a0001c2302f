package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.record.Position;
import io.windrow.window.Watermark;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes what is lost, and which windows that makes incomplete.
 *
 * <p>The times of lost events are not known. But what is lost had arrived when the loss was
 * noticed. So every window that closes is incomplete until each shard was read past that moment;
 * and after that, those that hold times which events had come to by then.
 */
final class Losses {
  private final Frontiers frontiers;

  Losses(Frontiers frontiers) {
    this.frontiers = frontiers;
  }

  /** Notes that records are lost, before any window closes without them. */
  void note(Loss.Cause cause, long now) {
    Frontier frontier = frontiers.read();
    while (!frontiers.replace(frontier, frontier.withLoss(cause, now))) {
      frontier = frontiers.read();
    }
  }

  /** Notes what the state belongs to, and that it is another stream or table than before. */
  void noteIdentity(Identity identity, long now) {
    while (true) {
      Frontier frontier = frontiers.read();
      Frontier next = frontier.withIdentity(frontier.identity().updatedBy(identity));
      for (Loss.Cause cause : frontier.identity().replacedBy(identity)) {
        next = next.withLoss(cause, now);
      }
      if (next.equals(frontier) || frontiers.replace(frontier, next)) {
        return;
      }
    }
  }

  /**
   * Ends a loss that is open, if each shard that counts was read past it.
   *
   * @param behind how long after it happened a record may come, null if the owner has not said: if
   *     he has, then event time goes by the clock, and nothing that is lost is later than the loss
   */
  void end(Frontier frontier, Survey survey, Round round, @Nullable Long behind) {
    Loss loss = frontier.loss();
    if (loss.isOpen() && survey.watermark().isPresent() && isPassed(loss, survey, round)) {
      long greatest =
          survey.heads().values().stream().mapToLong(Entry::watermark).max().orElse(Watermark.NONE);
      long latest = behind == null ? greatest : Math.max(greatest, loss.noticed());
      // one that was noticed meanwhile keeps it open
      boolean unused =
          frontiers.replace(
              frontier, frontier.withLossBefore(latest == Watermark.END ? latest : latest + 1));
    }
  }

  private static boolean isPassed(Loss loss, Survey survey, Round round) {
    Map<String, @Nullable Position> asked = new HashMap<>();
    survey
        .counting()
        .forEach(
            (shard, head) -> {
              if (!(head instanceof Entry.End)) {
                asked.put(shard, head.position());
              }
            });
    round.answers().ask(asked);
    return survey.counting().entrySet().stream()
        .allMatch(
            shard ->
                !(shard.getValue() instanceof Entry.End)
                    && !shard.getValue().insideRecord()
                    && isPast(
                        loss, round.answers().to(shard.getKey(), shard.getValue().position())));
  }

  private static boolean isPast(Loss loss, Probe answer) {
    long readTo = Long.MIN_VALUE;
    if (answer instanceof Probe.Empty empty) {
      readTo = empty.at();
    } else if (answer instanceof Probe.Waiting waiting) {
      readTo = waiting.arrival();
    }
    return readTo > loss.noticed() + EmptyShards.MARGIN;
  }
}
