package io.windrow.definition.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.Vocabulary;
import io.windrow.contract.Vocabulary.Place;
import io.windrow.definition.contract.ContractCheck.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The search for references that lead out of a contract, nowhere, or round in a circle. */
final class References {
  private static final Set<String> LEADING = Set.of("$ref", "$dynamicRef");

  /** Keywords whose schemas are asked about the same value. */
  private static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  private final JsonNode contract;
  private final List<Place> schemas;
  private final Map<String, String> anchors = new HashMap<>();
  private final List<Problem> found = new ArrayList<>();

  private References(JsonNode contract, List<Place> schemas) {
    this.contract = contract;
    this.schemas = schemas;
    for (Place place : schemas) {
      for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
        anchors.put("#" + place.schema().path(keyword).asText(""), place.pointer());
      }
    }
    anchors.put("#", "");
  }

  static List<Problem> in(JsonNode contract, List<Place> schemas) {
    References references = new References(contract, schemas);
    schemas.forEach(references::search);
    if (references.found.isEmpty()) {
      references.searchCircles();
    }
    return List.copyOf(references.found);
  }

  private void search(Place place) {
    for (String keyword : LEADING) {
      JsonNode argument = place.schema().path(keyword);
      String pointer = place.pointer() + "/" + keyword;
      if (argument.isTextual() && !argument.textValue().startsWith("#")) {
        found.add(
            new Problem(
                pointer,
                "a reference to '%s', expected one within the contract: #/…"
                    .formatted(argument.textValue())));
      } else if (argument.isTextual() && target(argument.textValue()) == null) {
        found.add(
            new Problem(
                pointer,
                "a reference to '%s', which is not there".formatted(argument.textValue())));
      }
    }
    if (!place.pointer().isEmpty() && place.schema().has("$id")) {
      found.add(
          Problem.ofKey(
              place.pointer() + "/$id",
              "'$id' inside of a contract, which is one schema; leave it out, and refer with #/…"));
    }
  }

  private @Nullable String target(String reference) {
    if (!reference.startsWith("#/")) {
      return anchors.get(reference);
    }
    String pointer = reference.substring(1);
    return contract.at(pointer).isMissingNode() ? null : pointer;
  }

  /** A schema that asks itself about the same value would never end. */
  private void searchCircles() {
    Map<String, Set<String>> leads = new HashMap<>();
    for (Place place : schemas) {
      Set<String> to = leads.computeIfAbsent(place.pointer(), unseen -> new TreeSet<>());
      for (String keyword : LEADING) {
        String target =
            place.schema().path(keyword).isTextual()
                ? target(place.schema().path(keyword).textValue())
                : null;
        if (target != null) {
          to.add(target);
        }
      }
      for (Place inner : Vocabulary.inside(place)) {
        String keyword = inner.pointer().substring(place.pointer().length() + 1).split("/", 2)[0];
        if (IN_PLACE.contains(keyword)) {
          to.add(inner.pointer());
        }
      }
    }
    for (Place place : schemas) {
      if (LEADING.stream().anyMatch(place.schema()::has) && reaches(place.pointer(), leads)) {
        found.add(
            new Problem(
                place.pointer(),
                "a reference that leads back to itself without going into the value"));
      }
    }
  }

  private static boolean reaches(String start, Map<String, Set<String>> leads) {
    Set<String> seen = new TreeSet<>();
    List<String> open = new ArrayList<>(leads.getOrDefault(start, Set.of()));
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).equals(start)) {
        return true;
      }
      if (seen.add(open.get(i))) {
        open.addAll(leads.getOrDefault(open.get(i), Set.of()));
      }
    }
    return false;
  }
}
