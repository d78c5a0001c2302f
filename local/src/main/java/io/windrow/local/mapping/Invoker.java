package io.windrow.local.mapping;

import io.windrow.local.mapping.Outcome.Failed;
import io.windrow.local.mapping.Outcome.Succeeded;
import io.windrow.local.mapping.Outcome.Throttled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The calls of the function for one shard: records to payload, response to outcome. */
final class Invoker {
  private final String shard;
  private final MappingConfig config;
  private final LambdaFunction function;
  private final EnvelopeWriter envelope;
  private final BatchResponse response = new BatchResponse();
  private long calls;

  Invoker(String shard, MappingConfig config, LambdaFunction function, EnvelopeWriter envelope) {
    this.shard = shard;
    this.config = config;
    this.function = function;
    this.envelope = envelope;
  }

  Outcome invoke(List<ShardRecord> records) {
    calls++;
    byte[] payload = envelope.write(records);
    if (payload.length > MappingConfig.PAYLOAD_LIMIT) {
      return new Failed(
          "the payload has "
              + payload.length
              + " bytes; Lambda carries "
              + MappingConfig.PAYLOAD_LIMIT
              + " at most");
    }
    return call(payload, records);
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a function throws is its error, not ours
  private Outcome call(byte[] payload, List<ShardRecord> records) {
    try {
      byte[] answer = function.invoke(requestId(), payload);
      return config.reportBatchItemFailures() ? response.read(answer, records) : new Succeeded();
    } catch (ThrottledException e) {
      return new Throttled();
    } catch (Exception | Error e) {
      return new Failed(e.toString());
    }
  }

  /** Of the last call: the same in each run with the same calls. */
  String requestId() {
    String name = shard + ":" + calls;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
