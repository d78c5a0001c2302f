package io.windrow.local.kinesis;

import io.windrow.local.kinesis.StreamSpec.Mode;
import java.util.Map;

/** The operations that change how a stream works: retention, mode, the size of records. */
final class SettingOperations {
  private final KinesisStreams streams;

  SettingOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "IncreaseStreamRetentionPeriod", this::increaseRetention,
        "DecreaseStreamRetentionPeriod", this::decreaseRetention,
        "UpdateStreamMode", this::updateMode,
        "UpdateMaxRecordSize", this::updateRecordSize);
  }

  private Structure increaseRetention(Request request) {
    RetentionPeriod.increase(StreamReference.in(request, streams), hours(request));
    return new Structure();
  }

  private Structure decreaseRetention(Request request) {
    RetentionPeriod.decrease(StreamReference.in(request, streams), hours(request));
    return new Structure();
  }

  private static int hours(Request request) {
    return request.integer("RetentionPeriodHours", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private Structure updateRecordSize(Request request) {
    int kib =
        request.integer(
            "MaxRecordSizeInKiB", StreamSpec.LEAST_RECORD_KIB, StreamSpec.MOST_RECORD_KIB);
    StreamReference.in(request, streams).allowRecordsOf(kib << 10);
    return new Structure();
  }

  private Structure updateMode(Request request) {
    request.text("StreamARN", TextRule.STREAM_ARN);
    KinesisStream stream = StreamReference.in(request, streams);
    Request details = request.optionalStructure("StreamModeDetails");
    if (details == null) {
      throw KinesisError.constraint("streamModeDetails", "null", "not be null");
    }
    stream.switchTo(details.choice("StreamMode", Mode.class));
    return new Structure();
  }
}
