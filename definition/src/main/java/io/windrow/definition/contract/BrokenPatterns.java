package io.windrow.definition.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.Vocabulary;
import io.windrow.contract.Vocabulary.Place;
import io.windrow.contract.pattern.EcmaPattern;
import io.windrow.contract.pattern.PatternException;
import io.windrow.definition.contract.ContractCheck.Problem;
import java.util.ArrayList;
import java.util.List;

/** The search for patterns that a contract can't have. */
final class BrokenPatterns {
  private final List<Problem> found = new ArrayList<>();

  private BrokenPatterns() {}

  static List<Problem> in(List<Place> schemas) {
    BrokenPatterns patterns = new BrokenPatterns();
    schemas.forEach(patterns::search);
    return List.copyOf(patterns.found);
  }

  private void search(Place place) {
    JsonNode pattern = place.schema().path("pattern");
    if (pattern.isTextual()) {
      check(pattern.textValue(), place.pointer() + "/pattern", false);
    }
    String names = place.pointer() + "/patternProperties";
    place
        .schema()
        .path("patternProperties")
        .fieldNames()
        .forEachRemaining(name -> check(name, Vocabulary.plus(names, name), true));
  }

  private void check(String pattern, String pointer, boolean ofKey) {
    try {
      EcmaPattern unused = EcmaPattern.of(pattern);
    } catch (PatternException e) {
      String message = "the pattern '%s' can't be searched: %s".formatted(pattern, e.getMessage());
      found.add(new Problem(pointer, message, ofKey, e.index()));
    }
  }
}
