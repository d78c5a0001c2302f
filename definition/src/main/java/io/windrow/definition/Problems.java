package io.windrow.definition;

import io.windrow.expression.Nearest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The problems found so far. Whoever adds one goes on with what is still sound. */
final class Problems {
  private final String definition;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  /** No problems yet in the file of that name and those beside it. */
  Problems(String definition) {
    this.definition = definition;
  }

  void add(Place place, String found, String allowed) {
    add(place, found, allowed, null);
  }

  void add(Place place, String found, String allowed, @Nullable String nearest) {
    problems.add(new Problem(place.file(), place.line(), place.column(), found, allowed, nearest));
  }

  /** Adds what is allowed and probably not meant. */
  void warn(Place place, String found, String advice) {
    warnings.add(new Problem(place.file(), place.line(), place.column(), found, advice, null));
  }

  /** The warnings, down the lines. */
  List<Problem> warnings() {
    return inOrder(warnings);
  }

  /** Adds that a word is none of those allowed, as in unknown key 'x' in a view. */
  void addUnknown(Place place, String what, String word, String where, Collection<String> allowed) {
    add(
        place,
        "unknown " + what + " '" + word + "'" + where,
        Words.oneOf(allowed),
        Nearest.to(word, allowed));
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new DefinitionException(inOrder(problems));
    }
  }

  private List<Problem> inOrder(Set<Problem> found) {
    return found.stream().sorted(Problem.inOrder(definition)).toList();
  }
}
