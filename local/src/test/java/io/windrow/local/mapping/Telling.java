package io.windrow.local.mapping;

import java.util.List;

/** A listener that writes down what it hears. */
record Telling(List<String> told) implements MappingListener {
  @Override
  public void invoked(String shard, int records) {
    told.add("invoked " + records);
  }

  @Override
  public void failed(String shard, int records, String reason) {
    told.add("failed " + records + ": " + reason);
  }

  @Override
  public void retried(String shard, int records) {
    told.add("retried " + records);
  }

  @Override
  public void discarded(Discarded discarded) {
    told.add("discarded " + discarded.records().size());
  }
}
