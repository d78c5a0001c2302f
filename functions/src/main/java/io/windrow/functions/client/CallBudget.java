package io.windrow.functions.client;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How long calls of AWS may take, so that a function which reaches nobody says so long before its
 * own time-out.
 *
 * @param connect until a connection stands
 * @param silence until the next bytes of an answer
 * @param attempt until an attempt is given up, whatever comes of it
 * @param call until the call is given up, with all its attempts and the pauses between
 */
public record CallBudget(Duration connect, Duration silence, Duration attempt, Duration call) {

  /** Of a function: answers take some milliseconds, and its last commit has 11 s. */
  public static final CallBudget FUNCTION =
      new CallBudget(
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofSeconds(9));

  /** Of a put of some megabytes to S3; all attempts fit in what settling leaves of its time. */
  public static final CallBudget FILING =
      new CallBudget(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(6),
          Duration.ofSeconds(19));

  /** Of services on this machine, which may be busy with all that runs beside them. */
  public static final CallBudget LOCAL =
      new CallBudget(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(40),
          Duration.ofSeconds(60));

  /** The connections of a client within this budget. */
  public SdkHttpClient.Builder<?> http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(silence);
  }

  /** A client within this budget. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .httpClientBuilder(http())
        .overrideConfiguration(
            override -> override.apiCallAttemptTimeout(attempt).apiCallTimeout(call))
        .build();
  }
}
