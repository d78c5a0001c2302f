package io.windrow.local.kinesis;

/** The endpoint in CBOR, which the SDK's client speaks unless told otherwise. */
class CborConformanceTest extends KinesisConformance {}
