package io.windrow.functions.s3;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where the objects of a bucket are: at an address of the bucket's own, or, if its name has dots or
 * the environment names an endpoint, in a folder of the service's (Amazon S3 User Guide, "Virtual
 * hosting of general purpose buckets"; AWS SDKs and Tools Reference Guide, "Service-specific
 * endpoints").
 *
 * @param base ends in a slash
 */
record S3Address(URI base) {
  private static final String S3_ENDPOINT = "AWS_ENDPOINT_URL_S3";
  private static final String ANY_ENDPOINT = "AWS_ENDPOINT_URL";

  static S3Address of(String bucket, Region region, Map<String, String> variables) {
    String endpoint = variables.getOrDefault(S3_ENDPOINT, variables.getOrDefault(ANY_ENDPOINT, ""));
    String service = "s3.%s.%s".formatted(region.id(), PartitionMetadata.of(region).dnsSuffix());
    if (!endpoint.isEmpty()) {
      return new S3Address(URI.create("%s/%s/".formatted(endpoint, bucket)));
    }
    // S3's certificates name no host of more labels than one before the service's
    return new S3Address(
        URI.create(
            bucket.contains(".")
                ? "https://%s/%s/".formatted(service, bucket)
                : "https://%s.%s/".formatted(bucket, service)));
  }
}
