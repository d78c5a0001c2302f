package io.windrow.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The chains of one pipeline, one a shard. Every read is strongly consistent, and a write is either
 * there for all who read after it or was never made.
 */
public interface Ledger {

  /** The entry of the greatest index, if the shard's chain has begun. */
  Optional<Entry> head(String shard);

  /** The heads of those of some shards whose chains have begun. */
  default Map<String, Entry> heads(Collection<String> shards) {
    Map<String, Entry> heads = new TreeMap<>();
    shards.forEach(shard -> head(shard).ifPresent(head -> heads.put(shard, head)));
    return heads;
  }

  /** The entry at an index, if it is there. */
  Optional<Entry> entry(String shard, long index);

  /** The entries from an index on, in order; at least one if there is any, perhaps not all. */
  List<Entry> read(String shard, long fromIndex);

  /**
   * Puts the entry at its index unless one is there.
   *
   * @return the entry that stood in the way, or null if this one was put
   */
  @Nullable Entry append(String shard, Entry entry);

  /**
   * Puts a part of a payload that a commit is going to name.
   *
   * @param at when its writer began, in milliseconds since the epoch
   */
  void putPayload(PayloadKey key, int part, byte[] content, long at);

  /** The part of a payload that a commit names, if it is there. */
  Optional<byte[]> payload(PayloadKey key, int part);

  /**
   * Gives the entries from one index to another, both included, and the payloads that they name, a
   * time to live. Item 0 and end commits are passed over.
   *
   * @param at when they may vanish, in milliseconds since the epoch
   */
  void expire(String shard, long fromIndex, long toIndex, long at);

  /** The commit that a payload belongs to. */
  record PayloadKey(String shard, long index, String token) {}
}
