package io.windrow.simulation.world;

import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Inventory;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Runs;
import java.util.ArrayList;
import java.util.List;

/** Stores that keep things for too short a time, or not whole. */
final class LifetimeRemovals {
  private LifetimeRemovals() {}

  /** Lets the entries past those of a run vanish with them, the head too. */
  static final class ExpiresTheHead extends ForwardingLedger {
    private static final int MORE = 3;

    ExpiresTheHead(Ledger real) {
      super(real);
    }

    @Override
    public void expire(String shard, long fromIndex, long toIndex, long at) {
      real.expire(shard, fromIndex, toIndex + MORE, at);
    }
  }

  /** Lets what is retired vanish at once. */
  static final class ExpiresWithoutGrace extends ForwardingLedger {
    ExpiresWithoutGrace(Ledger real) {
      super(real);
    }

    @Override
    public void expire(String shard, long fromIndex, long toIndex, long at) {
      real.expire(shard, fromIndex, toIndex, 0);
    }
  }

  /** Takes every payload for an old one, and passes over all without a pause. */
  record AgesPayloads(Inventory real) implements Inventory {
    @Override
    public Pass pass() {
      Pass pass = real.pass();
      return pass.isOver() ? Pass.NONE : pass;
    }

    @Override
    public void note(Pass pass) {
      real.note(pass);
    }

    @Override
    public Page page(String after) {
      Page page = real.page(after);
      return new Page(page.items().stream().map(AgesPayloads::aged).toList(), page.mark());
    }

    private static Item aged(Item item) {
      return item instanceof Item.PayloadPart part
          ? new Item.PayloadPart(part.key(), part.part(), 0)
          : item;
    }

    @Override
    public void expire(Item item, long at) {
      real.expire(item, at);
    }
  }

  /** Says that a run is complete before its parts are there. */
  static final class PutsManifestsFirst extends ForwardingRuns {
    private final List<Runnable> parts = new ArrayList<>();

    PutsManifestsFirst(Runs real) {
      super(real);
    }

    @Override
    public void putPart(PartKey part, int item, byte[] content) {
      parts.add(() -> real.putPart(part, item, content));
    }

    @Override
    public void putManifest(Manifest manifest) {
      real.putManifest(manifest);
      parts.forEach(Runnable::run);
      parts.clear();
    }
  }
}
