package io.windrow.definition;

import io.windrow.expression.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one section by key. Whatever is not as it should be is a problem, and comes
 * back as if it were absent.
 */
final class SectionReader {
  private final Section section;
  private final Place place;
  private final Map<String, Node> values;
  private final Problems problems;

  private SectionReader(Section section, Place place, Map<String, Node> values, Problems problems) {
    this.section = section;
    this.place = place;
    this.values = values;
    this.problems = problems;
  }

  /** A reader of a mapping's values; anything but a mapping is a problem. */
  static Optional<SectionReader> of(Section section, Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add(
          node.place(),
          node.describe() + " for " + section.title(),
          "a mapping with the keys " + String.join(", ", section.keys()));
      return Optional.empty();
    }
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Node> meant = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (section.keys().contains(key)) {
        values.put(key, entry.value());
      } else {
        problems.addUnknown(
            entry.key().place(), "key", key, " in " + section.title(), section.keys());
        Optional.ofNullable(Nearest.to(key, section.keys()))
            .ifPresent(nearest -> meant.put(nearest, entry.value()));
      }
    }
    // What stands under a key that is misspelled is checked too, and is not missing besides.
    meant.forEach(values::putIfAbsent);
    return Optional.of(new SectionReader(section, mapping.place(), values, problems));
  }

  Place place() {
    return place;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that must be there. */
  Optional<Node> required(String key, String example) {
    if (!has(key)) {
      problems.add(place, "no '" + key + "' in " + section.title(), example);
    }
    return node(key);
  }

  Optional<Node.Scalar> text(String key, String expected) {
    return node(key).flatMap(node -> text(node, key, expected));
  }

  Optional<Node.Scalar> requiredText(String key, String expected) {
    return required(key, expected).flatMap(node -> text(node, key, expected));
  }

  /** The text that a node of a key is. */
  Optional<Node.Scalar> text(Node node, String key, String expected) {
    if (node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TEXT
        && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    problems.add(node.place(), node.describe() + " for '" + key + "'", expected);
    return Optional.empty();
  }

  /** One of some words. */
  Optional<String> word(String key, Collection<String> allowed) {
    return node(key).flatMap(node -> word(node, key, allowed));
  }

  /** The one of some words that a node of a key is. */
  Optional<String> word(Node node, String key, Collection<String> allowed) {
    return word(node, key, allowed, unknown -> null);
  }

  /**
   * The one of some words that a node of a key is.
   *
   * @param instead what to do in place of a word that other systems know; null for any other
   */
  Optional<String> word(
      Node node,
      String key,
      Collection<String> allowed,
      Function<String, @Nullable String> instead) {
    Optional<Node.Scalar> scalar = text(node, key, Words.oneOf(allowed));
    if (scalar.isPresent() && !allowed.contains(scalar.get().text())) {
      addUnknown(key, scalar.get(), allowed, instead.apply(scalar.get().text()));
      return Optional.empty();
    }
    return scalar.map(Node.Scalar::text);
  }

  private void addUnknown(
      String key, Node.Scalar scalar, Collection<String> allowed, @Nullable String instead) {
    String where = " for '" + key + "'";
    if (instead == null) {
      problems.addUnknown(scalar.place(), "value", scalar.text(), where, allowed);
    } else {
      problems.add(
          scalar.place(),
          "unknown value '" + scalar.text() + "'" + where,
          Words.oneOf(allowed) + ", or " + instead);
    }
  }

  /** A duration in milliseconds. */
  OptionalLong duration(String key) {
    Optional<Node.Scalar> scalar = text(key, Durations.EXPECTED);
    if (scalar.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong millis = Durations.parse(scalar.get().text());
    if (millis.isEmpty()) {
      problems.add(
          scalar.get().place(), scalar.get().describe() + " for '" + key + "'", Durations.EXPECTED);
    }
    return millis;
  }

  /** Whether a switch is on; it is off when absent. */
  boolean isOn(String key) {
    Node node = values.get(key);
    if (node == null) {
      return false;
    }
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
      return scalar.text().equalsIgnoreCase("true");
    }
    problems.add(node.place(), node.describe() + " for '" + key + "'", "true or false");
    return false;
  }

  /** The items of a list; none when absent. */
  List<Node> items(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Node.Listing listing) {
      return listing.items();
    }
    problems.add(node.place(), node.describe() + " for '" + key + "'", "a list");
    return List.of();
  }

  /** The items of a list, or a value that stands by itself; none when absent. */
  List<Node> oneOrMore(String key) {
    Node node = values.get(key);
    if (node instanceof Node.Listing listing && !listing.items().isEmpty()) {
      return listing.items();
    }
    return node == null ? List.of() : List.of(node);
  }

  /** The entries of a mapping whose keys are free; none when absent. */
  List<Node.Entry> entries(String key, String expected) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    problems.add(node.place(), node.describe() + " for '" + key + "'", expected);
    return List.of();
  }
}
