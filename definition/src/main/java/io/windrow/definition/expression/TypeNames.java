package io.windrow.definition.expression;

import static java.util.Locale.ROOT;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of types as CEL writes them; an object is a {@code map(string, dyn)}. */
final class TypeNames {
  private static final Pattern WRAPPER = Pattern.compile("wrapper\\((\\w+)\\)");
  private static final Pattern STRUCTURE = Pattern.compile("\\{([^}]*)}");
  private static final Pattern PARAMETER = Pattern.compile("%[A-Z]\\d+");
  private static final Pattern WELL_KNOWN = Pattern.compile("google\\.protobuf\\.(\\w)(\\w+)");

  private TypeNames() {}

  static String of(CelType type) {
    return switch (type.kind()) {
      case STRUCT -> "map(string, dyn)";
      case LIST, MAP ->
          type.name()
              + type.parameters().stream()
                  .map(TypeNames::of)
                  .collect(Collectors.joining(", ", "(", ")"));
      case TYPE_PARAM -> "dyn";
      default -> WRAPPER.matcher(CelTypes.format(type)).replaceAll("$1");
    };
  }

  /** A message of the library with the names of types made plain. */
  static String plain(String message) {
    String text = WRAPPER.matcher(message).replaceAll("$1 or null");
    text = STRUCTURE.matcher(text).replaceAll("object $1");
    text = PARAMETER.matcher(text).replaceAll("any");
    return WELL_KNOWN.matcher(text).replaceAll(m -> m.group(1).toLowerCase(ROOT) + m.group(2));
  }
}
