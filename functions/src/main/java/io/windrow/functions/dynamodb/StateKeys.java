package io.windrow.functions.dynamodb;

import io.windrow.ledger.Ledger.PayloadKey;

/**
 * The partition keys of one pipeline in the state table. Each kind of item has a prefix of its own,
 * so that further kinds find room.
 */
record StateKeys(String pipeline) {

  String ledger(String shard) {
    return "ledger/" + pipeline + "/" + shard;
  }

  String payload(PayloadKey key) {
    return "payload/" + pipeline + "/" + key.shard() + "/" + key.index() + "/" + key.token();
  }

  String frontier() {
    return "frontier/" + pipeline;
  }

  String checkpoint() {
    return "checkpoint/" + pipeline;
  }
}
