package io.windrow.localstack;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of a LocalStack. */
record Aws(
    CloudFormationClient cloudFormation,
    CloudWatchClient cloudWatch,
    CloudWatchLogsClient logs,
    DynamoDbClient dynamoDb,
    KinesisClient kinesis,
    LambdaClient lambda,
    S3Client s3,
    SnsClient sns,
    SqsClient sqs) {

  static Aws of(LocalStack localStack) {
    return new Aws(
        client(CloudFormationClient.builder(), localStack),
        client(CloudWatchClient.builder(), localStack),
        client(CloudWatchLogsClient.builder(), localStack),
        client(DynamoDbClient.builder(), localStack),
        client(KinesisClient.builder(), localStack),
        client(LambdaClient.builder(), localStack),
        client(S3Client.builder().forcePathStyle(true), localStack),
        client(SnsClient.builder(), localStack),
        client(SqsClient.builder(), localStack));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, LocalStack localStack) {
    return builder
        .endpointOverride(localStack.endpoint())
        .region(Region.of(LocalStack.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalStack.KEY, LocalStack.KEY)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
