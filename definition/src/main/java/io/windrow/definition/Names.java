package io.windrow.definition;

import io.windrow.plan.NameForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of one kind within a definition: each well formed, and each only once. */
final class Names {
  private final String kind;
  private final Problems problems;
  private final Map<String, Place> taken = new LinkedHashMap<>();

  Names(String kind, Problems problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /** The name, once it is known to be well formed and is now taken. */
  Optional<String> take(Node.Scalar scalar, NameForm form) {
    if (!form.matches(scalar.text())) {
      problems.add(scalar.place(), scalar.describe() + " as the name of " + kind, form.expected());
      return Optional.empty();
    }
    return claim(scalar.text(), scalar.place());
  }

  /** The name of any form, unless it is empty or taken already. */
  Optional<String> claimNamed(String name, Place place) {
    if (name.isEmpty()) {
      problems.add(place, "the empty name for " + kind, "a name: { name: an expression }");
      return Optional.empty();
    }
    return claim(name, place);
  }

  /** The name of any form, unless it is taken already. */
  Optional<String> claim(String name, Place place) {
    Place first = taken.putIfAbsent(name, place);
    if (first == null) {
      return Optional.of(name);
    }
    problems.add(
        place,
        "'" + name + "' as the name of " + kind + " again (first at " + first + ")",
        "each name once");
    return Optional.empty();
  }

  /** Where a name that is taken stands. */
  Optional<Place> place(String name) {
    return Optional.ofNullable(taken.get(name));
  }
}
