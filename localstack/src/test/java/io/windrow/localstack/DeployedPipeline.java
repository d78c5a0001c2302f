package io.windrow.localstack;

import io.windrow.functions.dynamodb.DynamoFrontiers;
import io.windrow.functions.dynamodb.DynamoLedger;
import io.windrow.functions.dynamodb.DynamoResults;
import io.windrow.ledger.Chain;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.KeptLine;
import io.windrow.ledger.Steps;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.oracle.Evidence;
import io.windrow.simulation.oracle.Verifier;
import io.windrow.view.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A pipeline as its stream, tables and quarantine show it. */
final class DeployedPipeline {
  private static final String TABLE = "AWS::DynamoDB::Table";

  private final PipelineCopy definition;
  private final StreamOnLocalStack stream;
  private final DynamoLedger ledger;
  private final DynamoFrontiers frontiers;
  private final DynamoResults results;
  private final QuarantineBucket quarantine;

  DeployedPipeline(Aws aws, DeployedStacks stacks, PipelineCopy definition, String name) {
    this.definition = definition;
    String state = stacks.physical(TABLE, "StorageState");
    this.stream = new StreamOnLocalStack(aws.kinesis(), name);
    this.ledger = new DynamoLedger(aws.dynamoDb(), state, name);
    this.frontiers = new DynamoFrontiers(aws.dynamoDb(), state, name);
    this.results =
        new DynamoResults(aws.dynamoDb(), stacks.physical(TABLE, "StorageResults"), name);
    this.quarantine =
        new QuarantineBucket(aws.s3(), stacks.physical("AWS::S3::Bucket", "StorageQuarantine"));
  }

  StreamOnLocalStack stream() {
    return stream;
  }

  QuarantineBucket quarantine() {
    return quarantine;
  }

  Frontier frontier() {
    return frontiers.read();
  }

  /** The sum of all that the chains have counted. */
  Counts counts() {
    return stream.shards().stream()
        .map(shard -> new Chain(ledger, shard.shardId()).counts())
        .reduce(Counts.NONE, Counts::plus);
  }

  /** Those of all commits. */
  Set<Long> generations() {
    return evidence().stream()
        .flatMap(shard -> shard.entries().stream())
        .map(Entry::generation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Waits until every record of the stream has its verdict and every window of it is closed. */
  void awaitClosed(long watermark) throws InterruptedException {
    long put = stream.records().size();
    Waiting.until(
        () -> counts().received() + " of " + put + " received, " + frontier(),
        () -> counts().received() == put && frontier().closed() >= watermark);
  }

  /** Waits until all that an ended shard has kept is in a file. */
  void awaitFiled(String shard) throws InterruptedException {
    Set<String> kept = new TreeSet<>();
    new Chain(ledger, shard).kept(record -> kept.add(KeptLine.of(record).strip()));
    Waiting.until(
        () -> "kept by " + shard + " " + kept.size() + ", filed " + quarantine.lines().size(),
        () -> quarantine.lines().containsAll(kept));
  }

  /** Compares counts, verdicts, results and files with the oracle. */
  void verify() {
    Steps steps = definition.steps();
    Map<String, Result> stored =
        results.scan(steps.views()).collect(Collectors.toMap(Result::id, Function.identity()));
    Verifier.verify(steps, record -> Deadliness.HARMLESS, evidence(), stored, quarantine.files());
  }

  private List<Evidence> evidence() {
    LedgerOnLocalStack chains = new LedgerOnLocalStack(ledger);
    return stream.shards().stream().map(shard -> chains.evidence(shard.shardId(), stream)).toList();
  }
}
