package io.windrow.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of one kind within a definition: each well formed, and each only once. */
final class Names {
  /** Names that become parts of keys and of resources' names. */
  static final Pattern RESOURCE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /** Names that expressions can call, or read without quotes. */
  static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  /** Names of fields that a definition makes; they become parts of file names and of dimensions. */
  static final Pattern FIELD = Pattern.compile("[!-.0-~]([ -.0-~]{0,126}[!-.0-~])?");

  static final String RESOURCE_EXPECTED =
      "a name of a-z, 0-9 and '-' that begins with a letter, 63 characters at most";
  static final String IDENTIFIER_EXPECTED =
      "a name of letters, digits and '_' that begins with a letter";
  static final String FIELD_EXPECTED =
      "a name of printable ASCII characters without '/', 128 at most";

  private final String kind;
  private final Problems problems;
  private final Map<String, Place> taken = new LinkedHashMap<>();

  Names(String kind, Problems problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /** The name, once it is known to be well formed and is now taken. */
  Optional<String> take(Node.Scalar scalar, Pattern form, String expected) {
    if (!form.matcher(scalar.text()).matches()) {
      problems.add(scalar.place(), scalar.describe() + " as the name of " + kind, expected);
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
