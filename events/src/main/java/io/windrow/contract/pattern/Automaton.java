package io.windrow.contract.pattern;

import io.windrow.contract.pattern.Element.Chars;
import io.windrow.contract.pattern.Element.Choice;
import io.windrow.contract.pattern.Element.Edge;
import io.windrow.contract.pattern.Element.Repeat;
import io.windrow.contract.pattern.Element.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression as steps that are gone through side by side (K. Thompson, "Regular
 * expression search algorithm", 1968).
 */
final class Automaton {
  /** More would make a table too large to be worth it. */
  private static final int MOST_STEPS = 20_000;

  static final int MATCH = 0;

  private final List<Step> steps = new ArrayList<>(List.of(new Match()));

  private Automaton() {}

  /** What stands at one place of an automaton. */
  sealed interface Step {}

  /** The expression has matched. */
  record Match() implements Step {}

  /** One character of the set leads on. */
  record Take(CodePoints set, int next) implements Step {}

  /** Both ways are open. */
  record Fork(int one, int other) implements Step {}

  /** At the start, or else at the end, the way is open. */
  record At(boolean start, int next) implements Step {}

  /** Its steps and where they begin; empty if it has what only RE2/J knows, or is too large. */
  static Optional<Program> of(Element element) {
    Automaton automaton = new Automaton();
    try {
      int start = automaton.before(element, MATCH);
      return Optional.of(new Program(List.copyOf(automaton.steps), start));
    } catch (NotFeasibleException e) {
      return Optional.empty();
    }
  }

  /** The steps of an expression, and the first. */
  record Program(List<Step> steps, int start) {}

  /** Adds the steps of an element that lead to a place, and returns the first. */
  private int before(Element element, int next) {
    if (element instanceof Chars chars) {
      return add(new Take(chars.set(), next));
    }
    if (element instanceof Sequence sequence) {
      int first = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        first = before(sequence.parts().get(i), first);
      }
      return first;
    }
    if (element instanceof Choice choice) {
      int last = choice.options().size() - 1;
      int first = before(choice.options().get(last), next);
      for (int i = last - 1; i >= 0; i--) {
        first = add(new Fork(before(choice.options().get(i), next), first));
      }
      return first;
    }
    if (element instanceof Repeat repeat) {
      return before(repeat, next);
    }
    if (element == Edge.START || element == Edge.END) {
      return add(new At(element == Edge.START, next));
    }
    throw new NotFeasibleException();
  }

  private int before(Repeat repeat, int next) {
    int first = repeat.most() == Element.UNBOUNDED ? loop(repeat.part(), next) : next;
    for (int i = repeat.least(); i < repeat.most(); i++) {
      first = add(new Fork(before(repeat.part(), first), next));
    }
    for (int i = 0; i < repeat.least(); i++) {
      int last = first;
      first = before(repeat.part(), last);
      if (first == last) {
        break; // what is empty is so however often
      }
    }
    return first;
  }

  private int loop(Element part, int next) {
    int fork = add(new Match());
    steps.set(fork, new Fork(before(part, fork), next));
    return fork;
  }

  private int add(Step step) {
    if (steps.size() == MOST_STEPS) {
      throw new NotFeasibleException();
    }
    steps.add(step);
    return steps.size() - 1;
  }

  private static final class NotFeasibleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotFeasibleException() {
      super(null, null, false, false);
    }
  }
}
