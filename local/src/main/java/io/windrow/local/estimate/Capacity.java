package io.windrow.local.estimate;

/** How many shards a stream has, and what they cost. */
public sealed interface Capacity {
  /** Those that a load needs, or more. */
  int shards(Load load);

  /** What the stream costs under a load. */
  Estimate.Line line(Load load);

  /** What a fan-out consumer adds to that. */
  Estimate.Line consumer(Load load);

  /**
   * Kinesis makes as many shards as the load needs, and never fewer than it gives a new stream
   * (Amazon Kinesis Developer Guide, "Choose the data stream capacity mode").
   */
  record OnDemand() implements Capacity {
    private static final int LEAST = 4;

    @Override
    public int shards(Load load) {
      return Math.max(LEAST, load.neededShards());
    }

    @Override
    public Estimate.Line line(Load load) {
      double dollars =
          Prices.STREAM_HOUR * Prices.HOURS_A_MONTH
              + (Prices.STREAM_GB_IN + Prices.STREAM_GB_OUT) * load.gigabytesAMonth();
      return new Estimate.Line(
          "Kinesis",
          dollars,
          "on demand: %d shards, %,.0f GB in and out; for provisioned ones, say --shards %d"
              .formatted(shards(load), load.gigabytesAMonth(), load.neededShards()));
    }

    @Override
    public Estimate.Line consumer(Load load) {
      return new Estimate.Line(
          "Fan-out",
          (Prices.STREAM_CONSUMER_GB - Prices.STREAM_GB_OUT) * load.gigabytesAMonth(),
          "a consumer reads them at $%.2f a GB in place of $%.2f"
              .formatted(Prices.STREAM_CONSUMER_GB, Prices.STREAM_GB_OUT));
    }
  }

  /**
   * The owner says how many shards there are.
   *
   * @param least how many, unless the load needs more
   */
  record Provisioned(int least) implements Capacity {
    @Override
    public int shards(Load load) {
      return Math.max(least, load.neededShards());
    }

    @Override
    public Estimate.Line line(Load load) {
      return new Estimate.Line(
          "Kinesis",
          Prices.SHARD_HOUR * shards(load) * Prices.HOURS_A_MONTH
              + Prices.PUT_UNIT * load.putUnitsAMonth(),
          "provisioned: %d shards, %,.0f million put units"
              .formatted(shards(load), load.putUnitsAMonth() / 1e6));
    }

    @Override
    public Estimate.Line consumer(Load load) {
      double gigabytes = load.bytesAMonth() / Prices.GB;
      return new Estimate.Line(
          "Fan-out",
          Prices.SHARD_CONSUMER_HOUR * shards(load) * Prices.HOURS_A_MONTH
              + Prices.SHARD_CONSUMER_GB * gigabytes,
          "a consumer of %d shards reads %,.0f GB".formatted(shards(load), gigabytes));
    }
  }
}
