package io.windrow.functions.kinesis;

import io.windrow.functions.concurrent.Concurrently;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * A Kinesis stream.
 *
 * <p>Past a position where a shard was silent for long, GetRecords answers with nothing many times
 * before it comes to the latest, and a shard has five reads a second for all who read it (Amazon
 * Kinesis Data Streams API Reference, "GetRecords"). So a probe reads slowly and gives up after a
 * while, unanswered, as when it is throttled: it must hold up no other shard. The next one goes on
 * from where it has come to.
 */
public final class KinesisSource implements Source {
  /** Shards are asked so many at a time; each has a limit of its own. */
  private static final int READERS = 16;

  /** Leaves two of a shard's five reads a second to others. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The patience of a call whose batch waits meanwhile. */
  public static final Duration HURRIED = Duration.ofSeconds(3);

  /** For all shards that are asked together: a settling, which asks twice, has five minutes. */
  private static final Duration PATIENCE_IN_ALL = Duration.ofSeconds(90);

  private final KinesisClient client;
  private final StreamId stream;
  private final @Nullable Instant start;
  private final InstantSource clock;
  private final Duration patience;
  private final ListedShards shards;
  private final Map<String, Place> places = new ConcurrentHashMap<>();

  /**
   * A stream.
   *
   * @param start when what is read begins to arrive, null for all that the stream holds
   */
  public KinesisSource(
      KinesisClient client, StreamId stream, @Nullable Instant start, InstantSource clock) {
    this(client, stream, start, clock, PATIENCE);
  }

  /**
   * A stream.
   *
   * @param patience how long a shard is asked before it is left unanswered
   */
  public KinesisSource(
      KinesisClient client,
      StreamId stream,
      @Nullable Instant start,
      InstantSource clock,
      Duration patience) {
    this.patience = patience;
    this.client = client;
    this.stream = stream;
    this.start = start;
    this.clock = clock;
    this.shards = new ListedShards(client, stream);
  }

  @Override
  public List<Shard> shards() {
    return shards.list().stream()
        .map(
            shard ->
                new Shard(
                    shard.shardId(),
                    Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                        .filter(Objects::nonNull)
                        .toList()))
        .toList();
  }

  @Override
  public String identity() {
    return shards.identity();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The time of a proof is that of this clock before Kinesis is asked: it tells no time itself.
   */
  @Override
  public Probe probe(String shard, @Nullable Position after) {
    return probe(shard, after, within(patience));
  }

  private static Deadline within(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() - end > 0;
  }

  private Probe probe(String shard, @Nullable Position after, Deadline end) {
    try {
      return follow(shard, after, iterator(shard, after), end);
    } catch (ResourceNotFoundException e) {
      return new Probe.Gone();
    } catch (ExpiredIteratorException e) {
      places.remove(shard);
      return new Probe.Unanswered();
    } catch (SdkClientException e) {
      return new Probe.Unanswered();
    } catch (SdkServiceException e) {
      return ListedShards.orThrow(e, new Probe.Unanswered());
    }
  }

  @Override
  public Map<String, Probe> probes(Map<String, @Nullable Position> after, Deadline deadline) {
    Map<String, Probe> probes = new ConcurrentSkipListMap<>();
    Deadline ofAll = either(within(PATIENCE_IN_ALL), deadline);
    Concurrently.forEach(
        List.copyOf(after.keySet()),
        READERS,
        shard -> probes.put(shard, probeUntil(ofAll, shard, after.get(shard))));
    return probes;
  }

  private Probe probeUntil(Deadline ofAll, String shard, @Nullable Position after) {
    return ofAll.isNear()
        ? new Probe.Unanswered()
        : probe(shard, after, either(within(patience), ofAll));
  }

  private static Deadline either(Deadline one, Deadline other) {
    return () -> one.isNear() || other.isNear();
  }

  /** From where the last probe after this position has come to, if it found nothing till there. */
  private String iterator(String shard, @Nullable Position after) {
    Place place = places.get(shard);
    return place != null && place.isFor(after, clock.millis())
        ? place.iterator
        : newIterator(shard, after);
  }

  /** Of a stream that was made anew, nothing of a shard was taken yet. */
  private String newIterator(String shard, @Nullable Position after) {
    try {
      return client.getShardIterator(from(shard, after)).shardIterator();
    } catch (InvalidArgumentException e) {
      if (after == null) {
        throw e;
      }
      if (!shards.beginsPast(shard, after)) {
        throw new IllegalStateException(
            "the stream does not know the position %s, which is the last that was taken of its shard %s, and has none before it: it was made anew, and its sequence numbers are no greater than the former one's; deploy the pipeline under another name"
                .formatted(after, shard),
            e);
      }
      return client.getShardIterator(from(shard, null)).shardIterator();
    }
  }

  private Probe follow(String shard, @Nullable Position after, String first, Deadline end) {
    String iterator = first;
    while (true) {
      long asked = clock.millis();
      GetRecordsResponse response = records(iterator);
      if (!response.records().isEmpty()) {
        places.remove(shard);
        Record waiting = response.records().get(0);
        return new Probe.Waiting(
            waiting.approximateArrivalTimestamp().toEpochMilli(), waiting.sequenceNumber());
      }
      if (response.nextShardIterator() == null) {
        return ended(shard, response);
      }
      iterator = response.nextShardIterator();
      places.put(shard, new Place(after, iterator, asked));
      if (response.millisBehindLatest() == 0) {
        return new Probe.Empty(asked);
      }
      if (end.isNear()) {
        return new Probe.Unanswered();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Without its children, which go on from it, a shard must not be ended. */
  private Probe ended(String shard, GetRecordsResponse response) {
    List<String> named = response.childShards().stream().map(ChildShard::shardId).toList();
    List<String> children =
        named.isEmpty()
            ? shards().stream()
                .filter(listed -> listed.parents().contains(shard))
                .map(Shard::id)
                .toList()
            : named;
    return children.isEmpty() ? new Probe.Unanswered() : new Probe.Ended(children);
  }

  private GetRecordsResponse records(String iterator) {
    return client.getRecords(
        request -> request.shardIterator(iterator).streamARN(stream.arn()).limit(1));
  }

  private GetShardIteratorRequest from(String shard, @Nullable Position after) {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder()
            .streamName(stream.name())
            .streamARN(stream.arn())
            .shardId(shard);
    if (after != null) {
      return request
          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
          .startingSequenceNumber(after.sequence())
          .build();
    }
    return start == null
        ? request.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()
        : request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(start).build();
  }

  /**
   * How far nothing was found past a position.
   *
   * @param at when its iterator was given
   */
  private record Place(@Nullable Position after, String iterator, long at) {
    /** An iterator lives for five minutes. */
    private static final long LIFE = 280_000;

    boolean isFor(@Nullable Position position, long now) {
      return Objects.equals(after, position) && now - at < LIFE;
    }
  }
}
