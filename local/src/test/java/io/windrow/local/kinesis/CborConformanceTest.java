package io.windrow.local.kinesis;

/** The endpoint in CBOR, which the SDK's client speaks unless told otherwise. */
class CborConformanceTest extends KinesisConformance {

  @Override
  String contentType() {
    return "application/x-amz-cbor-1.1";
  }
}
