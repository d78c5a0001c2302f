package io.windrow.localstack;

import io.windrow.functions.s3.S3Quarantine;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files in which a deployed pipeline keeps broken and late records. */
record QuarantineBucket(S3Client s3, String name) {

  /** Their contents, by name. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    s3
        .listObjectsV2Paginator(request -> request.bucket(name).prefix(S3Quarantine.PREFIX))
        .contents()
        .stream()
        .map(S3Object::key)
        .forEach(key -> files.put(key, content(key)));
    return files;
  }

  private byte[] content(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(name).key(key)).asByteArray();
  }
}
