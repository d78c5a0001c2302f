package io.windrow.local.mapping;

/** What is told of a mapping's work. Calls come from the threads of the shards. */
public interface MappingListener {

  /** Hears nothing. */
  MappingListener NONE = new MappingListener() {};

  /** Records are about to be given to the function. */
  default void invoked(String shard, int records) {}

  /** Some or all of them were not handled. */
  default void failed(String shard, int records, String reason) {}

  /** What was not handled is given to the function again. */
  default void retried(String shard, int records) {}

  /** Records were given up. */
  default void discarded(Discarded discarded) {}
}
