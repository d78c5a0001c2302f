package io.windrow.functions.s3;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where the objects of a bucket are: at an address of the bucket's own, or, if the environment
 * names an endpoint, in a folder of that (Amazon S3 User Guide, "Virtual hosting of general purpose
 * buckets"; AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
 *
 * @param base ends in a slash
 */
record S3Address(URI base) {
  private static final String S3_ENDPOINT = "AWS_ENDPOINT_URL_S3";
  private static final String ANY_ENDPOINT = "AWS_ENDPOINT_URL";

  static S3Address of(String bucket, Region region, Map<String, String> variables) {
    String endpoint = variables.getOrDefault(S3_ENDPOINT, variables.getOrDefault(ANY_ENDPOINT, ""));
    return new S3Address(
        URI.create(
            endpoint.isEmpty()
                ? "https://%s.s3.%s.%s/"
                    .formatted(bucket, region.id(), PartitionMetadata.of(region).dnsSuffix())
                : "%s/%s/".formatted(endpoint, bucket)));
  }
}
