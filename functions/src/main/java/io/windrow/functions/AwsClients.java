package io.windrow.functions;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
        KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
  }

  /** Clients of endpoints on this machine, which ask for no account. */
  public static AwsClients local(URI dynamoDb, URI kinesis) {
    return new AwsClients(
        local(DynamoDbClient.builder(), dynamoDb), local(KinesisClient.builder(), kinesis));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C local(
      B builder, URI endpoint) {
    return builder
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void close() {
    dynamoDb.close();
    kinesis.close();
  }
}
