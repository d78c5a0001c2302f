package io.windrow.local.command;

import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStreams;
import io.windrow.local.kinesis.StreamSpec;
import java.time.InstantSource;
import java.util.Map;

/** An endpoint with one stream of one shard, for records to be sent to. */
final class StreamEndpoint {
  private StreamEndpoint() {}

  static KinesisEndpoint of(String stream) {
    KinesisStreams streams = new KinesisStreams(InstantSource.system());
    streams.create(new StreamSpec(stream, StreamSpec.Mode.PROVISIONED, 1, 1 << 20, Map.of()));
    return KinesisEndpoint.start(streams, 0);
  }
}
