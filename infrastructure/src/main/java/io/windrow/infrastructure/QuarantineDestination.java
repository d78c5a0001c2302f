package io.windrow.infrastructure;

import software.amazon.awscdk.services.lambda.DlqDestinationConfig;
import software.amazon.awscdk.services.lambda.IEventSourceDlq;
import software.amazon.awscdk.services.lambda.IEventSourceMapping;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * The quarantine as a mapping's destination of batches that it gives up, whole. The CDK's own
 * grants reading and deleting of the whole bucket too; what this needs, {@link ProcessFunction}
 * allows.
 */
final class QuarantineDestination implements IEventSourceDlq {
  /** Where Lambda puts such batches (AWS Lambda Developer Guide, "Retain discarded batches"). */
  static final String PREFIX = "aws/lambda/";

  private final IBucket bucket;

  QuarantineDestination(IBucket bucket) {
    this.bucket = bucket;
  }

  @Override
  public DlqDestinationConfig bind(IEventSourceMapping mapping, IFunction function) {
    return DlqDestinationConfig.builder().destination(bucket.getBucketArn()).build();
  }
}
