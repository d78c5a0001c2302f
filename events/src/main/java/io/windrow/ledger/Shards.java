package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.record.Position;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends chains. A chain begins only when every parent's has ended; a shard without
 * parents joins the frontier first, so that no window closes past it from then on. What newer code
 * has taken over stays its own in the shards that it is split or merged into.
 */
final class Shards {
  private final Ledger ledger;
  private final Frontiers frontiers;
  private final Source source;
  private final Origin origin;
  private final Losses losses;

  Shards(ChainPorts ports, Origin origin) {
    this.ledger = ports.ledger();
    this.frontiers = ports.frontiers();
    this.losses = new Losses(ports.frontiers());
    this.source = ports.source();
    this.origin = origin;
  }

  /**
   * The head of a shard's chain, which begins now if it has not.
   *
   * @throws ShardWaitsException while a parent is not drained: the shard must wait
   */
  Entry headOrBegin(String shard, String token) {
    return ledger
        .head(shard)
        .or(() -> begin(shard, token))
        .orElseThrow(
            () ->
                new ShardWaitsException(
                    "a parent of shard "
                        + shard
                        + " is not drained; the shard waits and is tried again"));
  }

  private Optional<Entry> begin(String shard, String token) {
    Round round = new Round(source, token, Deadline.NONE);
    round.answers().ask(undrained(Set.of(shard), round));
    return begin(shard, round);
  }

  /**
   * The positions past which a source must have no record left before these shards may begin: those
   * of their parents, and of the parents of such as have not begun either.
   */
  Map<String, @Nullable Position> undrained(Set<String> shards, Round round) {
    Map<String, @Nullable Position> undrained = new TreeMap<>();
    Set<String> pending = parents(shards, round);
    while (!pending.isEmpty()) {
      Map<String, Entry> heads = ledger.heads(pending);
      Set<String> unbegun = new TreeSet<>(pending);
      unbegun.removeIf(shard -> heads.containsKey(shard) || !round.isListed(shard));
      heads.forEach(
          (shard, head) -> {
            if (!(head instanceof Entry.End) && !head.insideRecord()) {
              undrained.put(shard, head.position());
            }
          });
      unbegun.forEach(shard -> undrained.put(shard, null));
      pending = parents(unbegun, round);
      pending.removeAll(undrained.keySet());
    }
    return undrained;
  }

  private static Set<String> parents(Set<String> shards, Round round) {
    Set<String> parents = new TreeSet<>();
    shards.forEach(shard -> parents.addAll(round.parents(shard)));
    return parents;
  }

  /** Begins a listed shard's chain; empty while no answer says that each parent is drained. */
  Optional<Entry> begin(String shard, Round round) {
    long watermark = Watermark.END;
    long generation = origin.generation();
    List<String> parents = knownParents(shard, round);
    for (String parent : parents) {
      Optional<Entry.End> end = ended(parent, round);
      if (end.isEmpty()) {
        return Optional.empty();
      }
      watermark = Math.min(watermark, end.get().watermark());
      generation = Math.max(generation, end.get().generation());
    }
    long first = parents.isEmpty() ? join(shard) : watermark;
    return Optional.of(
        append(shard, new Entry.Begin(round.token(), generation, first, parents, origin.start())));
  }

  /** A parent that the stream has trimmed and that was never read holds nothing back. */
  private List<String> knownParents(String shard, Round round) {
    if (!round.isListed(shard)) {
      throw new ShardWaitsException(
          "shard " + shard + " is not listed by its stream yet; it waits and is tried again");
    }
    return round.parents(shard).stream()
        .filter(parent -> round.isListed(parent) || ledger.head(parent).isPresent())
        .toList();
  }

  private long join(String shard) {
    while (true) {
      Frontier frontier = frontiers.read();
      if (frontier.members().contains(shard)
          || frontiers.replace(frontier, frontier.withMember(shard))) {
        return frontier.closing();
      }
    }
  }

  /** The end of a parent's chain, which ends now if the source has said that no record is left. */
  private Optional<Entry.End> ended(String parent, Round round) {
    Optional<Entry> head = ledger.head(parent).or(() -> begin(parent, round));
    return head.map(entry -> endIfDrained(parent, entry, round))
        .filter(Entry.End.class::isInstance)
        .map(Entry.End.class::cast);
  }

  private Entry endIfDrained(String shard, Entry head, Round round) {
    return !(head instanceof Entry.End)
            && !head.insideRecord()
            && round.answers().to(shard, head.position()) instanceof Probe.Ended ended
        ? end(shard, head, ended, round.token())
        : head;
  }

  /** Ends a chain past its head; what stands there instead if another was faster. */
  Entry end(String shard, Entry head, Probe.Ended ended, String token) {
    return append(shard, past(head, token, ended.children(), false));
  }

  /**
   * Ends the chain of a shard that the stream has dropped. What was left in it can't be had any
   * more, so windows that were open are incomplete from now on, and say so.
   */
  Entry lose(String shard, Entry head, Round round, long now) {
    losses.note(Loss.Cause.SHARD_LOST, now);
    return append(shard, past(head, round.token(), round.children(shard), true));
  }

  /**
   * Begins and ends at once the chain of a shard that has left the stream before anybody began it.
   *
   * @param parents those that have ended and name it, none if it has joined by itself
   */
  void loseUnbegun(String shard, Map<String, Entry> parents, Round round, long now) {
    long watermark =
        parents.values().stream().mapToLong(Entry::watermark).min().orElseGet(() -> join(shard));
    long generation =
        parents.values().stream()
            .mapToLong(Entry::generation)
            .reduce(origin.generation(), Math::max);
    Entry first =
        append(
            shard,
            new Entry.Begin(
                round.token(),
                generation,
                watermark,
                List.copyOf(parents.keySet()),
                origin.start()));
    if (first.token().equals(round.token())) {
      lose(shard, first, round, now);
    }
  }

  private Entry.End past(Entry head, String token, List<String> children, boolean lost) {
    return new Entry.End(
        head.index() + 1,
        token,
        Math.max(head.generation(), origin.generation()),
        head.position(),
        head.watermark(),
        children,
        lost);
  }

  private Entry append(String shard, Entry entry) {
    Entry inTheWay = ledger.append(shard, entry);
    return inTheWay == null ? entry : inTheWay;
  }
}
