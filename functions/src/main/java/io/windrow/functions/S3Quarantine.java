package io.windrow.functions;

import io.windrow.ledger.Quarantine;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The quarantine of one pipeline in a bucket, under {@code quarantine/<pipeline>/}. */
public final class S3Quarantine implements Quarantine {
  /** What the keys of all pipelines begin with. */
  public static final String PREFIX = "quarantine/";

  private static final String JSON_LINES = "application/x-ndjson";

  private final S3Client client;
  private final String bucket;
  private final String pipeline;

  /** The quarantine of a pipeline. */
  public S3Quarantine(S3Client client, String bucket, String pipeline) {
    this.client = client;
    this.bucket = bucket;
    this.pipeline = pipeline;
  }

  @Override
  public void put(String name, byte[] content) {
    client.putObject(
        request ->
            request.bucket(bucket).key(PREFIX + pipeline + "/" + name).contentType(JSON_LINES),
        RequestBody.fromBytes(content));
  }
}
