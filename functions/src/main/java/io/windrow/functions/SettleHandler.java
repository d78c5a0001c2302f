package io.windrow.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.functions.kinesis.BatchResponse;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Settler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The function that settles a pipeline, invoked by the state table's stream and by a schedule. A
 * trigger is a hint: whatever it says, all that can be settled is.
 */
public final class SettleHandler implements RequestStreamHandler {
  /** More than it takes to write some hundred results, or to make a run. */
  static final int MARGIN_MILLIS = 20_000;

  private final Settler settler;
  private final InstantSource clock;
  private final Telemetry telemetry;
  private final Supplier<String> tokens;

  /** The handler of the pipeline that its environment and asset say, as Lambda makes it. */
  public SettleHandler() {
    this(Wiring.ofFunction());
  }

  private SettleHandler(Wiring wiring) {
    this(wiring.settler(), wiring.clock(), wiring.telemetry());
  }

  /** A handler of one pipeline. */
  public SettleHandler(Settler settler, InstantSource clock, Telemetry telemetry) {
    this(settler, clock, telemetry, () -> UUID.randomUUID().toString());
  }

  /**
   * A handler of one pipeline.
   *
   * @param tokens draws one for each call
   */
  SettleHandler(
      Settler settler, InstantSource clock, Telemetry telemetry, Supplier<String> tokens) {
    this.settler = settler;
    this.clock = clock;
    this.telemetry = telemetry;
    this.tokens = tokens;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Deadline deadline = () -> context.getRemainingTimeInMillis() < MARGIN_MILLIS;
    Settled settled;
    do {
      settled = settle(deadline);
    } while (settled.frontier().isClosing() && !deadline.isNear());
    output.write(BatchResponse.done());
  }

  private Settled settle(Deadline deadline) {
    long now = clock.millis();
    Settled settled = settler.settle(now, tokens.get(), deadline);
    telemetry.settled(settled, now);
    return settled;
  }
}
