package io.windrow.local.kinesis;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.core.SdkSystemSetting;

/** The endpoint in JSON, to which the SDK's client is switched by a system property. */
class JsonConformanceTest extends KinesisConformance {

  @BeforeAll
  static void switchToJson() {
    System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
  }

  @AfterAll
  static void switchBack() {
    System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
  }

  @Override
  String contentType() {
    return "application/x-amz-json-1.1";
  }
}
