package io.windrow.definition.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.Vocabulary;
import io.windrow.contract.Vocabulary.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All schemas of a contract: those that keywords hold, and those that references lead to. */
final class Subschemas {
  private Subschemas() {}

  static List<Place> of(JsonNode contract) {
    List<Place> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Place> open = new ArrayDeque<>(List.of(new Place(contract, "")));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (seen.add(place.pointer())) {
        found.add(place);
        Vocabulary.inside(place).forEach(open::addLast);
        String reference = place.schema().path("$ref").asText("");
        if (reference.startsWith("#/")) {
          open.addLast(new Place(contract.at(reference.substring(1)), reference.substring(1)));
        }
      }
    }
    return found;
  }
}
