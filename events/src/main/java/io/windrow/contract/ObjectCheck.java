package io.windrow.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of an object that need each other.
 *
 * @param properties those that are named, be it only as required
 * @param additional of all others
 */
record ObjectCheck(Map<String, Property> properties, QuickCheck additional, long required)
    implements QuickCheck {

  /** A property that is named. */
  record Property(QuickCheck check, boolean required) {}

  ObjectCheck(Map<String, Property> properties, QuickCheck additional) {
    this(
        Map.copyOf(properties),
        additional,
        properties.values().stream().filter(Property::required).count());
  }

  @Override
  public boolean certain(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      return true;
    }
    long found = 0;
    for (Map.Entry<?, ?> member : object.entrySet()) {
      Property property = properties.get(member.getKey());
      QuickCheck check = property == null ? additional : property.check();
      if (!check.certain(member.getValue())) {
        return false;
      }
      found += property != null && property.required() ? 1 : 0;
    }
    return found == required;
  }
}
