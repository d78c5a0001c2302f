package io.windrow.contract.pattern;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Code points that no set of an expression tells apart, as one letter. */
final class Alphabet {
  private static final int ASCII = 128;

  private final int[] bounds;
  private final int[] letters;
  private final int[] ofAscii = new int[ASCII];
  private final int[] examples;

  private Alphabet(int[] bounds, int[] letters, int[] examples) {
    this.bounds = bounds;
    this.letters = letters;
    this.examples = examples;
    Arrays.setAll(ofAscii, this::letter);
  }

  static Alphabet of(Collection<CodePoints> sets) {
    List<CodePoints> distinct = sets.stream().distinct().toList();
    int[] bounds =
        distinct.stream()
            .flatMapToInt(set -> Arrays.stream(set.bounds()))
            .filter(bound -> bound > 0 && bound <= Character.MAX_CODE_POINT)
            .sorted()
            .distinct()
            .toArray();
    int[] letters = new int[bounds.length + 1];
    int[] examples = new int[bounds.length + 1];
    Map<BitSet, Integer> known = new HashMap<>();
    for (int i = 0; i < letters.length; i++) {
      int first = i == 0 ? 0 : bounds[i - 1];
      letters[i] = known.computeIfAbsent(setsWith(first, distinct), unseen -> known.size());
      examples[letters[i]] = first;
    }
    return new Alphabet(bounds, letters, Arrays.copyOf(examples, known.size()));
  }

  private static BitSet setsWith(int codePoint, List<CodePoints> sets) {
    BitSet in = new BitSet(sets.size());
    for (int i = 0; i < sets.size(); i++) {
      in.set(i, sets.get(i).contains(codePoint));
    }
    return in;
  }

  int size() {
    return examples.length;
  }

  /** A code point of the letter. */
  int example(int letter) {
    return examples[letter];
  }

  int letter(int codePoint) {
    int at = Arrays.binarySearch(bounds, codePoint);
    return letters[at >= 0 ? at + 1 : -at - 1];
  }

  /** The letter of an ASCII character; below 0 if it is none. */
  int letterOfAscii(char c) {
    return c < ASCII ? ofAscii[c] : -1;
  }
}
