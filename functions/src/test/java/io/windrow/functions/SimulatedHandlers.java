package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.functions.kinesis.AggregatedRecords;
import io.windrow.functions.kinesis.AggregatedRecords.User;
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
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The handlers as the simulated Lambda runs them: from an envelope's bytes to their answer. */
record SimulatedHandlers(ProcessHandler processHandler, SettleHandler settleHandler)
    implements Functions {
  private static final byte[] SCHEDULE = "{\"source\":\"aws.scheduler\"}".getBytes(UTF_8);
  private static final int MINUTE = 60_000;
  private static final Pattern FAILURE = Pattern.compile("\"itemIdentifier\":\"([0-9]+)\"");

  @Override
  public Optional<String> process(Batch batch, Deadline deadline) {
    Position first = batch.records().get(0).position();
    byte[] envelope = EnvelopeText.of(packed(batch.records()), first.hashCode());
    Optional<String> answer = answer(processHandler, envelope, deadline);
    return answer.isEmpty()
        ? Optional.of(first.sequence())
        : answer.flatMap(SimulatedHandlers::failed);
  }

  private static Optional<String> failed(String answer) {
    Matcher failure = FAILURE.matcher(answer);
    return failure.find() ? Optional.of(failure.group(1)) : Optional.empty();
  }

  @Override
  public boolean settle(Deadline deadline) {
    return answer(settleHandler, SCHEDULE, deadline).isPresent();
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

  /** What a handler answers; nothing if it fails. */
  private static Optional<String> answer(
      RequestStreamHandler handler, byte[] payload, Deadline deadline) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    IntSupplier remaining = () -> deadline.isNear() ? 0 : MINUTE;
    try {
      handler.handleRequest(
          new ByteArrayInputStream(payload), answer, new LoggingContext(line -> {}, remaining));
    } catch (SdkClientException | ShardWaitsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(answer.toString(UTF_8));
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
