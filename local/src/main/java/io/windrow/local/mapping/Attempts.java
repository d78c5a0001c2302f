package io.windrow.local.mapping;

/** The making of the attempts that a shard's processor asks for, one after the other. */
final class Attempts {
  private final Mapped mapped;
  private final String shard;
  private final ShardProcessor processor;
  private final Invoker invoker;
  private final EnvelopeWriter envelope;
  private final InvocationRecordWriter discards;

  Attempts(
      Mapped mapped,
      String shard,
      ShardProcessor processor,
      Invoker invoker,
      EnvelopeWriter envelope) {
    this.mapped = mapped;
    this.shard = shard;
    this.processor = processor;
    this.invoker = invoker;
    this.envelope = envelope;
    this.discards = new InvocationRecordWriter(mapped.config());
  }

  /** Makes the current attempt when its time has come, unless the mapping closes before. */
  void next() throws InterruptedException {
    mapped.signal().pause(processor.delay());
    if (mapped.signal().closed()) {
      return;
    }
    processor.expire(mapped.clock().millis()).ifPresent(this::discard);
    if (!processor.idle()) {
      invoke(processor.current());
    }
  }

  private void invoke(Attempt attempt) {
    if (attempt.invocations() > 0) {
      mapped.listener().retried(shard, attempt.size());
    }
    mapped.listener().invoked(shard, attempt.size());
    Outcome outcome = invoker.invoke(attempt.records());
    tell(attempt, outcome);
    processor.answered(outcome).ifPresent(this::discard);
  }

  private void tell(Attempt attempt, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      mapped.listener().failed(shard, attempt.size(), failed.reason());
    } else if (outcome instanceof Outcome.FailedFrom from) {
      ShardRecord first = attempt.records().get(from.index());
      int failed = attempt.size() - from.index();
      mapped.listener().failed(shard, failed, "the function reported " + first.sequence());
    } else if (outcome instanceof Outcome.Throttled) {
      mapped.listener().failed(shard, attempt.size(), "the function was throttled");
    }
  }

  private void discard(Discarded discarded) {
    byte[] payload = envelope.write(discarded.records());
    byte[] record =
        discards.write(discarded, invoker.requestId(), mapped.clock().millis(), payload);
    mapped.destination().send(record);
    mapped.listener().discarded(discarded);
  }
}
