package io.windrow.local.kinesis;

/** Decides what one shard takes and gives in a second. Called by many threads. */
public interface Throughput {

  /** Makes the throughput of each new shard. */
  @FunctionalInterface
  interface Policy {
    Throughput forShard();
  }

  /** Whether a record may be written now; if so, it is counted. */
  boolean admitsWrite(int bytes, long now);

  /** Whether a read may be made now; if so, it is counted. */
  boolean admitsRead(long now);

  /** Counts what a read has given. */
  void gave(long bytes, long now);

  /** As fast as the machine goes. */
  static Policy unlimited() {
    return () -> UnlimitedThroughput.INSTANCE;
  }

  /** As the service limits a provisioned shard. */
  static Policy provisioned() {
    return ProvisionedThroughput::new;
  }
}
