package io.windrow.functions.dynamodb;

import io.windrow.ledger.Manifest;
import io.windrow.ledger.Manifest.Part;
import io.windrow.ledger.Payload;
import io.windrow.ledger.Payload.Inline;
import io.windrow.ledger.RunId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Manifests of runs as items, and back: their parts by column, one entry a part. */
final class ManifestItems {
  private static final String TOKEN = "token";
  private static final String LAST_INDEX = "lastIndex";
  private static final String CLOSES_AT = "closesAt";
  private static final String VIEWS = "views";
  private static final String FINGERPRINTS = "fingerprints";
  private static final String FIRST_PANES = "firstPanes";
  private static final String PARTS_CLOSE_AT = "partsCloseAt";
  private static final String ITEMS = "items";

  /** Of the parts that have no items, in their order. */
  private static final String CONTENTS = "contents";

  private ManifestItems() {}

  static Map<String, AttributeValue> toItem(String key, Manifest manifest) {
    List<Part> parts = manifest.parts();
    return new ItemBuilder(key, manifest.run().number())
        .text(TOKEN, manifest.token())
        .number(LAST_INDEX, manifest.lastIndex())
        .watermark(CLOSES_AT, manifest.closesAt())
        .texts(VIEWS, parts.stream().map(Part::view).toList())
        .texts(FINGERPRINTS, parts.stream().map(Part::fingerprint).toList())
        .texts(FIRST_PANES, parts.stream().map(part -> Long.toString(part.firstPane())).toList())
        .texts(PARTS_CLOSE_AT, parts.stream().map(part -> Long.toString(part.closesAt())).toList())
        .texts(ITEMS, parts.stream().map(part -> Integer.toString(part.payload().items())).toList())
        .binaries(CONTENTS, inline(parts))
        .build();
  }

  private static List<byte[]> inline(List<Part> parts) {
    return parts.stream()
        .map(Part::payload)
        .filter(Inline.class::isInstance)
        .map(payload -> ((Inline) payload).content())
        .toList();
  }

  static Manifest toManifest(RunId run, StoredItem item) {
    List<String> views = item.texts(VIEWS);
    Iterator<byte[]> contents =
        (item.has(CONTENTS) ? item.binaries(CONTENTS) : List.<byte[]>of()).iterator();
    List<Part> parts = new ArrayList<>(views.size());
    for (int number = 0; number < views.size(); number++) {
      int items = Integer.parseInt(item.texts(ITEMS).get(number));
      parts.add(
          new Part(
              number,
              views.get(number),
              item.texts(FINGERPRINTS).get(number),
              Long.parseLong(item.texts(FIRST_PANES).get(number)),
              Long.parseLong(item.texts(PARTS_CLOSE_AT).get(number)),
              items == 0 ? new Inline(contents.next()) : new Payload.Parts(items)));
    }
    return new Manifest(
        run, item.text(TOKEN), item.number(LAST_INDEX), item.number(CLOSES_AT), parts);
  }
}
