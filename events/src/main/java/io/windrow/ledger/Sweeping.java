package io.windrow.ledger;

import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Inventory.Page;
import io.windrow.ledger.Inventory.Pass;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives what was left behind its time to live: payloads that no commit names, and runs that were
 * made when their like had theirs already. It looks through all that is stored, about once a day,
 * and at a page at a time.
 */
final class Sweeping {
  /** An invocation ends after 15 minutes: what it has not named a day after, it never will. */
  static final long AGE = 24 * 3_600_000L;

  private static final long PAGE_EVERY = 60_000;

  private final Inventory inventory;
  private final Ledger ledger;
  private final Runs runs;
  private long nextPage;

  Sweeping(Ports ports) {
    this.inventory = ports.inventory();
    this.ledger = ports.ledger();
    this.runs = ports.runs();
  }

  /** Looks at a page, if it is time. */
  void sweep(long now) {
    if (now < nextPage) {
      return;
    }
    nextPage = now + PAGE_EVERY;
    Pass pass = inventory.pass();
    if (!pass.isOver()) {
      sweep(pass, now);
    } else if (now - pass.begunAt() >= AGE) {
      sweep(new Pass("", now), now);
    }
  }

  private void sweep(Pass pass, long now) {
    Page page = inventory.page(pass.after());
    Map<String, Retired> retired = new HashMap<>();
    for (Item item : page.items()) {
      if (item instanceof Item.PayloadPart part && isLeft(part, now)) {
        inventory.expire(item, now);
      } else if (item instanceof Item.OfRun ofRun && isLeft(ofRun.run(), retired)) {
        inventory.expire(item, now + Retirement.GRACE);
      }
    }
    inventory.note(new Pass(page.mark(), pass.begunAt()));
  }

  private boolean isLeft(Item.PayloadPart part, long now) {
    Ledger.PayloadKey key = part.key();
    return now - part.putAt() >= AGE
        && ledger
            .entry(key.shard(), key.index())
            .filter(Entry.Commit.class::isInstance)
            .filter(commit -> commit.token().equals(key.token()))
            .isEmpty();
  }

  private boolean isLeft(RunId run, Map<String, Retired> retired) {
    return run.number() < retired.computeIfAbsent(run.shard(), runs::retired).runs(run.level());
  }
}
