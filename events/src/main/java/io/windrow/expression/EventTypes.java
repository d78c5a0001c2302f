package io.windrow.expression;

import dev.cel.common.types.CelType;

/** The types of CEL whose values are those of events. */
final class EventTypes {
  private EventTypes() {}

  static boolean include(CelType type) {
    return switch (type.kind()) {
      case BOOL, INT, DOUBLE, STRING, NULL_TYPE, DYN, STRUCT, TYPE_PARAM -> true;
      case LIST, MAP -> type.parameters().stream().allMatch(EventTypes::include);
      default -> false;
    };
  }
}
