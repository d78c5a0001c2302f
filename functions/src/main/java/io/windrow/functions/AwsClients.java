package io.windrow.functions;

import io.windrow.functions.client.CallBudget;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The clients of AWS that a function uses. */
public record AwsClients(DynamoDbClient dynamoDb, KinesisClient kinesis) implements AutoCloseable {

  /**
   * Clients as the environment says: region, credentials, and endpoints if it names any (AWS SDKs
   * and Tools Reference Guide, "Service-specific endpoints").
   */
  public static AwsClients ofEnvironment() {
    return new AwsClients(
        CallBudget.FUNCTION.client(DynamoDbClient.builder()),
        CallBudget.FUNCTION.client(KinesisClient.builder()));
  }

  /** Clients of endpoints on this machine, which ask for no account. */
  public static AwsClients local(URI dynamoDb, URI kinesis) {
    return local(dynamoDb, kinesis, CallBudget.LOCAL);
  }

  /** Such clients within another budget. */
  static AwsClients local(URI dynamoDb, URI kinesis, CallBudget budget) {
    return new AwsClients(
        budget.client(local(DynamoDbClient.builder(), dynamoDb)),
        budget.client(local(KinesisClient.builder(), kinesis)));
  }

  private static <B extends AwsClientBuilder<B, C>, C> B local(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  @Override
  public void close() {
    dynamoDb.close();
    kinesis.close();
  }
}
