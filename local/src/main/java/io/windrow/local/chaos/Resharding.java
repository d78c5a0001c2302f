package io.windrow.local.chaos;

/** What is done to the shards of a stream while an input is put to it. */
public interface Resharding {

  /** Nothing. */
  Resharding NONE =
      new Resharding() {
        @Override
        public void put() {}

        @Override
        public boolean isSetAside(String shard) {
          return false;
        }
      };

  /** A record was put. Called by the thread that puts the input, which waits meanwhile. */
  void put();

  /** Whether no record of the input will come to an open shard. */
  boolean isSetAside(String shard);
}
