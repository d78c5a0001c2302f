package io.windrow.contract.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.windrow.contract.pattern.Element.Chars;
import io.windrow.contract.pattern.Element.Choice;
import io.windrow.contract.pattern.Element.Edge;
import io.windrow.contract.pattern.Element.Repeat;
import io.windrow.contract.pattern.Element.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Holds the table and RE2/J to what an expression means. */
class EcmaPatternPropertyTest {

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void bothFindWhatIsMeant(
      @ForAll("elements") Element element, @ForAll("texts") List<String> texts) {
    Optional<Table> table = Automaton.of(element).flatMap(TableMaker::of);
    Pattern re2 = EcmaPattern.re2(element);

    for (String text : texts) {
      boolean meant = new Meaning(text.codePoints().toArray()).isFound(element);
      assertThat(re2.matcher(text).find()).as("%s in %s", element, text).isEqualTo(meant);
      table.ifPresent(
          known ->
              assertThat(known.isFoundIn(text)).as("%s in %s", element, text).isEqualTo(meant));
    }
  }

  /** The places in a text at which a part of an expression can end that begins at some place. */
  private static final class Meaning {
    private final int[] text;

    Meaning(int[] text) {
      this.text = text;
    }

    boolean isFound(Element element) {
      Set<Integer> anywhere =
          IntStream.rangeClosed(0, text.length).boxed().collect(Collectors.toSet());
      return !ends(element, anywhere).isEmpty();
    }

    private Set<Integer> ends(Element element, Set<Integer> starts) {
      Set<Integer> ends = new TreeSet<>();
      if (element instanceof Chars chars) {
        for (int at : starts) {
          if (at < text.length && chars.set().contains(text[at])) {
            ends.add(at + 1);
          }
        }
      } else if (element instanceof Sequence sequence) {
        ends.addAll(starts);
        for (Element part : sequence.parts()) {
          ends = ends(part, ends);
        }
      } else if (element instanceof Choice choice) {
        for (Element option : choice.options()) {
          ends.addAll(ends(option, starts));
        }
      } else if (element instanceof Repeat repeat) {
        return repeated(repeat, starts);
      } else {
        starts.stream().filter(at -> isAt((Edge) element, at)).forEach(ends::add);
      }
      return ends;
    }

    private Set<Integer> repeated(Repeat repeat, Set<Integer> starts) {
      Set<Integer> now = starts;
      for (int i = 0; i < repeat.least(); i++) {
        now = ends(repeat.part(), now);
      }
      Set<Integer> ends = new TreeSet<>(now);
      int more = repeat.most() == Element.UNBOUNDED ? text.length : repeat.most() - repeat.least();
      for (int i = 0; i < more; i++) {
        now = ends(repeat.part(), now);
        ends.addAll(now);
      }
      return ends;
    }

    private boolean isAt(Edge edge, int at) {
      boolean wordEdge = isWord(at - 1) != isWord(at);
      return switch (edge) {
        case START -> at == 0;
        case END -> at == text.length;
        case WORD -> wordEdge;
        case NO_WORD -> !wordEdge;
      };
    }

    private boolean isWord(int at) {
      return at >= 0 && at < text.length && CodePoints.WORD.contains(text[at]);
    }
  }

  @Property(tries = 200)
  void complementsTurnEveryCodePointAround(@ForAll("sets") CodePoints set, @ForAll int any) {
    int codePoint = Math.floorMod(any, Character.MAX_CODE_POINT + 1);

    assertThat(set.complement().contains(codePoint)).isNotEqualTo(set.contains(codePoint));
    assertThat(set.complement().complement()).isEqualTo(set);
    assertThat(set.with(set.complement())).isEqualTo(CodePoints.ALL);
  }

  @Provide
  Arbitrary<CodePoints> sets() {
    Arbitrary<CodePoints> ranges =
        Combinators.combine(
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT),
                Arbitraries.integers().between(0, 300))
            .as((from, more) -> CodePoints.range(from, Math.min(from + more, 0x10FFFF)));
    return Arbitraries.oneOf(
        ranges
            .list()
            .ofMaxSize(4)
            .map(list -> list.stream().reduce(CodePoints.NONE, CodePoints::with)),
        Arbitraries.of(
            CodePoints.DOT,
            CodePoints.SPACE,
            CodePoints.WORD,
            CodePoints.of('a'),
            CodePoints.of('b', 'c'),
            CodePoints.range('a', 'b'),
            CodePoints.of(0x1F600)));
  }

  @Provide
  Arbitrary<Element> elements() {
    return element(3);
  }

  private Arbitrary<Element> element(int levels) {
    Arbitrary<Element> leaf =
        Arbitraries.frequencyOf(
            Tuple.of(8, sets().map(Chars::new)),
            Tuple.of(1, Arbitraries.of(Edge.values()).map(edge -> edge)));
    if (levels == 0) {
      return leaf;
    }
    Arbitrary<Element> inner = element(levels - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(1, leaf),
        Tuple.of(3, inner.list().ofMaxSize(4).map(Sequence::new)),
        Tuple.of(2, inner.list().ofMinSize(1).ofMaxSize(3).map(Choice::new)),
        Tuple.of(
            2,
            Combinators.combine(
                    inner,
                    Arbitraries.integers().between(0, 2),
                    Arbitraries.integers().between(-1, 2))
                .as((part, least, more) -> new Repeat(part, least, more < 0 ? -1 : least + more))));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "c", "-", " ", "\n", "\u00a0", "é", "\ud83d\ude00", "_")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts))
        .list()
        .ofSize(20);
  }
}
