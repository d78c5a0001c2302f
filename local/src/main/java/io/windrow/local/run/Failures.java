package io.windrow.local.run;

import io.windrow.local.mapping.MappingListener;
import java.util.function.Consumer;

/** Tells of invocations that failed. */
record Failures(Consumer<String> warned) implements MappingListener {
  @Override
  public void failed(String shard, int records, String reason) {
    warned.accept("%d records of %s are tried again: %s".formatted(records, shard, reason));
  }
}
