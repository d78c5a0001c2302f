package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.functions.kinesis.AggregatedRecords;
import io.windrow.functions.kinesis.AggregatedRecords.User;
import io.windrow.functions.kinesis.BatchResponse;
import io.windrow.functions.kinesis.EnvelopeText;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Settler;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.world.Functions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The handlers as the simulated Lambda runs them: from an envelope's bytes to their answer. */
record SimulatedHandlers(ProcessHandler processHandler, SettleHandler settleHandler)
    implements Functions {
  private static final byte[] SCHEDULE = "{\"source\":\"aws.scheduler\"}".getBytes(UTF_8);
  private static final int MINUTE = 60_000;

  @Override
  public boolean process(Batch batch) {
    byte[] envelope =
        EnvelopeText.of(packed(batch.records()), batch.records().get(0).position().hashCode());
    return succeeds(processHandler, envelope, () -> MINUTE);
  }

  @Override
  public boolean settle(Deadline deadline) {
    return succeeds(settleHandler, SCHEDULE, () -> deadline.isNear() ? 0 : MINUTE);
  }

  /** What was put to the stream: records of one sequence number as an aggregate. */
  private static List<StreamRecord> packed(List<StreamRecord> records) {
    List<StreamRecord> packed = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < records.size(); i++) {
      if (!records.get(i).moreInside()) {
        packed.add(packed(records.subList(from, i + 1), records.get(i).position()));
        from = i + 1;
      }
    }
    return packed;
  }

  private static StreamRecord packed(List<StreamRecord> inside, Position last) {
    StreamRecord first = inside.get(0);
    if (inside.size() == 1) {
      return first;
    }
    List<User> users =
        inside.stream()
            .map(record -> new User(record.partitionKey(), null, record.data(), false))
            .toList();
    Position position = new Position(last.shard(), last.sequence(), 0);
    return new StreamRecord(
        position, first.partitionKey(), first.arrival(), AggregatedRecords.pack(users), false);
  }

  private static boolean succeeds(
      RequestStreamHandler handler, byte[] payload, IntSupplier remaining) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(payload), answer, new LoggingContext(line -> {}, remaining));
    } catch (SdkClientException | ShardWaitsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.equals(answer.toByteArray(), BatchResponse.done());
  }

  /** Handlers as the code of an environment. */
  static final class HandlerCode implements Code {
    @Override
    public Functions start(
        Committer committer, Settler settler, InstantSource clock, Supplier<String> tokens) {
      return new SimulatedHandlers(
          new ProcessHandler(committer, clock, Telemetry.NONE, tokens),
          new SettleHandler(settler, clock, Telemetry.NONE, tokens));
    }

    @Override
    public RuntimeException fault(String message) {
      return SdkClientException.create(message);
    }
  }
}
