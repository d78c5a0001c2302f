package io.windrow.ledger;

import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a ledger, the append-only chain of one shard of one pipeline. The head, the entry of
 * the greatest index, says all that the next one needs.
 */
public sealed interface Entry {

  /** Its place in the chain, from 0, with no gaps. */
  long index();

  /** Drawn at random by the invocation that wrote it, so that it knows its own ambiguous write. */
  String token();

  /** Of the definition under which it was written. */
  long generation();

  /** The last record, or event of one, that the chain has taken up to here; null before any. */
  @Nullable Position position();

  /** Whether more of the same record of the stream follows what is at {@link #position}. */
  default boolean insideRecord() {
    return false;
  }

  /** The shard's watermark up to here. */
  long watermark();

  /** Whether windows may close by it, so that it calls for settling. */
  default boolean closes() {
    return true;
  }

  /**
   * Item 0: the shard is known, and its parents are drained.
   *
   * @param start where reading the shard starts, as the definition says it
   */
  record Begin(String token, long generation, long watermark, List<String> parents, String start)
      implements Entry {
    public Begin {
      parents = List.copyOf(parents);
    }

    @Override
    public long index() {
      return 0;
    }

    @Override
    public @Nullable Position position() {
      return null;
    }
  }

  /**
   * What one batch adds, or, with no records, a watermark raised for a shard proved empty.
   *
   * @param closes whether its records have brought the watermark past a time at which windows close
   * @param reference the versions of the reference data it was made with, by table
   */
  record Commit(
      long index,
      String token,
      long generation,
      @Nullable Position position,
      boolean insideRecord,
      long watermark,
      boolean closes,
      Counts counts,
      List<String> reference,
      Payload payload)
      implements Entry {
    public Commit {
      reference = List.copyOf(reference);
    }
  }

  /**
   * The last entry: the shard is closed and drained, or lost.
   *
   * @param children the shards that it was split or merged into
   * @param lost whether the stream has dropped the shard with records that were not taken
   */
  record End(
      long index,
      String token,
      long generation,
      @Nullable Position position,
      long watermark,
      List<String> children,
      boolean lost)
      implements Entry {
    public End {
      children = List.copyOf(children);
    }
  }
}
