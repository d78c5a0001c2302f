package io.windrow.local.estimate;

import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Adds up the write units that DynamoDB says it took, of every client in the tests of this module:
 * the SDK makes it, as a resource names it, so what it adds to is of the class.
 */
public final class WrittenUnits implements ExecutionInterceptor {
  private static final DoubleAdder UNITS = new DoubleAdder();

  static double total() {
    return UNITS.sum();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (context.request() instanceof PutItemRequest put) {
      return put.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
    }
    return context.request() instanceof UpdateItemRequest update
        ? update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build()
        : context.request();
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    SdkResponse response = context.response();
    if (response instanceof PutItemResponse put && put.consumedCapacity() != null) {
      UNITS.add(put.consumedCapacity().capacityUnits());
    }
    if (response instanceof UpdateItemResponse update && update.consumedCapacity() != null) {
      UNITS.add(update.consumedCapacity().capacityUnits());
    }
  }
}
