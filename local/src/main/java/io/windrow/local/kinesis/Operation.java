package io.windrow.local.kinesis;

/** One operation of the service: parameters in, answer out. */
@FunctionalInterface
interface Operation {
  Structure apply(Request request);
}
