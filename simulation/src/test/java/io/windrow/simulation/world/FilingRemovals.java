package io.windrow.simulation.world;

import io.windrow.ledger.Filed;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Runs;
import java.util.HashMap;
import java.util.Map;

/** Filing from which a safeguard was taken. */
final class FilingRemovals {
  private FilingRemovals() {}

  /** Notes which entries a file is of when it is filed, and not before. */
  static final class FixesAfterwards extends ForwardingRuns {
    private final Map<String, Filed> noted = new HashMap<>();

    FixesAfterwards(Runs real) {
      super(real);
    }

    @Override
    public boolean replaceFiled(String shard, Filed expected, Filed next) {
      if (next.isUnderWay()) {
        noted.put(shard, expected);
        return true;
      }
      Filed before = noted.remove(shard);
      return real.replaceFiled(shard, before == null ? expected : before, next);
    }
  }
}
