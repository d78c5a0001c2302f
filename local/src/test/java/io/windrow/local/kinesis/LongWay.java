package io.windrow.local.kinesis;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;

/** Has GetRecords answer with nothing, so many times, before an iterator comes to the latest. */
final class LongWay implements ExecutionInterceptor {
  private final int length;
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger iterators = new AtomicInteger();

  LongWay(int length) {
    this.length = length;
  }

  int reads() {
    return reads.get();
  }

  int iterators() {
    return iterators.get();
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    if (context.request() instanceof GetShardIteratorRequest) {
      iterators.incrementAndGet();
      left.set(length);
    }
    return context.request() instanceof GetRecordsRequest request
        ? answer(request, (GetRecordsResponse) context.response())
        : context.response();
  }

  private GetRecordsResponse answer(GetRecordsRequest request, GetRecordsResponse real) {
    reads.incrementAndGet();
    return left.getAndDecrement() > 0
        ? real.toBuilder()
            .records(List.of())
            .nextShardIterator(request.shardIterator())
            .millisBehindLatest(1_000L)
            .build()
        : real;
  }
}
