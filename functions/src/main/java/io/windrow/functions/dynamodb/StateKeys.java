package io.windrow.functions.dynamodb;

import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs.PartKey;

/**
 * The partition keys of one pipeline in the state table. Each kind of item has a prefix of its own,
 * so that further kinds find room.
 */
record StateKeys(String pipeline) {

  String ledger(String shard) {
    return TableSchemas.LEDGERS + pipeline + "/" + shard;
  }

  /** How the keys of payloads begin. */
  String payloads() {
    return "payload/" + pipeline + "/";
  }

  String payload(PayloadKey key) {
    return payloads() + key.shard() + "/" + key.index() + "/" + key.token();
  }

  /** How the keys of manifests begin. */
  String runs() {
    return "run/" + pipeline + "/";
  }

  /** The manifests of one level, by number. */
  String manifests(String shard, int level) {
    return runs() + shard + "/" + level;
  }

  /** How the keys of parts begin. */
  String parts() {
    return "part/" + pipeline + "/";
  }

  /** The items of one part of a run: a partition of its own, so that none gets hot. */
  String part(PartKey part) {
    RunId run = part.run();
    return "%s%s/%d/%d/%s/%d"
        .formatted(parts(), run.shard(), run.level(), run.number(), part.token(), part.number());
  }

  String retired(String shard) {
    return "retired/" + pipeline + "/" + shard;
  }

  String filed(String shard) {
    return "filed/" + pipeline + "/" + shard;
  }

  /** How far this table has been looked through for what was left behind. */
  String sweep() {
    return "sweep/" + pipeline;
  }

  /** What is known of calls that records past the head of a shard may have killed. */
  String marker(String shard) {
    return "marker/" + pipeline + "/" + shard;
  }

  String frontier() {
    return "frontier/" + pipeline;
  }

  String checkpoint() {
    return "checkpoint/" + pipeline;
  }
}
