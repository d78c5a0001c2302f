package io.windrow.functions.s3;

import io.windrow.functions.client.CallBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * A bucket that objects are put in. The requests are signed with the SDK's signer, but made here:
 * its client of S3 would be a fifth of the functions' jar, for this one call.
 */
public final class S3Bucket {
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final S3Address address;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final CallBudget budget;
  private final SdkHttpClient http;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  S3Bucket(
      S3Address address, Region region, AwsCredentialsProvider credentials, CallBudget budget) {
    this.address = address;
    this.region = region;
    this.credentials = credentials;
    this.budget = budget;
    this.http = budget.http().build();
  }

  /** A bucket as the environment says: region, credentials, and an endpoint if it names one. */
  public static S3Bucket ofEnvironment(String name) {
    Region region = new DefaultAwsRegionProviderChain().getRegion();
    return new S3Bucket(
        S3Address.of(name, region, System.getenv()),
        region,
        DefaultCredentialsProvider.builder().build(),
        CallBudget.FILING);
  }

  /**
   * Puts an object; tries again, a few times, what may pass.
   *
   * @throws SdkServiceException when S3 does not take it
   */
  public void put(String key, byte[] content) {
    long lastBegin = System.nanoTime() + budget.call().minus(budget.attempt()).toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        putOnce(key, content);
        return;
      } catch (UncheckedIOException | SdkServiceException e) {
        if (attempt == ATTEMPTS || !passes(e) || System.nanoTime() > lastBegin) {
          throw e;
        }
        LockSupport.parkNanos(attempt * PAUSE.toNanos());
      }
    }
  }

  private static boolean passes(RuntimeException fault) {
    return fault instanceof UncheckedIOException
        || (fault instanceof SdkServiceException answer && answer.statusCode() >= SERVER_ERROR);
  }

  private void putOnce(String key, byte[] content) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(address.base().resolve(SdkHttpUtils.urlEncodeIgnoreSlashes(key)))
            .putHeader("Content-Length", Integer.toString(content.length))
            .build();
    try {
      requireOk(key, call(http.prepareRequest(signed(request, content))));
    } catch (IOException e) {
      throw new UncheckedIOException("S3 was not reached to put " + key, e);
    }
  }

  /** Sockets have no time-out for what is written: an attempt that takes too long is aborted. */
  private HttpExecuteResponse call(ExecutableHttpRequest request) throws IOException {
    CompletableFuture<Void> abort =
        CompletableFuture.runAsync(
            request::abort,
            CompletableFuture.delayedExecutor(
                budget.attempt().toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
    try {
      return request.call();
    } finally {
      abort.cancel(false);
    }
  }

  private HttpExecuteRequest signed(SdkHttpRequest request, byte[] content) {
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(content);
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(payload))
        .build();
  }

  private static void requireOk(String key, HttpExecuteResponse response) throws IOException {
    int status = response.httpResponse().statusCode();
    if (status != OK) {
      String answer =
          response.responseBody().isPresent()
              ? new String(response.responseBody().get().readAllBytes(), StandardCharsets.UTF_8)
              : "";
      throw SdkServiceException.builder()
          .statusCode(status)
          .message("S3 answered %d to the put of %s: %s".formatted(status, key, answer))
          .build();
    }
  }
}
