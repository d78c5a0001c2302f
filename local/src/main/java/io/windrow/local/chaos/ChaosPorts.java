package io.windrow.local.chaos;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.Results;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import io.windrow.view.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ports of the ledger with faults at their calls, by a seed: invocations killed before and
 * after them, throttles, answers lost, delays. One serves a whole run, over all environments, so
 * that it knows which calls have been struck.
 */
public final class ChaosPorts {
  private final PortFaults faults;

  /**
   * Faults by a seed.
   *
   * @param struck is told of each, by many threads
   */
  public ChaosPorts(long seed, Consumer<Fault> struck) {
    this.faults = new PortFaults(seed, struck);
  }

  /** All ports but the source, which is Kinesis itself, and what is only looked through. */
  public Ports over(Ports ports) {
    return new Ports(
        over(ports.ledger()),
        over(ports.frontiers()),
        over(ports.runs()),
        over(ports.results()),
        over(ports.quarantine()),
        ports.source(),
        ports.inventory());
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

  public Quarantine over(Quarantine quarantine) {
    return (name, content) -> faults.at("file " + name, () -> quarantine.put(name, content));
  }

  /** Strikes between two halves of a list too, as it is written by several requests. */
  private void strike(Results results, List<Result> put) {
    int half = put.size() / 2;
    for (List<Result> part : List.of(put.subList(0, half), put.subList(half, put.size()))) {
      if (!part.isEmpty()) {
        faults.at("results from " + part.get(0).id(), () -> results.put(part));
      }
    }
  }

  private record StruckLedger(Ledger ledger, PortFaults faults) implements Ledger {
    @Override
    public Optional<Entry> head(String shard) {
      return faults.at("head " + shard, () -> ledger.head(shard));
    }

    @Override
    public Optional<Entry> entry(String shard, long index) {
      return faults.at("entry " + shard + " " + index, () -> ledger.entry(shard, index));
    }

    @Override
    public List<Entry> read(String shard, long fromIndex) {
      return faults.at("read " + shard + " " + fromIndex, () -> ledger.read(shard, fromIndex));
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      return faults.at("append " + shard + " " + entry.index(), () -> ledger.append(shard, entry));
    }

    @Override
    public void putPayload(PayloadKey key, int part, byte[] content, long at) {
      faults.at(
          "payload " + key.shard() + " " + key.index() + " " + part,
          () -> ledger.putPayload(key, part, content, at));
    }

    @Override
    public Optional<byte[]> payload(PayloadKey key, int part) {
      return faults.at(
          "get " + key.shard() + " " + key.index() + " " + part, () -> ledger.payload(key, part));
    }

    @Override
    public void expire(String shard, long fromIndex, long toIndex, long at) {
      faults.at(
          "expire " + shard + " " + fromIndex, () -> ledger.expire(shard, fromIndex, toIndex, at));
    }
  }

  private record StruckRuns(Runs runs, PortFaults faults) implements Runs {
    @Override
    public List<Manifest> manifests(String shard, int level, long fromNumber) {
      return faults.at(
          "manifests " + shard + " " + level + " " + fromNumber,
          () -> runs.manifests(shard, level, fromNumber));
    }

    @Override
    public Optional<Long> latest(String shard, int level) {
      return faults.at("latest " + shard + " " + level, () -> runs.latest(shard, level));
    }

    @Override
    public void putPart(RunId run, int part, int item, byte[] content) {
      faults.at(run + " " + part + " " + item, () -> runs.putPart(run, part, item, content));
    }

    @Override
    public Optional<byte[]> part(RunId run, int part, int item) {
      return faults.at("get " + run + " " + part + " " + item, () -> runs.part(run, part, item));
    }

    @Override
    public void putManifest(Manifest manifest) {
      faults.at("manifest of " + manifest.run(), () -> runs.putManifest(manifest));
    }

    @Override
    public void expire(Manifest manifest, long at) {
      faults.at("expire " + manifest.run(), () -> runs.expire(manifest, at));
    }

    @Override
    public Retired retired(String shard) {
      return faults.at("retired " + shard, () -> runs.retired(shard));
    }

    @Override
    public void retire(String shard, long index, long closesAt) {
      faults.at("retire " + shard + " " + index, () -> runs.retire(shard, index, closesAt));
    }

    @Override
    public void retireRuns(String shard, int level, long number) {
      faults.at(
          "retire runs " + shard + " " + level + " " + number,
          () -> runs.retireRuns(shard, level, number));
    }
  }

  private record StruckFrontiers(Frontiers frontiers, PortFaults faults) implements Frontiers {
    @Override
    public Frontier read() {
      return faults.at("frontier", frontiers::read);
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      return faults.at("frontier " + next, () -> frontiers.replace(expected, next));
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return faults.at("checkpoint", frontiers::checkpoint);
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
