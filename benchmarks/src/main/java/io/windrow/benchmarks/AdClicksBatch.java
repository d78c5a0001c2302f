package io.windrow.benchmarks;

import io.windrow.definition.DefinitionReader;
import io.windrow.local.samples.AdClicks;
import io.windrow.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The sample ad-clicks, and the largest batch of its events that Lambda can carry. */
final class AdClicksBatch {
  /** Some 730 bytes each in the envelope, which holds 6 MB. */
  static final int RECORDS = 8_000;

  private static final Path SAMPLE = Path.of("samples", "ad-clicks");
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/ad-clicks";

  private AdClicksBatch() {}

  static Plan plan() {
    return Plan.of(new DefinitionReader(AdClicksBatch::fileIfThere).read(), 1);
  }

  static Optional<byte[]> fileIfThere(String path) {
    return Files.exists(SAMPLE.resolve(path)) ? Optional.of(file(path)) : Optional.empty();
  }

  /** A file of the sample, which is found from the root of the repository. */
  static byte[] file(String path) {
    try {
      return Files.readAllBytes(SAMPLE.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException("run this from the root of the repository", e);
    }
  }

  /** The batch as Lambda sends it. */
  static byte[] envelope() {
    AdClicks events = new AdClicks(1);
    StringBuilder json = new StringBuilder("{\"Records\":[");
    for (int i = 0; i < RECORDS; i++) {
      json.append(i == 0 ? "" : ",").append(record(i, events.next()));
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String record(int number, String event) {
    String sequence = "4966" + (1_000_000_000_000L + number) + "0".repeat(39);
    return """
        {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"user-%d","sequenceNumber":"%s",\
        "data":"%s","approximateArrivalTimestamp":%d.%03d},"eventSource":"aws:kinesis",\
        "eventVersion":"1.0","eventID":"shardId-000000000000:%s","eventName":"aws:kinesis:record",\
        "invokeIdentityArn":"arn:aws:iam::123456789012:role/ad-clicks","awsRegion":"us-east-1",\
        "eventSourceARN":"%s"}"""
        .formatted(
            number % 100,
            sequence,
            Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)),
            AdClicks.START / 1000 + number / 1000,
            number % 1000,
            sequence,
            STREAM);
  }
}
