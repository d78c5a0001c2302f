package io.windrow.local.mapping;

import java.time.Duration;

/** A {@link MappingConfig} in the making. */
public final class MappingConfigBuilder {
  private final String streamArn;
  private final String functionArn;
  private int batchSize = 100;
  private Duration batchingWindow = Duration.ZERO;
  private boolean bisectBatchOnFunctionError;
  private boolean reportBatchItemFailures;
  private int maximumRetryAttempts = MappingConfig.UNLIMITED;
  private int maximumRecordAgeSeconds = MappingConfig.UNLIMITED;
  private StartingPosition start = new StartingPosition.TrimHorizon();
  private Duration timeout = Duration.ofSeconds(60);
  private Backoff backoff = Backoff.DEFAULT;

  MappingConfigBuilder(String streamArn, String functionArn) {
    this.streamArn = streamArn;
    this.functionArn = functionArn;
  }

  public MappingConfigBuilder batchSize(int records) {
    this.batchSize = records;
    return this;
  }

  public MappingConfigBuilder batchingWindow(Duration window) {
    this.batchingWindow = window;
    return this;
  }

  public MappingConfigBuilder bisectBatchOnFunctionError() {
    this.bisectBatchOnFunctionError = true;
    return this;
  }

  public MappingConfigBuilder reportBatchItemFailures() {
    this.reportBatchItemFailures = true;
    return this;
  }

  public MappingConfigBuilder maximumRetryAttempts(int retries) {
    this.maximumRetryAttempts = retries;
    return this;
  }

  public MappingConfigBuilder maximumRecordAgeSeconds(int seconds) {
    this.maximumRecordAgeSeconds = seconds;
    return this;
  }

  public MappingConfigBuilder start(StartingPosition position) {
    this.start = position;
    return this;
  }

  public MappingConfigBuilder timeout(Duration limit) {
    this.timeout = limit;
    return this;
  }

  public MappingConfigBuilder backoff(Backoff between) {
    this.backoff = between;
    return this;
  }

  public MappingConfig build() {
    return new MappingConfig(
        streamArn,
        functionArn,
        batchSize,
        batchingWindow,
        bisectBatchOnFunctionError,
        reportBatchItemFailures,
        maximumRetryAttempts,
        maximumRecordAgeSeconds,
        start,
        timeout,
        backoff);
  }
}
