package io.windrow.ledger;

import java.util.List;
import java.util.Optional;

/** Where compaction keeps the runs of one pipeline. Reads are strongly consistent. */
public interface Runs {

  /** The manifests of a level from a number on, in order, without a gap; perhaps not all. */
  List<Manifest> manifests(String shard, int level, long fromNumber);

  /** The greatest number of a level that has a manifest. */
  Optional<Long> latest(String shard, int level);

  /** Puts one item of a part. */
  void putPart(PartKey part, int item, byte[] content);

  /** One item of a part, if it is there. */
  Optional<byte[]> part(PartKey part, int item);

  /** Puts the manifest, after every part. */
  void putManifest(Manifest manifest);

  /** Gives a manifest and the parts that it names a time to live, in milliseconds. */
  void expire(Manifest manifest, long at);

  /** How much of a chain has its time to live. */
  Retired retired(String shard);

  /** Notes that the entries before an index have theirs; moves forward, never back. */
  void retire(String shard, long index);

  /** Notes that the runs of a level before a number have theirs; moves forward, never back. */
  void retireRuns(String shard, int level, long number);

  /** How far the records that a chain keeps are filed. */
  Filed filed(String shard);

  /**
   * Notes how far they are if that is still what is expected.
   *
   * @return whether it was noted
   */
  boolean replaceFiled(String shard, Filed expected, Filed next);

  /**
   * What a part of a run is kept under. Two may make a run at once, and code of two generations
   * makes other parts of it, of other views: none may write over those that another's manifest
   * names.
   *
   * @param token drawn by whoever makes the run
   */
  record PartKey(RunId run, String token, int number) {}
}
