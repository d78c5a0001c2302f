package io.windrow.local.kinesis;

import java.util.Collection;
import java.util.Map;

/** The operations on the tags of a stream. */
final class TagOperations {
  private static final int MOST = 50;

  private final KinesisStreams streams;

  TagOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "AddTagsToStream", this::add,
        "RemoveTagsFromStream", this::remove,
        "ListTagsForStream", this::list,
        "TagResource", this::addToResource,
        "UntagResource", this::removeFromResource,
        "ListTagsForResource", this::listOfResource);
  }

  private Structure add(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    stream.tags().add(request.tags("Tags"));
    return new Structure();
  }

  private Structure remove(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    stream.tags().remove(request.texts("TagKeys", TextRule.TAG_KEY));
    return new Structure();
  }

  private Structure list(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    int limit = request.optionalInteger("Limit", 1, MOST).orElse(MOST);
    String after = request.optionalText("ExclusiveStartTagKey", TextRule.TAG_KEY);
    Page<Map.Entry<String, String>> page =
        Page.of(stream.tags().after(after == null ? "" : after).entrySet().stream(), limit);
    return structure(page.elements()).with("HasMoreTags", page.hasMore());
  }

  private Structure addToResource(Request request) {
    resource(request).add(request.tags("Tags"));
    return new Structure();
  }

  private Structure removeFromResource(Request request) {
    resource(request).remove(request.texts("TagKeys", TextRule.TAG_KEY));
    return new Structure();
  }

  private Structure listOfResource(Request request) {
    return structure(resource(request).after("").entrySet());
  }

  /** Only streams can be tagged here, and not their consumers. */
  private Tags resource(Request request) {
    String arn = request.text("ResourceARN", TextRule.STREAM_ARN);
    return streams.stream(Account.streamOf(arn)).tags();
  }

  private static Structure structure(Collection<Map.Entry<String, String>> tags) {
    return new Structure()
        .with(
            "Tags",
            tags.stream()
                .map(tag -> new Structure().with("Key", tag.getKey()).with("Value", tag.getValue()))
                .toList());
  }
}
