package io.windrow.functions.s3;

import io.windrow.ledger.Quarantine;

/** The quarantine of one pipeline in a bucket, under {@code quarantine/<pipeline>/}. */
public final class S3Quarantine implements Quarantine {
  /** What the keys of all pipelines begin with. */
  public static final String PREFIX = "quarantine/";

  private final S3Bucket bucket;
  private final String pipeline;

  /** The quarantine of a pipeline. */
  public S3Quarantine(S3Bucket bucket, String pipeline) {
    this.bucket = bucket;
    this.pipeline = pipeline;
  }

  @Override
  public void put(String name, byte[] content) {
    bucket.put(PREFIX + pipeline + "/" + name, content);
  }
}
