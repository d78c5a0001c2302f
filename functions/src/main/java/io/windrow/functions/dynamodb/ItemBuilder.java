package io.windrow.functions.dynamodb;

import io.windrow.window.Timestamps;
import io.windrow.window.Watermark;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the state table as it is put together: versioned, and written for people too. */
final class ItemBuilder {
  private final Map<String, AttributeValue> item = new LinkedHashMap<>();

  ItemBuilder(String key, long index) {
    text(TableSchemas.KEY, key);
    number(TableSchemas.INDEX, index);
    number(StoredItem.FORMAT, StoredItem.FORMAT_NOW);
  }

  ItemBuilder text(String name, String text) {
    item.put(name, AttributeValue.fromS(text));
    return this;
  }

  ItemBuilder number(String name, long number) {
    item.put(name, AttributeValue.fromN(Long.toString(number)));
    return this;
  }

  ItemBuilder flag(String name, boolean flag) {
    item.put(name, AttributeValue.fromBool(flag));
    return this;
  }

  ItemBuilder bytes(String name, byte[] bytes) {
    item.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
    return this;
  }

  ItemBuilder texts(String name, Collection<String> texts) {
    item.put(name, AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()));
    return this;
  }

  ItemBuilder binaries(String name, Collection<byte[]> binaries) {
    item.put(
        name,
        AttributeValue.fromL(
            binaries.stream()
                .map(SdkBytes::fromByteArrayUnsafe)
                .map(AttributeValue::fromB)
                .toList()));
    return this;
  }

  ItemBuilder numbers(String name, Map<String, Long> numbers) {
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    numbers.forEach((key, number) -> map.put(key, AttributeValue.fromN(Long.toString(number))));
    item.put(name, AttributeValue.fromM(map));
    return this;
  }

  /** A watermark in milliseconds, and beside it for people, which no reader of ours looks at. */
  ItemBuilder watermark(String name, long watermark) {
    return number(name, watermark).text(name + "Time", readable(watermark));
  }

  private static String readable(long watermark) {
    if (watermark == Watermark.NONE) {
      return "none";
    }
    return watermark == Watermark.END ? "end" : Timestamps.iso(watermark);
  }

  Map<String, AttributeValue> build() {
    return item;
  }
}
