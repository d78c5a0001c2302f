package io.windrow.contract.pattern;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a regular expression. */
sealed interface Element {
  int UNBOUNDED = -1;

  /** The same in RE2's syntax. Groups capture nothing: whether there is a match is all we ask. */
  String re2();

  /** One character of a set. */
  record Chars(CodePoints set) implements Element {
    @Override
    public String re2() {
      return set.re2();
    }
  }

  /**
   * One character of a set that only RE2/J's tables of Unicode can tell.
   *
   * @param re2 what stands for the set in RE2's syntax
   */
  record Property(String re2) implements Element {}

  /** One after the other. */
  record Sequence(List<Element> parts) implements Element {
    @Override
    public String re2() {
      return parts.stream().map(Element::re2).collect(Collectors.joining());
    }
  }

  /** One of them. */
  record Choice(List<Element> options) implements Element {
    @Override
    public String re2() {
      return options.stream().map(Element::re2).collect(Collectors.joining("|", "(?:", ")"));
    }
  }

  /**
   * Again and again.
   *
   * @param most {@link #UNBOUNDED} if there is no bound
   */
  record Repeat(Element part, int least, int most) implements Element {
    @Override
    public String re2() {
      String upTo = most == UNBOUNDED ? "" : String.valueOf(most);
      return "(?:" + part.re2() + "){" + least + "," + upTo + "}";
    }
  }

  /** A place between characters. */
  enum Edge implements Element {
    START("\\A"),
    END("\\z"),
    WORD("\\b"),
    NO_WORD("\\B");

    private final String re2;

    Edge(String re2) {
      this.re2 = re2;
    }

    @Override
    public String re2() {
      return re2;
    }
  }
}
