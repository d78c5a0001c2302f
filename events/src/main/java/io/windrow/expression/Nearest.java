package io.windrow.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The search for the name that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The allowed name that is fewest edits away, or null if all are too unlike. */
  public static @Nullable String to(String found, Collection<String> allowed) {
    int limit = Math.max(1, (found.length() + 1) / 3);
    return allowed.stream()
        .filter(name -> distance(found, name) <= limit)
        .min(Comparator.comparingInt((String name) -> distance(found, name)))
        .orElse(null);
  }

  /** Insertions, deletions, replacements and swaps of neighbours; a difference of case is free. */
  private static int distance(String found, String name) {
    String a = found.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(int[][] edits, String a, String b, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
