package io.windrow.local.chaos;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Results;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import io.windrow.view.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ports of the ledger with invocations killed at their writes, before or after, by a seed. One
 * serves a whole run, over all environments, so that it knows which writes have been struck.
 */
public final class ChaosPorts {
  private final WriteFaults faults;

  public ChaosPorts(long seed) {
    this.faults = new WriteFaults(seed);
  }

  public Ledger over(Ledger ledger) {
    return new StruckLedger(ledger, faults);
  }

  public Frontiers over(Frontiers frontiers) {
    return new StruckFrontiers(frontiers, faults);
  }

  public Runs over(Runs runs) {
    return new StruckRuns(runs, faults);
  }

  public Results over(Results results) {
    return put -> strike(results, put);
  }

  /** Kills between two halves of a list too, as it is written by several requests. */
  private void strike(Results results, List<Result> put) {
    int half = put.size() / 2;
    for (List<Result> part : List.of(put.subList(0, half), put.subList(half, put.size()))) {
      if (!part.isEmpty()) {
        faults.at("results from " + part.get(0).id(), () -> results.put(part));
      }
    }
  }

  private record StruckLedger(Ledger ledger, WriteFaults faults) implements Ledger {
    @Override
    public Optional<Entry> head(String shard) {
      return ledger.head(shard);
    }

    @Override
    public List<Entry> read(String shard, long fromIndex) {
      return ledger.read(shard, fromIndex);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      return faults.at("append " + shard + " " + entry.index(), () -> ledger.append(shard, entry));
    }

    @Override
    public void putPayload(PayloadKey key, int part, byte[] content) {
      faults.at(
          "payload " + key.shard() + " " + key.index() + " " + part,
          () -> ledger.putPayload(key, part, content));
    }

    @Override
    public Optional<byte[]> payload(PayloadKey key, int part) {
      return ledger.payload(key, part);
    }

    @Override
    public void expire(String shard, long fromIndex, long toIndex, long at) {
      faults.at(
          "expire " + shard + " " + fromIndex, () -> ledger.expire(shard, fromIndex, toIndex, at));
    }
  }

  private record StruckRuns(Runs runs, WriteFaults faults) implements Runs {
    @Override
    public List<Manifest> manifests(String shard, int level, long fromNumber) {
      return runs.manifests(shard, level, fromNumber);
    }

    @Override
    public Optional<Long> latest(String shard, int level) {
      return runs.latest(shard, level);
    }

    @Override
    public void putPart(RunId run, int part, int item, byte[] content) {
      faults.at(run + " " + part + " " + item, () -> runs.putPart(run, part, item, content));
    }

    @Override
    public Optional<byte[]> part(RunId run, int part, int item) {
      return runs.part(run, part, item);
    }

    @Override
    public void putManifest(Manifest manifest) {
      faults.at("manifest of " + manifest.run(), () -> runs.putManifest(manifest));
    }

    @Override
    public long retired(String shard) {
      return runs.retired(shard);
    }

    @Override
    public void retire(String shard, long index) {
      faults.at("retire " + shard + " " + index, () -> runs.retire(shard, index));
    }
  }

  private record StruckFrontiers(Frontiers frontiers, WriteFaults faults) implements Frontiers {
    @Override
    public Frontier read() {
      return frontiers.read();
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      return faults.at("frontier " + next, () -> frontiers.replace(expected, next));
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return frontiers.checkpoint();
    }

    @Override
    public void advance(Checkpoint checkpoint) {
      faults.at(
          "checkpoint "
              + checkpoint.closing()
              + " "
              + checkpoint.closesAt()
              + " "
              + Arrays.hashCode(checkpoint.mark()),
          () -> frontiers.advance(checkpoint));
    }
  }
}
