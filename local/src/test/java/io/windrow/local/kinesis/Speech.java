package io.windrow.local.kinesis;

import software.amazon.awssdk.core.SdkSystemSetting;

/** The wire format of the SDK's client, which a system property of the whole process selects. */
enum Speech {
  CBOR("application/x-amz-cbor-1.1", "true"),
  JSON("application/x-amz-json-1.1", "false");

  private final String contentType;
  private final String cborEnabled;

  Speech(String contentType, String cborEnabled) {
    this.contentType = contentType;
    this.cborEnabled = cborEnabled;
  }

  String contentType() {
    return contentType;
  }

  void use() {
    System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), cborEnabled);
  }

  static void useDefault() {
    System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
  }
}
