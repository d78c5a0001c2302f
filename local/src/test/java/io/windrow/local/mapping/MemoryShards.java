package io.windrow.local.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shards of lists. */
final class MemoryShards implements Shards {
  private final Map<String, Log> logs = new LinkedHashMap<>();

  synchronized MemoryShards shard(String id, String... parents) {
    logs.put(id, new Log(new Shard(id, List.of(parents))));
    return this;
  }

  synchronized MemoryShards put(String shard, List<ShardRecord> records) {
    log(shard).records.addAll(records);
    notifyAll();
    return this;
  }

  synchronized MemoryShards close(String shard) {
    log(shard).closed = true;
    notifyAll();
    return this;
  }

  synchronized MemoryShards expire(String shard) {
    logs.remove(shard);
    return this;
  }

  private Log log(String shard) {
    Log log = logs.get(shard);
    if (log == null) {
      throw new IllegalArgumentException("no shard " + shard);
    }
    return log;
  }

  @Override
  public synchronized List<Shard> list() {
    return logs.values().stream().map(log -> log.shard).toList();
  }

  @Override
  public synchronized ShardReader open(String shard, StartingPosition from) {
    Log log = log(shard);
    if (from instanceof StartingPosition.Latest) {
      return new Reader(log, log.records.size());
    }
    if (from instanceof StartingPosition.AtTimestamp at) {
      int start = (int) log.records.stream().filter(r -> r.arrival() < at.millis()).count();
      return new Reader(log, start);
    }
    return new Reader(log, 0);
  }

  private static final class Log {
    private final Shard shard;
    private final List<ShardRecord> records = new ArrayList<>();
    private boolean closed;

    Log(Shard shard) {
      this.shard = shard;
    }
  }

  private final class Reader implements ShardReader {
    private final Log log;
    private int next;

    Reader(Log log, int start) {
      this.log = log;
      this.next = start;
    }

    @Override
    public List<ShardRecord> read(int atMost) {
      synchronized (MemoryShards.this) {
        int end = Math.min(log.records.size(), next + atMost);
        List<ShardRecord> read = List.copyOf(log.records.subList(next, end));
        next = end;
        return read;
      }
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // waking for nothing is allowed
    public void await(Duration atMost) throws InterruptedException {
      synchronized (MemoryShards.this) {
        if (atTip() && !log.closed) {
          MemoryShards.this.wait(Math.max(1, atMost.toMillis()));
        }
      }
    }

    @Override
    public boolean atTip() {
      synchronized (MemoryShards.this) {
        return next == log.records.size();
      }
    }

    @Override
    public boolean ended() {
      synchronized (MemoryShards.this) {
        return log.closed && atTip();
      }
    }
  }
}
