package io.windrow.local.mapping;

import io.windrow.local.mapping.RecordingHandler.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shards in memory with a mapping whose time stands at 100 s, what it told and what it gave up. */
final class MappedShards {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(100));

  private final MemoryShards shards;
  private final List<byte[]> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  MappedShards(MemoryShards shards) {
    this.shards = shards;
  }

  /** Has everything handled that is in the shards. */
  RecordingHandler drain(MappingConfigBuilder config, Answer answer) throws InterruptedException {
    RecordingHandler handler = new RecordingHandler(answer);
    try (EventSourceMapping mapping = mapping(config, handler)) {
      mapping.start();
      mapping.awaitDrained();
    }
    return handler;
  }

  EventSourceMapping mapping(MappingConfigBuilder config, RecordingHandler handler) {
    return builder(config, handler).build();
  }

  EventSourceMappingBuilder builder(MappingConfigBuilder builder, RecordingHandler handler) {
    MappingConfig config = builder.build();
    return EventSourceMapping.builder(
            config, shards, new Environments(config, () -> handler, CLOCK, new SilentLogger()))
        .clock(CLOCK)
        .onFailure(sent::add)
        .listener(new Telling(told));
  }

  /** What went to the destination of failures. */
  List<byte[]> sent() {
    return sent;
  }

  /** What its listener was told, line by line. */
  List<String> told() {
    return told;
  }
}
