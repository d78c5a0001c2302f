package io.windrow.infrastructure;

import io.windrow.infrastructure.template.PinnedId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The customer's key of what a pipeline stores, if it has one. The logs of its account may use it
 * too, unless its policy is not the app's to change, as that of an imported key.
 */
final class StorageKey {
  private StorageKey() {}

  static @Nullable IKey of(Construct scope, WindrowPipelineProps props) {
    if (!(props.encryption() instanceof Encryption.CustomerManaged customer)) {
      return null;
    }
    IKey key =
        Optional.ofNullable(customer.key()).orElseGet(() -> made(scope, props.definition().name()));
    key.addToResourcePolicy(logs(Stack.of(scope)));
    return key;
  }

  private static Key made(Construct scope, String pipeline) {
    Key key =
        Key.Builder.create(scope, "Key")
            .description("Encrypts what a Windrow pipeline stores")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    PinnedId.of(key, "StorageKey", pipeline);
    return key;
  }

  /**
   * Amazon CloudWatch Logs User Guide, "Encrypt log data using AWS KMS": the service is another
   * principal in each region and partition.
   */
  private static PolicyStatement logs(Stack stack) {
    return PolicyStatement.Builder.create()
        .principals(
            List.of(
                new ServicePrincipal(
                    "logs.%s.%s".formatted(stack.getRegion(), stack.getUrlSuffix()))))
        .actions(
            List.of(
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo"))
        .resources(List.of("*"))
        .conditions(
            Map.of(
                "ArnLike",
                Map.of(
                    "kms:EncryptionContext:aws:logs:arn",
                    "arn:%s:logs:%s:%s:log-group:*"
                        .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount()))))
        .build();
  }
}
