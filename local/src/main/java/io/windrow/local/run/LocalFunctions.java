package io.windrow.local.run;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.enrichment.ReferenceData;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.SettleHandler;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.local.mapping.Environments;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.local.mapping.MappingConfig;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The functions of one pipeline, put together as on Lambda: each execution environment has a
 * pipeline of its own, since none of its parts need be safe for several threads.
 */
final class LocalFunctions {
  private final Plan plan;
  private final Function<Lookup, ReferenceData> tables;
  private final Ports ports;
  private final InstantSource clock;
  private final Telemetry telemetry;
  private final LambdaLogger log;

  LocalFunctions(
      Plan plan,
      Function<Lookup, ReferenceData> tables,
      Ports ports,
      InstantSource clock,
      Telemetry telemetry,
      LambdaLogger log) {
    this.plan = plan;
    this.tables = tables;
    this.ports = ports;
    this.clock = clock;
    this.telemetry = telemetry;
    this.log = log;
  }

  /** The function that a mapping invokes. */
  LambdaFunction process(MappingConfig config) {
    return function(
        config,
        () -> {
          Pipeline pipeline = Pipeline.of(plan, tables);
          return new ProcessHandler(
              new Committer(ports.chains(), pipeline.steps(), pipeline.origin()), clock, telemetry);
        });
  }

  /** The function that settles. */
  LambdaFunction settle(MappingConfig config) {
    return function(config, () -> new SettleHandler(settler(), clock, telemetry));
  }

  /** What the function that settles calls. */
  Settler settler() {
    return new Settler(ports, Pipeline.windows(plan), Pipeline.origin(plan), RunBounds.STANDARD);
  }

  private LambdaFunction function(
      MappingConfig config, Supplier<? extends RequestStreamHandler> coldStart) {
    return new Environments(config, coldStart, clock, log);
  }
}
