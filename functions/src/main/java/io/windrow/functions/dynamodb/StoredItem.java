package io.windrow.functions.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the state table as it was read. Whatever is not as it was written is an error. */
final class StoredItem {
  static final String FORMAT = "format";
  static final long FORMAT_NOW = 1;

  private final Map<String, AttributeValue> item;

  StoredItem(Map<String, AttributeValue> item) {
    this.item = item;
    long format = number(FORMAT);
    if (format != FORMAT_NOW) {
      throw new IllegalStateException(
          "item %s has format %d, and this version of Windrow reads %d: deploy the version that wrote it"
              .formatted(place(), format, FORMAT_NOW));
    }
  }

  boolean has(String name) {
    return item.containsKey(name);
  }

  String text(String name) {
    return required(name, AttributeValue::s);
  }

  long number(String name) {
    return Long.parseLong(required(name, AttributeValue::n));
  }

  boolean flag(String name) {
    return required(name, AttributeValue::bool);
  }

  byte[] bytes(String name) {
    return required(name, AttributeValue::b).asByteArrayUnsafe();
  }

  List<String> texts(String name) {
    return required(name, value -> value.hasL() ? value.l() : null).stream()
        .map(AttributeValue::s)
        .toList();
  }

  List<byte[]> binaries(String name) {
    return required(name, value -> value.hasL() ? value.l() : null).stream()
        .map(value -> value.b().asByteArrayUnsafe())
        .toList();
  }

  Map<String, Long> numbers(String name) {
    Map<String, Long> numbers = new TreeMap<>();
    required(name, value -> value.hasM() ? value.m() : null)
        .forEach((key, value) -> numbers.put(key, Long.parseLong(value.n())));
    return numbers;
  }

  private <T> T required(String name, Function<AttributeValue, @Nullable T> type) {
    AttributeValue value = item.get(name);
    T typed = value == null ? null : type.apply(value);
    if (typed == null) {
      throw new IllegalStateException(
          "item %s: no %s of its type, found %s".formatted(place(), name, value));
    }
    return typed;
  }

  private String place() {
    AttributeValue key = item.get(TableSchemas.KEY);
    AttributeValue index = item.get(TableSchemas.INDEX);
    return (key == null ? "?" : key.s()) + " " + (index == null ? "?" : index.n());
  }
}
