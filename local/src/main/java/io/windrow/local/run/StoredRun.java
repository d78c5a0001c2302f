package io.windrow.local.run;

import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.ledger.Chain;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Filer;
import io.windrow.ledger.Kept;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.Shard;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the tables of a pipeline hold of a run: counts, final results, and records kept whole. */
public final class StoredRun {
  private final DynamoTables tables;
  private final KinesisStream stream;
  private final List<View> views;

  StoredRun(DynamoTables tables, KinesisStream stream, List<View> views) {
    this.tables = tables;
    this.stream = stream;
    this.views = List.copyOf(views);
  }

  /** The counts of each shard, as its ledger has them. */
  public Map<String, Counts> counts() {
    Map<String, Counts> counts = new TreeMap<>();
    for (Shard shard : stream.shards()) {
      counts.put(shard.id(), chain(shard.id()).counts());
    }
    return counts;
  }

  /** The final results, in no order. */
  public Stream<Result> results() {
    return tables.results().scan(views);
  }

  /** Gives every rejected or late record, by shard and position. */
  public void kept(Consumer<Kept> each) {
    chains().forEach(chain -> chain.kept(each));
  }

  /** Files the rejected and late records that settling has not come to yet. */
  public void fileRest(Quarantine quarantine) {
    Filer filer = new Filer(tables.ledger(), tables.runs(), quarantine, RunBounds.STANDARD);
    shards().forEach(filer::fileAll);
  }

  private Stream<Chain> chains() {
    return shards().map(this::chain);
  }

  private Stream<String> shards() {
    return stream.shards().stream().map(Shard::id).sorted();
  }

  private Chain chain(String shard) {
    return new Chain(tables.ledger(), shard);
  }
}
