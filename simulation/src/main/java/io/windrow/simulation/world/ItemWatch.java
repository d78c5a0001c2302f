package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Payload;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Runs;
import io.windrow.simulation.oracle.Violation;
import org.jspecify.annotations.Nullable;

/** Refuses items that hold more than they may, as DynamoDB does, and counts those that are full. */
final class ItemWatch {
  private final PayloadLimits limits;
  private final Course course;

  ItemWatch(PayloadLimits limits, Course course) {
    this.limits = limits;
    this.course = course;
  }

  Ledger over(Ledger watched) {
    return new ForwardingLedger(watched) {
      @Override
      public @Nullable Entry append(String shard, Entry entry) {
        if (entry instanceof Entry.Commit commit) {
          verify(inline(commit.payload()), limits.inline(), "commit " + commit.index());
        }
        return real.append(shard, entry);
      }

      @Override
      public void putPayload(PayloadKey key, int part, byte[] content, long at) {
        verify(content.length, limits.part(), "part of " + key);
        real.putPayload(key, part, content, at);
      }
    };
  }

  Runs over(Runs watched) {
    return new ForwardingRuns(watched) {
      @Override
      public void putPart(PartKey part, int item, byte[] content) {
        verify(content.length, limits.part(), "item of " + part);
        real.putPart(part, item, content);
      }

      @Override
      public void putManifest(Manifest manifest) {
        int inline = manifest.parts().stream().mapToInt(part -> inline(part.payload())).sum();
        verify(inline, limits.inline(), "manifest of " + manifest.run());
        real.putManifest(manifest);
      }
    };
  }

  private static int inline(Payload payload) {
    return payload instanceof Payload.Inline inline ? inline.content().length : 0;
  }

  private void verify(int bytes, int most, String item) {
    if (bytes > most) {
      throw new Violation("%s holds %d bytes, and may hold %d".formatted(item, bytes, most));
    }
    if (bytes == most) {
      course.meet(Fault.FULL_ITEM);
    }
  }
}
