package io.windrow.infrastructure;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;

/** What one may do with the customer's key of a resource, if it has one. */
final class KeyAccess {
  private KeyAccess() {}

  /** Its own environment, which Lambda decrypts as the function. */
  static void decrypt(@Nullable IKey key, IGrantable who) {
    if (key != null) {
      key.grant(who, "kms:Decrypt");
    }
  }

  static void read(@Nullable IKey key, IGrantable who) {
    if (key != null) {
      key.grant(who, "kms:Decrypt", "kms:DescribeKey");
    }
  }

  /** Objects and records: each is encrypted under a data key of its own. */
  static void write(@Nullable IKey key, IGrantable who) {
    if (key != null) {
      key.grant(who, "kms:Decrypt", "kms:GenerateDataKey");
    }
  }

  /** Items (Amazon DynamoDB Developer Guide, "DynamoDB encryption at rest: usage notes"). */
  static void writeItems(@Nullable IKey key, IGrantable who) {
    if (key != null) {
      key.grant(
          who,
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo");
    }
  }
}
