package io.windrow.local.chaos;

import io.windrow.local.chaos.StreamShards.Open;
import io.windrow.local.kinesis.HashRange;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Splits and merges by a seed, at moments counted in records, and so that no verdict changes. What
 * is late depends on the watermark of a record's shard, so the shard that goes on taking an input
 * must begin where the one before it ended:
 *
 * <ul>
 *   <li>A split sets one child aside with two hash keys, which no partition key has; the other
 *       takes all that the parent would have taken, from the parent's watermark on.
 *   <li>A merge takes back a child set aside once it has been proved empty and its watermark has
 *       come as far as its neighbour's, since the merged shard begins at the lesser of both. So it
 *       waits until what was put is committed.
 *   <li>A split in the middle is merged again before the next record, while both have the parent's
 *       watermark.
 * </ul>
 *
 * The moments get rarer, so that a long input is not resharded without end.
 */
final class SeededResharding implements Resharding {
  private static final long FIRST_GAP = 40;
  private static final double GAP_GROWTH = 1.5;

  private final Random random;
  private final StreamShards shards;
  private final Rise rise;
  private final Set<String> aside = ConcurrentHashMap.newKeySet();
  private long records;
  private long next;
  private double gap = FIRST_GAP;

  SeededResharding(Random random, StreamShards shards, Progress progress) {
    this.random = random;
    this.shards = shards;
    this.rise = new Rise(progress);
    this.next = drawGap();
  }

  private long drawGap() {
    return 1 + (long) (2 * gap * random.nextDouble());
  }

  @Override
  public boolean isSetAside(String shard) {
    return aside.contains(shard);
  }

  @Override
  public void put() {
    records++;
    if (records == next) {
      gap *= GAP_GROWTH;
      next += drawGap();
      reshard();
    }
  }

  private void reshard() {
    List<Open> open = shards.open();
    List<Open> taking = open.stream().filter(shard -> !isSetAside(shard.id())).toList();
    Open chosen = taking.get(random.nextInt(taking.size()));
    switch (random.nextInt(4)) {
      case 0 -> splitAndMerge(chosen);
      case 1 -> setAside(chosen);
      default -> {
        if (!mergeAside(open) && !takeBack(open, taking)) {
          setAside(chosen);
        }
      }
    }
  }

  private void splitAndMerge(Open shard) {
    HashRange range = shard.range();
    List<Open> halves = shards.split(shard, range.start().add(range.end()).shiftRight(1));
    Open unused = shards.merge(halves.get(0), halves.get(1));
  }

  private void setAside(Open shard) {
    boolean atStart = random.nextBoolean();
    HashRange range = shard.range();
    BigInteger cut =
        atStart ? range.start().add(BigInteger.TWO) : range.end().subtract(BigInteger.ONE);
    aside.add(shards.split(shard, cut).get(atStart ? 0 : 1).id());
  }

  /** Merges two that are set aside, which none of the input is going to come to. */
  private boolean mergeAside(List<Open> open) {
    for (int i = 1; i < open.size(); i++) {
      if (isSetAside(open.get(i - 1).id()) && isSetAside(open.get(i).id())) {
        aside.add(shards.merge(open.get(i - 1), open.get(i)).id());
        return true;
      }
    }
    return false;
  }

  /** Takes a shard back that was set aside, if one is beside the shard furthest behind. */
  private boolean takeBack(List<Open> open, List<Open> taking) {
    Optional<Open> last = rise.awaitFurthestBehind(taking);
    if (last.isEmpty()) {
      return false;
    }
    for (Open neighbour : open) {
      if (isSetAside(neighbour.id())
          && neighbour.isBeside(last.get())
          && rise.await(neighbour, last.get())) {
        Open unused = shards.merge(neighbour, last.get());
        return true;
      }
    }
    return false;
  }
}
