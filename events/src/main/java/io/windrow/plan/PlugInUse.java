package io.windrow.plan;

import java.util.Comparator;

/** A plug-in that a definition depends on: a decoder, an enrichment, an aggregate or a function. */
public record PlugInUse(String kind, String name, String version) implements Comparable<PlugInUse> {
  private static final Comparator<PlugInUse> ORDER =
      Comparator.comparing(PlugInUse::kind)
          .thenComparing(PlugInUse::name)
          .thenComparing(PlugInUse::version);

  @Override
  public int compareTo(PlugInUse other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + name + " " + version;
  }
}
