package io.windrow.ledger;

import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Runs.PartKey;
import java.util.List;

/**
 * What is stored of one pipeline without a time to live, chains apart, to be looked through page by
 * page.
 */
public interface Inventory {

  /** How far it has been looked through. */
  Pass pass();

  /** Notes how far it has been looked through. */
  void note(Pass pass);

  /**
   * The next page.
   *
   * @param after the mark of the page before, empty for the first
   */
  Page page(String after);

  /** Gives an item a time to live, in milliseconds, unless it has one. */
  void expire(Item item, long at);

  /**
   * A pass over all there is.
   *
   * @param after the mark of the last page seen; empty when the pass is over
   * @param begunAt in milliseconds since the epoch
   */
  record Pass(String after, long begunAt) {
    /** The one that is over before the first. */
    public static final Pass NONE = new Pass("", 0);

    /** Whether all has been looked at. */
    public boolean isOver() {
      return after.isEmpty();
    }
  }

  /**
   * Some of what there is.
   *
   * @param mark of this page; empty if it is the last
   */
  record Page(List<Item> items, String mark) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** Something stored. */
  sealed interface Item {
    /**
     * A part of a payload.
     *
     * @param putAt when its writer began
     */
    record PayloadPart(PayloadKey key, int part, long putAt) implements Item {}

    /** The manifest of a run, or one item of a part of it. */
    sealed interface OfRun extends Item {
      RunId run();
    }

    /** The manifest of a run. */
    record RunManifest(RunId run) implements OfRun {}

    /** One item of a part of a run. */
    record RunPart(PartKey part, int item) implements OfRun {
      @Override
      public RunId run() {
        return part.run();
      }
    }
  }
}
