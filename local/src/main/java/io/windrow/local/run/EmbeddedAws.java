package io.windrow.local.run;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.AwsClients;
import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStreams;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The services that pipelines use, in this process: Kinesis and DynamoDB, all in memory. */
public final class EmbeddedAws implements AutoCloseable {
  private final KinesisStreams streams;
  private final KinesisEndpoint endpoint;
  private final DynamoDbLocal dynamoDb;
  private final AwsClients clients;

  private EmbeddedAws(KinesisStreams streams, KinesisEndpoint endpoint, DynamoDbLocal dynamoDb) {
    this.streams = streams;
    this.endpoint = endpoint;
    this.dynamoDb = dynamoDb;
    this.clients = AwsClients.local(dynamoDb.endpoint(), endpoint.uri());
  }

  /**
   * Starts Kinesis beside a DynamoDB that it takes over.
   *
   * @param dynamoDb is asked last, since it may still be starting
   * @param port where Kinesis listens, 0 for any free port
   * @throws io.windrow.local.kinesis.PortInUseException when another program listens there
   */
  public static EmbeddedAws start(Supplier<DynamoDbLocal> dynamoDb, int port) {
    KinesisStreams streams = new KinesisStreams(InstantSource.system());
    KinesisEndpoint endpoint = KinesisEndpoint.start(streams, port);
    return new EmbeddedAws(streams, endpoint, dynamoDb.get());
  }

  /** Kinesis without its endpoint. */
  public KinesisStreams streams() {
    return streams;
  }

  /** Clients of both services, which ask for no account. */
  public AwsClients clients() {
    return clients;
  }

  /** The environment variables by which SDKs in another process find both services. */
  public Map<String, String> endpoints() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString(),
        "AWS_ENDPOINT_URL_KINESIS", endpoint.uri().toString());
  }

  /** The address at which SDKs and the AWS CLI find Kinesis. */
  public URI kinesis() {
    return endpoint.uri();
  }

  /** The address at which SDKs and the AWS CLI find DynamoDB Local. */
  public URI dynamoDb() {
    return dynamoDb.endpoint();
  }

  @Override
  public void close() {
    clients.close();
    endpoint.close();
    dynamoDb.close();
  }
}
