package io.windrow.local.kinesis;

/** The throughput of a shard that never throttles, which is what a laptop wants. */
enum UnlimitedThroughput implements Throughput {
  INSTANCE;

  @Override
  public boolean admitsWrite(int bytes, long now) {
    return true;
  }

  @Override
  public boolean admitsRead(long now) {
    return true;
  }

  @Override
  public void gave(long bytes, long now) {}
}
