package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.ContractCheck.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The search for the regular expressions of a schema that are none, since the library that refuses
 * them does not say where they are.
 */
final class BrokenPatterns {
  private final List<Problem> found = new ArrayList<>();

  private BrokenPatterns() {}

  static List<Problem> in(JsonNode schema) {
    BrokenPatterns patterns = new BrokenPatterns();
    patterns.search(schema, "");
    return List.copyOf(patterns.found);
  }

  private void search(JsonNode part, String pointer) {
    JsonNode pattern = part.path("pattern");
    if (pattern.isTextual()) {
      check(pattern.textValue(), pointer + "/pattern");
    }
    part.path("patternProperties")
        .fieldNames()
        .forEachRemaining(key -> check(key, plus(pointer + "/patternProperties", key)));
    part.properties().forEach(field -> search(field.getValue(), plus(pointer, field.getKey())));
    for (int i = 0; part.isArray() && i < part.size(); i++) {
      search(part.get(i), pointer + "/" + i);
    }
  }

  private void check(String pattern, String pointer) {
    try {
      Pattern unused = Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      String message = "'%s' is no regular expression: %s".formatted(pattern, e.getDescription());
      found.add(new Problem(pointer, message));
    }
  }

  private static String plus(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
