package io.windrow.contract.pattern;

import io.windrow.contract.pattern.Automaton.At;
import io.windrow.contract.pattern.Automaton.Fork;
import io.windrow.contract.pattern.Automaton.Program;
import io.windrow.contract.pattern.Automaton.Step;
import io.windrow.contract.pattern.Automaton.Take;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the table of an automaton by going all the ways that a text can take through it. Some have
 * exponentially many states, so it gives up past a bound.
 */
final class TableMaker {
  private static final int MOST_CELLS = 100_000;
  private static final int MOST_VISITS = 1_000_000;

  private final List<Step> steps;
  private final int first;
  private final Alphabet alphabet;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private int visits;

  private TableMaker(Program program) {
    this.steps = program.steps();
    this.first = program.start();
    this.alphabet =
        Alphabet.of(
            steps.stream()
                .filter(Take.class::isInstance)
                .map(step -> ((Take) step).set())
                .toList());
  }

  /**
   * Where a search stands.
   *
   * @param takes the steps that wait for a character
   */
  private record State(BitSet takes, boolean matches, boolean matchesAtEnd) {
    static final State LOST = new State(new BitSet(), false, false);
    static final State FOUND = new State(new BitSet(), true, true);
  }

  /** The table, unless it would be too large. */
  static Optional<Table> of(Program program) {
    return new TableMaker(program).make();
  }

  private Optional<Table> make() {
    number(State.LOST);
    number(State.FOUND);
    int start = number(new Closure(true).add(first).state());
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      if (visits > MOST_VISITS || states.size() * alphabet.size() > MOST_CELLS) {
        return Optional.empty();
      }
      rows.add(row(states.get(i)));
    }
    int[] next = rows.stream().flatMapToInt(Arrays::stream).toArray();
    boolean[] matchesAtEnd = new boolean[states.size()];
    for (int i = 0; i < matchesAtEnd.length; i++) {
      matchesAtEnd[i] = states.get(i).matchesAtEnd();
    }
    return Optional.of(new Table(alphabet, start, next, matchesAtEnd));
  }

  private int number(State state) {
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known == null) {
      states.add(state);
    }
    return known == null ? states.size() - 1 : known;
  }

  private int[] row(State state) {
    int[] row = new int[alphabet.size()];
    for (int letter = 0; letter < row.length; letter++) {
      row[letter] = state.matches() ? Table.FOUND : number(after(state, alphabet.example(letter)));
    }
    return row;
  }

  private State after(State state, int codePoint) {
    if (state.equals(State.LOST)) {
      return State.LOST;
    }
    Closure closure = new Closure(false).add(first);
    for (int i = state.takes().nextSetBit(0); i >= 0; i = state.takes().nextSetBit(i + 1)) {
      visits++;
      if (steps.get(i) instanceof Take take && take.set().contains(codePoint)) {
        closure.add(take.next());
      }
    }
    return closure.state();
  }

  /** What can be reached without a character. */
  private final class Closure {
    private final boolean atStart;
    private final BitSet seen = new BitSet();
    private final BitSet seenAtEnd = new BitSet();
    private final BitSet takes = new BitSet();

    Closure(boolean atStart) {
      this.atStart = atStart;
    }

    Closure add(int step) {
      walk(step, seen, false);
      return this;
    }

    private void walk(int from, BitSet visited, boolean atEnd) {
      Deque<Integer> open = new ArrayDeque<>(List.of(from));
      while (!open.isEmpty()) {
        int at = open.pop();
        if (visited.get(at)) {
          continue;
        }
        visited.set(at);
        visits++;
        Step step = steps.get(at);
        if (step instanceof Fork fork) {
          open.push(fork.other());
          open.push(fork.one());
        } else if (step instanceof Take && !atEnd) {
          takes.set(at);
        } else if (step instanceof At place) {
          if (place.start() ? atStart : atEnd) {
            open.push(place.next());
          } else if (!place.start()) {
            walk(place.next(), seenAtEnd, true);
          }
        }
      }
    }

    State state() {
      if (seen.get(Automaton.MATCH)) {
        return State.FOUND;
      }
      boolean matchesAtEnd = seenAtEnd.get(Automaton.MATCH);
      return takes.isEmpty() && !matchesAtEnd ? State.LOST : new State(takes, false, matchesAtEnd);
    }
  }
}
