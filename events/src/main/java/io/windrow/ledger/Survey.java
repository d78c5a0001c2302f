package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.ledger.Source.Shard;
import io.windrow.ledger.Standing.Cause;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The heads of all chains that a pipeline must reckon with: those of the frontier's members, and of
 * the shards that they were split or merged into.
 */
final class Survey {
  private final NavigableMap<String, Entry> heads;
  private final Set<String> joining;

  private Survey(NavigableMap<String, Entry> heads, Set<String> joining) {
    this.heads = heads;
    this.joining = joining;
  }

  /**
   * Reads the heads, none of which newer code has written.
   *
   * <p>It is enough to look before something is done by them. What newer code commits after they
   * were read lies past them, where no run reaches that is whole by them. And it counts only in
   * windows that close past the watermark of its shard, and so past the least of these.
   *
   * @throws LedgerException if a greater generation has taken a chain over
   */
  static Survey of(Ledger ledger, Set<String> members, Origin origin) {
    NavigableMap<String, Entry> heads = new TreeMap<>();
    Set<String> pending = members;
    while (!pending.isEmpty()) {
      Map<String, Entry> found = ledger.heads(pending);
      heads.putAll(found);
      pending =
          found.values().stream()
              .flatMap(head -> children(head).stream())
              .filter(child -> !heads.containsKey(child))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> joining = new TreeSet<>(members);
    joining.removeAll(heads.keySet());
    heads.forEach(origin::requireNoNewer);
    return new Survey(heads, joining);
  }

  private static List<String> children(Entry head) {
    return head instanceof Entry.End end ? end.children() : List.of();
  }

  /** The heads of every chain that has begun, by shard. */
  Map<String, Entry> heads() {
    return Collections.unmodifiableMap(heads);
  }

  /** The heads that hold windows open: an ended chain counts until each child's has begun. */
  NavigableMap<String, Entry> counting() {
    NavigableMap<String, Entry> counting = new TreeMap<>(heads);
    counting.values().removeIf(this::isSucceeded);
    return counting;
  }

  /** Whether the chain has ended and each child's has begun. */
  boolean isSucceeded(Entry head) {
    return head instanceof Entry.End end && heads.keySet().containsAll(end.children());
  }

  /** The shards whose records were lost. */
  List<String> lost() {
    return heads.entrySet().stream()
        .filter(chain -> chain.getValue() instanceof Entry.End end && end.lost())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Listed shards whose chains are none of these. */
  List<Shard> unknown(Collection<Shard> listed) {
    return listed.stream().filter(shard -> !heads.containsKey(shard.id())).toList();
  }

  /** Shards that have joined, or that an end names, and whose chains have not begun. */
  Set<String> unbegun() {
    Set<String> unbegun = new TreeSet<>(joining);
    heads.values().forEach(head -> unbegun.addAll(children(head)));
    unbegun.removeAll(heads.keySet());
    return unbegun;
  }

  /** The chains whose ends name a shard as their child. */
  Map<String, Entry> parents(String shard) {
    Map<String, Entry> parents = new TreeMap<>(heads);
    parents.values().removeIf(head -> !children(head).contains(shard));
    return parents;
  }

  Set<String> shards() {
    return new TreeSet<>(heads.keySet());
  }

  /**
   * The least watermark of those that count; none while a member has joined and its chain has not
   * begun, since nothing may close past it.
   */
  Optional<Long> watermark() {
    return joining.isEmpty()
        ? counting().values().stream().map(Entry::watermark).min(Long::compare)
        : Optional.empty();
  }

  /**
   * Where the shards that count stand, the one furthest behind first.
   *
   * @param answers of the shards that were asked for records past their last commit
   */
  List<Standing> standings(Map<String, Probe> answers) {
    List<Standing> standings = new ArrayList<>();
    joining.forEach(shard -> standings.add(new Standing(shard, Watermark.NONE, Cause.NOT_BEGUN)));
    counting().forEach((shard, head) -> standings.add(standing(shard, head, answers.get(shard))));
    standings.sort(Comparator.comparingLong(Standing::watermark));
    return standings;
  }

  private static Standing standing(String shard, Entry head, @Nullable Probe answer) {
    if (head instanceof Entry.End) {
      return new Standing(shard, head.watermark(), Cause.ENDED);
    }
    return answer == null
        ? new Standing(shard, head.watermark(), Cause.FURTHEST)
        : Standing.of(shard, head.watermark(), answer);
  }
}
