package io.windrow.simulation.world;

import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Inventory;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Takes every payload for an old one. */
  record AgesPayloads(Inventory real) implements Inventory {
    @Override
    public Pass pass() {
      return Pass.NONE;
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
  static final class PutsManifestsFirst implements Runs {
    private final Runs real;
    private final List<Runnable> parts = new ArrayList<>();

    PutsManifestsFirst(Runs real) {
      this.real = real;
    }

    @Override
    public void putPart(RunId run, int part, int item, byte[] content) {
      parts.add(() -> real.putPart(run, part, item, content));
    }

    @Override
    public void putManifest(Manifest manifest) {
      real.putManifest(manifest);
      parts.forEach(Runnable::run);
      parts.clear();
    }

    @Override
    public List<Manifest> manifests(String shard, int level, long fromNumber) {
      return real.manifests(shard, level, fromNumber);
    }

    @Override
    public Optional<Long> latest(String shard, int level) {
      return real.latest(shard, level);
    }

    @Override
    public Optional<byte[]> part(RunId run, int part, int item) {
      return real.part(run, part, item);
    }

    @Override
    public void expire(Manifest manifest, long at) {
      real.expire(manifest, at);
    }

    @Override
    public Retired retired(String shard) {
      return real.retired(shard);
    }

    @Override
    public void retire(String shard, long index, long closesAt) {
      real.retire(shard, index, closesAt);
    }

    @Override
    public void retireRuns(String shard, int level, long number) {
      real.retireRuns(shard, level, number);
    }
  }
}
