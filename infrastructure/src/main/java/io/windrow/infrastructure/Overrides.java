package io.windrow.infrastructure;

import java.util.function.Consumer;
import software.amazon.awscdk.services.dynamodb.TableProps;
import software.amazon.awscdk.services.kinesis.StreamProps;
import software.amazon.awscdk.services.lambda.EventSourceMappingProps;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.s3.BucketProps;

/** What a user changes in the properties of each resource, once Windrow has set them. */
record Overrides(
    Consumer<StreamProps.Builder> stream,
    Consumer<TableProps.Builder> stateTable,
    Consumer<TableProps.Builder> resultsTable,
    Consumer<BucketProps.Builder> quarantine,
    Consumer<FunctionProps.Builder> process,
    Consumer<FunctionProps.Builder> settle,
    Consumer<EventSourceMappingProps.Builder> mapping) {
  /** The changes that are asked for so far. */
  static final class Builder {
    Consumer<StreamProps.Builder> stream = props -> {};
    Consumer<TableProps.Builder> stateTable = props -> {};
    Consumer<TableProps.Builder> resultsTable = props -> {};
    Consumer<BucketProps.Builder> quarantine = props -> {};
    Consumer<FunctionProps.Builder> process = props -> {};
    Consumer<FunctionProps.Builder> settle = props -> {};
    Consumer<EventSourceMappingProps.Builder> mapping = props -> {};

    Overrides build() {
      return new Overrides(stream, stateTable, resultsTable, quarantine, process, settle, mapping);
    }
  }
}
