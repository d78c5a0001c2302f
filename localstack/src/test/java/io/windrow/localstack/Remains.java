package io.windrow.localstack;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** What outlives the stacks of a pipeline, and is then deleted by name. */
record Remains(Aws aws, List<String> tables, String stream, String bucket) {
  private static final String TABLE = "AWS::DynamoDB::Table";

  static Remains of(Deployment deployment) {
    DeployedStacks stacks = deployment.stacks();
    return new Remains(
        deployment.aws(),
        List.of(stacks.physical(TABLE, "StorageState"), stacks.physical(TABLE, "StorageResults")),
        stacks.physical("AWS::Kinesis::Stream", "Storage"),
        stacks.physical("AWS::S3::Bucket", "Storage"));
  }

  /** Whether all of it is still there. */
  boolean areWhole() {
    return tables.stream().allMatch(this::isActive)
        && aws.kinesis()
                .describeStreamSummary(request -> request.streamName(stream))
                .streamDescriptionSummary()
                .streamStatus()
            == StreamStatus.ACTIVE
        && !versions().isEmpty();
  }

  private boolean isActive(String table) {
    return aws.dynamoDb().describeTable(request -> request.tableName(table)).table().tableStatus()
        == TableStatus.ACTIVE;
  }

  private List<ObjectVersion> versions() {
    return aws.s3().listObjectVersions(request -> request.bucket(bucket)).versions();
  }

  /** Deletes it, as the guide to deploying says. */
  void delete() {
    for (String table : tables) {
      aws.dynamoDb()
          .updateTable(request -> request.tableName(table).deletionProtectionEnabled(false));
      aws.dynamoDb().deleteTable(request -> request.tableName(table));
    }
    List<ObjectIdentifier> objects =
        versions().stream()
            .map(
                version ->
                    ObjectIdentifier.builder()
                        .key(version.key())
                        .versionId(version.versionId())
                        .build())
            .toList();
    aws.s3().deleteObjects(request -> request.bucket(bucket).delete(all -> all.objects(objects)));
    aws.s3().deleteBucket(request -> request.bucket(bucket));
    aws.kinesis().deleteStream(request -> request.streamName(stream).enforceConsumerDeletion(true));
  }
}
