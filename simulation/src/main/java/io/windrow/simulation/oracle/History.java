package io.windrow.simulation.oracle;

import io.windrow.record.StreamRecord;
import java.util.List;

/**
 * All that happened to one shard, in order: its records, and the watermarks raised while it was
 * proved empty.
 *
 * @param watermark the first one: of the parents, or of the frontier when the shard joined
 */
public record History(long watermark, List<Happening> happenings) {
  public History {
    happenings = List.copyOf(happenings);
  }

  /** One thing that happened. */
  public sealed interface Happening {
    /** A record came. */
    record Came(StreamRecord record) implements Happening {}

    /** The shard was empty, and its watermark rose. */
    record Raised(long watermark) implements Happening {}
  }
}
