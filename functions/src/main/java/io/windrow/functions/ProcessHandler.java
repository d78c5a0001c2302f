package io.windrow.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.functions.kinesis.BatchResponse;
import io.windrow.functions.kinesis.KinesisEnvelope;
import io.windrow.functions.kinesis.MisreadException;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Call;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.DividedShardException;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.ledger.UnbalancedCountsException;
import io.windrow.pipeline.Pipeline;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The function that commits batches of the stream, invoked by its event source mapping. What it
 * throws is an error of the function. A fault that passes is answered as a failure from the first
 * record on, and a batch that there is no time for as one from the first record not committed:
 * neither is an error. Lambda sends the records again either way, and since the mapping bisects,
 * perhaps in smaller batches.
 */
public final class ProcessHandler implements RequestStreamHandler {
  private final Committer committer;
  private final @Nullable StreamId stream;
  private final InstantSource clock;
  private final Telemetry telemetry;
  private final Supplier<String> tokens;

  /** The handler of the pipeline that its environment and asset say, as Lambda makes it. */
  public ProcessHandler() {
    this(Wiring.ofFunction());
  }

  private ProcessHandler(Wiring wiring) {
    this(wiring, wiring.pipeline());
  }

  private ProcessHandler(Wiring wiring, Pipeline pipeline) {
    this(wiring, pipeline, wiring.rehearsal(pipeline));
  }

  private ProcessHandler(Wiring wiring, Pipeline pipeline, Rehearsal rehearsal) {
    this(
        wiring.committer(pipeline, rehearsal), wiring.stream(), wiring.clock(), wiring.telemetry());
    // the context holds it only weakly, and the committer for good
    Core.getGlobalContext().register(rehearsal);
  }

  /** A handler of one pipeline, of whatever stream it is called with. */
  public ProcessHandler(Committer committer, InstantSource clock, Telemetry telemetry) {
    this(committer, clock, telemetry, ProcessHandler::random);
  }

  /** A handler of one pipeline, which takes batches of one stream alone. */
  public ProcessHandler(
      Committer committer, StreamId stream, InstantSource clock, Telemetry telemetry) {
    this(committer, stream, clock, telemetry, ProcessHandler::random);
  }

  /**
   * A handler of one pipeline.
   *
   * @param tokens draws one for each call
   */
  ProcessHandler(
      Committer committer, InstantSource clock, Telemetry telemetry, Supplier<String> tokens) {
    this(committer, null, clock, telemetry, tokens);
  }

  private ProcessHandler(
      Committer committer,
      @Nullable StreamId stream,
      InstantSource clock,
      Telemetry telemetry,
      Supplier<String> tokens) {
    this.committer = committer;
    this.stream = stream;
    this.clock = clock;
    this.telemetry = telemetry;
    this.tokens = tokens;
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long now = clock.millis();
    Call call =
        new Call(tokens.get(), now, now + context.getRemainingTimeInMillis(), TimeLeft.of(context));
    output.write(answer(batch(input.readAllBytes(), now), call));
  }

  private Batch batch(byte[] bytes, long now) {
    try {
      return stream == null ? KinesisEnvelope.read(bytes) : KinesisEnvelope.read(bytes, stream);
    } catch (MisreadException e) {
      telemetry.misread(now);
      throw e;
    }
  }

  private byte[] answer(Batch batch, Call call) {
    long now = call.begunAt();
    try {
      Committed committed = committer.commit(batch, call);
      telemetry.committed(committed, now);
      Position left = committed.left();
      return left == null ? BatchResponse.done() : BatchResponse.failedFrom(left.sequence());
    } catch (UnbalancedCountsException e) {
      telemetry.unbalanced(now);
      throw e;
    } catch (DividedShardException e) {
      telemetry.divided(now);
      throw e;
    } catch (ShardWaitsException | SdkException e) {
      if (!Faults.passes(e)) {
        throw e;
      }
      telemetry.triedAgain(batch.shard(), e, now);
      // what was committed of it is dropped as redelivered
      return BatchResponse.failedFrom(batch.records().get(0).position().sequence());
    }
  }
}
