package io.windrow.localstack;

import io.windrow.functions.s3.S3Quarantine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /** The lines of all of them. */
  Set<String> lines() {
    return files().values().stream()
        .flatMap(content -> new String(content, StandardCharsets.UTF_8).lines())
        .collect(Collectors.toSet());
  }

  private byte[] content(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(name).key(key)).asByteArray();
  }
}
