package io.windrow.ledger;

import io.windrow.ledger.Manifest.Part;
import java.util.List;
import java.util.Optional;

/**
 * Reads chains into the deltas of open windows: through the largest runs that there are, then
 * commit by commit. What it reads is one disjoint cover of the chain, and a gap in it is an error.
 */
final class ChainReader {
  private final Ledger ledger;
  private final Runs runs;
  private final Payloads payloads;
  private final RunParts parts;
  private final RunBounds bounds;

  ChainReader(Ledger ledger, Runs runs, RunBounds bounds) {
    this.ledger = ledger;
    this.bounds = bounds;
    this.runs = runs;
    this.parts = new RunParts(runs, PayloadLimits.STANDARD);
    this.payloads = new Payloads(ledger, PayloadLimits.STANDARD);
  }

  /** How far one chain has been read. */
  static final class Progress {
    private final String shard;

    /** The index of the entry to be read next. */
    private long next;

    Progress(String shard) {
      this.shard = shard;
    }

    boolean isPast(long index) {
      return next > index;
    }
  }

  /**
   * Reads a chain on, to its head or until the deadline is near; a little of it in any case.
   *
   * @param closed the watermark up to which windows are closed: what holds nothing past it is not
   *     read
   * @return whether it came to the head
   */
  boolean readOn(Progress progress, long closed, Deadline deadline, Deltas into) {
    String shard = progress.shard;
    Optional<Entry> head = ledger.head(shard);
    if (head.isPresent() && mayBeInRuns(head.get(), progress.next)) {
      passRetired(progress);
      if (!readRuns(progress, closed, deadline, into)) {
        return false;
      }
    }
    List<Entry> entries = ledger.read(shard, progress.next);
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        requireNoGap(shard, progress.next, entry.index());
        payloads.content(shard, entry, into.views()).deltas().forEach(into::add);
        progress.next++;
      }
      if (deadline.isNear()) {
        return false;
      }
      entries = ledger.read(shard, progress.next);
    }
    return true;
  }

  private boolean mayBeInRuns(Entry head, long next) {
    return head.index() - next >= bounds.fan() || head instanceof Entry.End;
  }

  /** A reader that begins passes over what may have vanished. */
  private void passRetired(Progress progress) {
    if (progress.next == 0) {
      progress.next = firstOfRun(progress.shard, runs.retired(progress.shard).index());
    }
  }

  /** Where the largest run begins that holds an index: the smaller ones in it may have vanished. */
  private long firstOfRun(String shard, long index) {
    for (int level = RunBounds.MAX_LEVEL; level > 1; level--) {
      long number = index / bounds.size(level);
      if (index % bounds.size(level) != 0 && !runs.manifests(shard, level, number).isEmpty()) {
        return number * bounds.size(level);
      }
    }
    return index;
  }

  private boolean readRuns(Progress progress, long closed, Deadline deadline, Deltas into) {
    List<Manifest> manifests = largest(progress);
    while (!manifests.isEmpty()) {
      for (Manifest manifest : manifests) {
        requireNoGap(progress.shard, progress.next, bounds.first(manifest.run()));
        addOpen(manifest, closed, into);
        progress.next = manifest.lastIndex() + 1;
        if (deadline.isNear()) {
          return false;
        }
        if (progress.next % bounds.size(manifest.run().level() + 1) == 0) {
          break;
        }
      }
      manifests = largest(progress);
    }
    return true;
  }

  /** The manifests of what is next, of the highest level that has a run there. */
  private List<Manifest> largest(Progress progress) {
    long next = progress.next;
    for (int level = RunBounds.MAX_LEVEL; level > 0; level--) {
      long size = bounds.size(level);
      List<Manifest> manifests =
          next % size == 0 ? runs.manifests(progress.shard, level, next / size) : List.of();
      if (!manifests.isEmpty()) {
        return manifests;
      }
    }
    return List.of();
  }

  private void addOpen(Manifest manifest, long closed, Deltas into) {
    for (Part part : manifest.parts()) {
      if (part.closesAt() > closed) {
        parts.read(manifest, part, into);
      }
    }
  }

  static void requireNoGap(String shard, long expected, long found) {
    if (found != expected) {
      throw new LedgerException(
          "the chain of shard %s has a gap: expected entry %d, found %s"
              .formatted(shard, expected, found < 0 ? "none" : found));
    }
  }
}
