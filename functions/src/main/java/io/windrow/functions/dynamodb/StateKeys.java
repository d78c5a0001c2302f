package io.windrow.functions.dynamodb;

import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.RunId;

/**
 * The partition keys of one pipeline in the state table. Each kind of item has a prefix of its own,
 * so that further kinds find room.
 */
record StateKeys(String pipeline) {

  String ledger(String shard) {
    return TableSchemas.LEDGERS + pipeline + "/" + shard;
  }

  String payload(PayloadKey key) {
    return "payload/" + pipeline + "/" + key.shard() + "/" + key.index() + "/" + key.token();
  }

  /** The manifests of one level, by number. */
  String manifests(String shard, int level) {
    return "run/" + pipeline + "/" + shard + "/" + level;
  }

  /** The items of one part of a run: a partition of its own, so that none gets hot. */
  String part(RunId run, int part) {
    return "part/%s/%s/%d/%d/%d".formatted(pipeline, run.shard(), run.level(), run.number(), part);
  }

  String retired(String shard) {
    return "retired/" + pipeline + "/" + shard;
  }

  String frontier() {
    return "frontier/" + pipeline;
  }

  String checkpoint() {
    return "checkpoint/" + pipeline;
  }
}
