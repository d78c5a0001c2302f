package io.windrow.contract.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of code points: those from its first bound on are in it, those from its second on are not,
 * and so on.
 */
final class CodePoints {
  private static final int END = Character.MAX_CODE_POINT + 1;

  static final CodePoints NONE = new CodePoints(new int[0]);
  static final CodePoints ALL = range(0, Character.MAX_CODE_POINT);

  /** ECMA-262 "LineTerminator". */
  private static final CodePoints LINE_ENDS = of('\n', '\r', 0x2028, 0x2029);

  /** ECMA-262 "Atom :: .", without the flag {@code s}. */
  static final CodePoints DOT = LINE_ENDS.complement();

  static final CodePoints DIGITS = range('0', '9');

  /** ECMA-262 "WordCharacters", without the flag {@code i}. */
  static final CodePoints WORD = DIGITS.with(range('a', 'z')).with(range('A', 'Z')).with(of('_'));

  /** ECMA-262 "WhiteSpace" (with Unicode's Space_Separator) and "LineTerminator". */
  static final CodePoints SPACE =
      range('\t', '\r')
          .with(of(' ', 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF))
          .with(range(0x2000, 0x200A))
          .with(LINE_ENDS);

  private final int[] bounds;

  private CodePoints(int[] bounds) {
    this.bounds = bounds;
  }

  static CodePoints of(int... each) {
    return Arrays.stream(each).mapToObj(c -> range(c, c)).reduce(NONE, CodePoints::with);
  }

  /** Those between two, both included. */
  static CodePoints range(int first, int last) {
    return new CodePoints(new int[] {first, last + 1});
  }

  /** Those that are in this set, in the other, or in both. */
  CodePoints with(CodePoints other) {
    List<int[]> ranges = new ArrayList<>();
    addRanges(ranges);
    other.addRanges(ranges);
    ranges.sort(Comparator.comparingInt(range -> range[0]));
    int[] merged = new int[2 * ranges.size()];
    int size = 0;
    for (int[] range : ranges) {
      if (size > 0 && range[0] <= merged[size - 1]) {
        merged[size - 1] = Math.max(merged[size - 1], range[1]);
      } else {
        merged[size++] = range[0];
        merged[size++] = range[1];
      }
    }
    return new CodePoints(Arrays.copyOf(merged, size));
  }

  private void addRanges(List<int[]> ranges) {
    for (int i = 0; i < bounds.length; i += 2) {
      ranges.add(new int[] {bounds[i], bounds[i + 1]});
    }
  }

  CodePoints complement() {
    boolean fromFirst = bounds.length > 0 && bounds[0] == 0;
    boolean toLast = bounds.length > 0 && bounds[bounds.length - 1] == END;
    int[] all = new int[bounds.length + 2];
    System.arraycopy(bounds, 0, all, 1, bounds.length);
    all[all.length - 1] = END;
    return new CodePoints(
        Arrays.copyOfRange(all, fromFirst ? 2 : 0, all.length - (toLast ? 2 : 0)));
  }

  boolean contains(int codePoint) {
    int at = Arrays.binarySearch(bounds, codePoint);
    return (at >= 0 ? at : -at - 2) % 2 == 0;
  }

  /** Where runs of code points begin and end of which all, or none, are in the set. */
  int[] bounds() {
    return bounds.clone();
  }

  /** The set as RE2 writes what stands in brackets. */
  String re2Items() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      items.append(re2(bounds[i])).append('-').append(re2(bounds[i + 1] - 1));
    }
    return items.toString();
  }

  /** The set as an RE2 expression. */
  String re2() {
    if (bounds.length == 2 && bounds[1] == bounds[0] + 1) {
      return re2(bounds[0]);
    }
    return bounds.length == 0 ? "[^" + ALL.re2Items() + "]" : "[" + re2Items() + "]";
  }

  private static String re2(int codePoint) {
    return "\\x{" + Integer.toHexString(codePoint) + "}";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodePoints set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }
}
