package io.windrow.local.kinesis;

import io.windrow.local.kinesis.StreamSpec.Mode;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The embedded service without its endpoint: the streams of one account, kept in memory. */
public final class KinesisStreams {
  private static final int NAMES_REMEMBERED = 10;

  private final InstantSource clock;
  private final Throughput.Policy throughput;
  private final ConcurrentSkipListMap<String, KinesisStream> streams =
      new ConcurrentSkipListMap<>();
  private final Set<String> unknownNames = new ConcurrentSkipListSet<>();

  /**
   * A service without streams.
   *
   * @param clock gives arrival times, and ages iterators and records
   */
  public KinesisStreams(InstantSource clock, Throughput.Policy throughput) {
    this.clock = clock;
    this.throughput = throughput;
  }

  /** A service that never throttles. */
  public KinesisStreams(InstantSource clock) {
    this(clock, Throughput.unlimited());
  }

  /**
   * Creates a stream, which is ready for use at once.
   *
   * @throws KinesisError when there is one of that name, or the account's quota is reached
   */
  public synchronized KinesisStream create(StreamSpec spec) {
    if (streams.containsKey(spec.name())) {
      throw KinesisError.inUse(
          "Stream %s under account %s already exists.".formatted(spec.name(), Account.ID));
    }
    checkQuota(spec);
    KinesisStream stream = new KinesisStream(spec, clock, throughput);
    streams.put(spec.name(), stream);
    return stream;
  }

  private void checkQuota(StreamSpec spec) {
    if (spec.mode() == Mode.ON_DEMAND && onDemandStreams() >= Account.ON_DEMAND_STREAMS) {
      throw KinesisError.limitExceeded(
          "The account has %d streams in ON_DEMAND mode, which is its limit."
              .formatted(Account.ON_DEMAND_STREAMS));
    }
    if (spec.mode() == Mode.PROVISIONED && openShards() + spec.shards() > Account.SHARDS) {
      throw KinesisError.limitExceeded(
          "This request would exceed the shard limit for the account %s in %s. Current shard count: %d. Limit: %d. Additional shards requested: %d."
              .formatted(Account.ID, Account.REGION, openShards(), Account.SHARDS, spec.shards()));
    }
  }

  /** Deletes a stream and all its records. */
  public void delete(String name) {
    if (streams.remove(name) == null) {
      throw unknown(name);
    }
  }

  /**
   * The stream of a name.
   *
   * @throws KinesisError when there is none
   */
  public KinesisStream stream(String name) {
    KinesisStream stream = streams.get(name);
    if (stream == null) {
      if (unknownNames.size() < NAMES_REMEMBERED) {
        unknownNames.add(name);
      }
      throw unknown(name);
    }
    return stream;
  }

  /** All streams, in the order of their names. */
  public List<KinesisStream> all() {
    return List.copyOf(streams.values());
  }

  /** The first few names that were asked for when no stream had them. */
  public Set<String> unknownNames() {
    return Set.copyOf(unknownNames);
  }

  long now() {
    return clock.millis();
  }

  int openShards() {
    return streams.values().stream()
        .filter(stream -> stream.mode() == Mode.PROVISIONED)
        .mapToInt(stream -> stream.openShards().size())
        .sum();
  }

  long onDemandStreams() {
    return streams.values().stream().filter(stream -> stream.mode() == Mode.ON_DEMAND).count();
  }

  private static KinesisError unknown(String name) {
    return KinesisError.notFound(
        "Stream %s under account %s not found.".formatted(name, Account.ID));
  }
}
