package io.windrow.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of an object that need each other.
 *
 * @param additional of the properties that have no check of their own
 */
record ObjectCheck(Map<String, QuickCheck> properties, QuickCheck additional, List<String> required)
    implements QuickCheck {
  ObjectCheck {
    properties = Map.copyOf(properties);
    required = List.copyOf(required);
  }

  @Override
  public boolean certain(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      return true;
    }
    for (Map.Entry<?, ?> property : object.entrySet()) {
      QuickCheck check = properties.get(property.getKey());
      if (!(check == null ? additional : check).certain(property.getValue())) {
        return false;
      }
    }
    return hasRequired(object);
  }

  private boolean hasRequired(Map<?, ?> object) {
    for (String name : required) {
      if (!object.containsKey(name)) {
        return false;
      }
    }
    return true;
  }
}
