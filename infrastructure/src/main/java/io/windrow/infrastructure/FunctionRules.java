package io.windrow.infrastructure;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.FunctionProps;

/** What a function must be, whatever its owner overrides. */
final class FunctionRules {
  private static final int LEAST_MEMORY_MB = 512;
  private static final Set<String> LEVELS_WITHOUT_METRICS = Set.of("WARN", "ERROR", "FATAL");

  private FunctionRules() {}

  /**
   * Refuses what the function can't work with.
   *
   * @throws IllegalArgumentException when there is such
   */
  static void require(FunctionSpec spec, FunctionProps set, FunctionProps asked) {
    OverrideCheck check = new OverrideCheck(spec.override());
    requireCode(check, set, asked);
    requireMeans(check, spec, asked);
    requireVariables(check, spec.environment(), asked.getEnvironment());
    check.end();
  }

  private static void requireCode(OverrideCheck check, FunctionProps set, FunctionProps asked) {
    check
        .mustBe(
            set.getHandler(),
            asked.getHandler(),
            "handler",
            "the ledgers are written by Windrow's own; code of yours goes into plug-ins")
        .refuseIf(
            asked.getCode() != set.getCode(),
            "code",
            asked.getCode(),
            "the plan is in it; code of yours goes into plug-ins")
        .refuseIf(
            !asked.getRuntime().getName().startsWith("java"),
            "runtime",
            asked.getRuntime().getName(),
            "it must run Java 17 or later")
        .mustBeAbsent(
            asked.getEvents(),
            "events",
            "Process takes the batches of its mapping, and Settle those of the state table; add a"
                + " function of yours");
  }

  private static void requireMeans(OverrideCheck check, FunctionSpec spec, FunctionProps asked) {
    Number memory = asked.getMemorySize();
    Number reserved = asked.getReservedConcurrentExecutions();
    Duration timeout = asked.getTimeout();
    check
        .refuseIf(
            memory == null || memory.intValue() < LEAST_MEMORY_MB,
            "memorySize",
            memory,
            "a batch of 6 MB and what is made of it need 512 MB at least")
        .refuseIf(
            reserved != null && reserved.intValue() == 0,
            "reservedConcurrentExecutions",
            reserved,
            "Lambda would never call it; to stop reading, disable the mapping")
        .refuseIf(
            timeout == null || seconds(timeout) < seconds(spec.leastTimeout()),
            "timeout",
            timeout == null ? null : seconds(timeout) + " s",
            "it stops taking work up some time before its end, and needs %d s at least"
                .formatted(seconds(spec.leastTimeout())))
        .refuseIf(
            LEVELS_WITHOUT_METRICS.contains(level(asked)),
            "applicationLogLevel",
            level(asked),
            "its metrics are lines of the log at INFO, and every alarm of them would be blind");
  }

  private static long seconds(Duration duration) {
    return duration.toSeconds().longValue();
  }

  private static String level(FunctionProps asked) {
    ApplicationLogLevel level = asked.getApplicationLogLevelV2();
    return level == null ? "" : level.name();
  }

  private static void requireVariables(
      OverrideCheck check, Map<String, String> needed, @Nullable Map<String, String> asked) {
    needed.forEach(
        (name, value) -> {
          if (asked != null && asked.containsKey(name)) {
            check.mustBe(
                value,
                asked.get(name),
                "environment " + name,
                "both functions must have the same resources; hand yours over by a property such as"
                    + " stateTable(...)");
          }
        });
  }
}
