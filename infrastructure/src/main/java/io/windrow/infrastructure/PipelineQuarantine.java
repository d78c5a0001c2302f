package io.windrow.infrastructure;

import io.windrow.infrastructure.template.PinnedId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.BucketProps;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** The bucket of rejected and late records, and of batches that a mapping gave up. */
final class PipelineQuarantine {
  private static final Duration OLD_VERSIONS = Duration.days(30);
  private static final Duration UNFINISHED_UPLOADS = Duration.days(7);

  private PipelineQuarantine() {}

  static IBucket of(Construct scope, WindrowPipelineProps props, @Nullable IKey key) {
    return Optional.ofNullable(props.existing().quarantine())
        .orElseGet(() -> made(scope, props, key));
  }

  private static IBucket made(Construct scope, WindrowPipelineProps props, @Nullable IKey key) {
    BucketProps.Builder bucket =
        BucketProps.builder()
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .versioned(true)
            .encryption(key == null ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS)
            .encryptionKey(key)
            .bucketKeyEnabled(key != null)
            .lifecycleRules(List.of(cleaning()))
            .removalPolicy(RemovalPolicy.RETAIN);
    props.overrides().quarantine().accept(bucket);
    BucketProps asked = bucket.build();
    requirePrivate(asked);
    Bucket made = new Bucket(scope, "Quarantine", asked);
    PinnedId.of(made, "StorageQuarantine", props.definition().name());
    PinnedId.ofPolicy(made, "StorageQuarantinePolicy", props.definition().name());
    Nag.suppress(
        made,
        "AwsSolutions-S1",
        "Only the functions' roles write here and each object says whence it is; who needs reads"
            + " logged turns on CloudTrail's data events or names a log bucket by"
            + " overrideQuarantine.");
    return made;
  }

  /** Whole records lie in it. */
  private static void requirePrivate(BucketProps asked) {
    new OverrideCheck("overrideQuarantine")
        .refuseIf(
            Boolean.TRUE.equals(asked.getPublicReadAccess())
                || asked.getWebsiteIndexDocument() != null,
            "publicReadAccess",
            true,
            "it holds records whole, as they were sent; let those who need them read it by their"
                + " roles")
        .end();
  }

  /** What is quarantined stays until someone deletes it: filing again writes the same names. */
  private static LifecycleRule cleaning() {
    return LifecycleRule.builder()
        .noncurrentVersionExpiration(OLD_VERSIONS)
        .abortIncompleteMultipartUploadAfter(UNFINISHED_UPLOADS)
        .build();
  }
}
