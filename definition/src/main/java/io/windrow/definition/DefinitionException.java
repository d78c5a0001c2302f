package io.windrow.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition is wrong; it holds every problem that was found, not only the first. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // an immutable list of records of texts
  private final List<Problem> problems;

  public DefinitionException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
