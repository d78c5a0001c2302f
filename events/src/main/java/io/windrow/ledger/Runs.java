package io.windrow.ledger;

import java.util.List;
import java.util.Optional;

/** Where compaction keeps the runs of one pipeline. Reads are strongly consistent. */
public interface Runs {

  /** The manifests of a level from a number on, in order, without a gap; perhaps not all. */
  List<Manifest> manifests(String shard, int level, long fromNumber);

  /** The greatest number of a level that has a manifest. */
  Optional<Long> latest(String shard, int level);

  /** Puts one item of a part; whoever puts it, its content is the same. */
  void putPart(RunId run, int part, int item, byte[] content);

  /** One item of a part, if it is there. */
  Optional<byte[]> part(RunId run, int part, int item);

  /** Puts the manifest, after every part. */
  void putManifest(Manifest manifest);

  /** The index up to which entries of a chain have been given their time to live. */
  long retired(String shard);

  /** Moves that index forward, never back. */
  void retire(String shard, long index);
}
