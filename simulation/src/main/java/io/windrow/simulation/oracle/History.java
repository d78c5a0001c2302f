package io.windrow.simulation.oracle;

import io.windrow.contract.Judged;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Steps;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * All that happened to one shard, in order: its records, and the watermarks raised while it was
 * proved empty. Which records were set aside as poison is the one thing that their bytes don't say.
 *
 * @param watermark the first one: of the parents, or of the frontier when the shard joined
 */
public record History(long watermark, List<Happening> happenings) {
  public History {
    happenings = List.copyOf(happenings);
  }

  /** What happened to a shard by what is left of it. */
  public static History of(Evidence shard, Steps steps) {
    Iterator<Judged> events = shard.events(steps).iterator();
    List<Happening> happenings = new ArrayList<>();
    for (Entry entry : shard.entries()) {
      if (!(entry instanceof Entry.Commit commit)) {
        continue;
      }
      for (long i = 0; i < commit.counts().received(); i++) {
        happenings.add(new Happening.Came(events.next(), commit.reference()));
      }
      if (commit.counts().received() == 0) {
        happenings.add(new Happening.Raised(commit.watermark()));
      }
    }
    if (events.hasNext()) {
      throw new Violation("records are left past the chain of " + shard.shard());
    }
    return new History(shard.entries().get(0).watermark(), happenings);
  }

  /** One thing that happened. */
  public sealed interface Happening {
    /**
     * An event came, or a record that holds none.
     *
     * @param reference the versions of the tables that it was enriched from
     */
    record Came(Judged event, List<String> reference) implements Happening {
      public Came {
        reference = List.copyOf(reference);
      }

      /** One that no table adds to. */
      public Came(Judged event) {
        this(event, List.of());
      }
    }

    /** The shard was empty, and its watermark rose. */
    record Raised(long watermark) implements Happening {}
  }
}
