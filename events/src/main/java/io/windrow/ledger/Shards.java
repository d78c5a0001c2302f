package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.ledger.Source.Shard;
import java.util.List;
import java.util.Optional;

/**
 * Begins and ends chains. A chain begins only when every parent's has ended; a shard without
 * parents joins the frontier first, so that no window closes past it from then on.
 */
final class Shards {
  private final Ledger ledger;
  private final Frontiers frontiers;
  private final Source source;
  private final Origin origin;

  Shards(Ports ports, Origin origin) {
    this.ledger = ports.ledger();
    this.frontiers = ports.frontiers();
    this.source = ports.source();
    this.origin = origin;
  }

  /**
   * The head of a shard's chain, which begins now if it has not.
   *
   * @throws LedgerException while a parent is not drained: the shard must wait
   */
  Entry headOrBegin(String shard, String token) {
    Optional<Entry> head = ledger.head(shard);
    return head.isPresent() ? head.get() : begin(shard, source.shards(), token);
  }

  private Entry begin(String shard, List<Shard> listed, String token) {
    List<String> parents = knownParents(shard, listed);
    long watermark =
        parents.isEmpty()
            ? join(shard)
            : parents.stream()
                .mapToLong(parent -> ended(parent, listed, token).watermark())
                .min()
                .orElseThrow();
    return append(
        shard, new Entry.Begin(token, origin.generation(), watermark, parents, origin.start()));
  }

  /** Begins a listed shard's chain if its parents' have ended; empty while one has not. */
  Optional<Entry> beginIfDrained(String shard, List<Shard> listed, String token) {
    boolean drained =
        knownParents(shard, listed).stream()
            .allMatch(parent -> ledger.head(parent).orElse(null) instanceof Entry.End);
    return drained ? Optional.of(begin(shard, listed, token)) : Optional.empty();
  }

  /** A parent that the stream has trimmed and that was never read holds nothing back. */
  private List<String> knownParents(String shard, List<Shard> listed) {
    Shard found =
        listed.stream()
            .filter(candidate -> candidate.id().equals(shard))
            .findFirst()
            .orElseThrow(
                () ->
                    new LedgerException(
                        "shard "
                            + shard
                            + " is not listed by its stream yet; it waits and is tried again"));
    return found.parents().stream()
        .filter(
            parent ->
                listed.stream().anyMatch(other -> other.id().equals(parent))
                    || ledger.head(parent).isPresent())
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

  private Entry ended(String parent, List<Shard> listed, String token) {
    Entry head = ledger.head(parent).orElseGet(() -> begin(parent, listed, token));
    if (head instanceof Entry.End) {
      return head;
    }
    if (!head.insideRecord()
        && source.probe(parent, head.position()) instanceof Probe.Ended ended
        && end(parent, head, ended, token) instanceof Entry.End end) {
      return end;
    }
    throw notDrained(parent);
  }

  private static LedgerException notDrained(String parent) {
    return new LedgerException(
        "parent shard " + parent + " is not drained; its children wait and are tried again");
  }

  /** Ends a chain past its head; what stands there instead if another was faster. */
  Entry end(String shard, Entry head, Probe.Ended ended, String token) {
    return append(
        shard,
        new Entry.End(
            head.index() + 1,
            token,
            origin.generation(),
            head.position(),
            head.watermark(),
            ended.children()));
  }

  private Entry append(String shard, Entry entry) {
    Entry inTheWay = ledger.append(shard, entry);
    return inTheWay == null ? entry : inTheWay;
  }
}
