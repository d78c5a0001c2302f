package io.windrow.infrastructure;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;

/** Whose key encrypts what a pipeline stores. All of it is encrypted either way. */
public sealed interface Encryption {

  /** Keys that AWS manages, at no cost. */
  static Encryption awsManaged() {
    return new AwsManaged();
  }

  /** A key made with the pipeline, rotated each year. */
  static Encryption customerManaged() {
    return new CustomerManaged(null);
  }

  /**
   * A key of the app's own, or one that is imported. Of the latter, the policy must let CloudWatch
   * use it already, for the functions' logs and for alarms, which reach no one otherwise
   * (docs/guide/deploy.md).
   */
  static Encryption with(IKey key) {
    return new CustomerManaged(key);
  }

  /** Keys that AWS manages. */
  record AwsManaged() implements Encryption {}

  /**
   * A key of the account.
   *
   * @param key null for one that is made
   */
  record CustomerManaged(@Nullable IKey key) implements Encryption {}
}
