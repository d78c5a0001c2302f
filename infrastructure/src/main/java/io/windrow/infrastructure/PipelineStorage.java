package io.windrow.infrastructure;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * What of a pipeline must outlive its functions: stream, tables, quarantine, key. Each is kept when
 * its stack is deleted.
 */
public final class PipelineStorage extends Construct {
  private final WindrowPipelineProps props;
  private final @Nullable IKey key;
  private final PipelineStream stream;
  private final PipelineTables tables;
  private final IBucket quarantine;

  public PipelineStorage(Construct scope, String id, WindrowPipelineProps props) {
    super(scope, id);
    this.props = props;
    this.key = StorageKey.of(this, props);
    this.stream = PipelineStream.of(this, props.definition().source(), props, key);
    this.tables = PipelineTables.of(this, props, key);
    this.quarantine = PipelineQuarantine.of(this, props, key);
    Tags.of(this).add("windrow:pipeline", props.definition().name());
    props.tags().forEach(Tags.of(this)::add);
  }

  /**
   * Refuses a pipeline that this is not the storage of.
   *
   * @throws IllegalArgumentException when it is another, or has other keys
   */
  void requireMadeFor(WindrowPipelineProps pipeline) {
    String name = pipeline.definition().name();
    String owner = props.definition().name();
    if (!name.equals(owner)) {
      throw new IllegalArgumentException(
          "the storage %s is of the pipeline %s, and is given to the pipeline %s; give each a storage of its own, made from the same properties"
              .formatted(getNode().getPath(), owner, name));
    }
    if (!pipeline.encryption().equals(props.encryption())) {
      throw new IllegalArgumentException(
          "the storage %s is made with another encryption(...) than the pipeline %s that it is given to; make both from the same properties"
              .formatted(getNode().getPath(), name));
    }
  }

  public IStream stream() {
    return stream.stream();
  }

  PipelineStream source() {
    return stream;
  }

  public ITable stateTable() {
    return tables.state();
  }

  public ITable resultsTable() {
    return tables.results();
  }

  public IBucket quarantine() {
    return quarantine;
  }

  /** The customer's key, null where AWS manages the keys. */
  public @Nullable IKey key() {
    return key;
  }
}
