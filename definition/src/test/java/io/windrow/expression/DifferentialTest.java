package io.windrow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelEvaluationException;
import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.LibraryAlone;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

class DifferentialTest {
  private static final String ERROR = "no value";

  private final LibraryAlone library = new LibraryAlone(Cel.SALES);

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void ourClosuresAndTheLibraryAgree(
      @ForAll("expressions") String text, @ForAll("sales") Map<String, Object> sale) {
    Object ours = ours(compiled(text), sale);
    Object judged = judged(text, sale);
    Statistics.collect(ERROR.equals(judged));
    Statistics.coverage(shares -> shares.check(false).percentage(share -> share > 30));
    assertThat(Comparison.equal(Frame.ofConstants(0), ours, judged))
        .as("%s%n on %s%n ours %s, the library %s", text, sale, ours, judged)
        .isTrue();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void anExpressionThatWasReadBackAgreesWithItself(
      @ForAll("expressions") String text, @ForAll("sales") Map<String, Object> sale) {
    ExpressionTrees trees = new ExpressionTrees();
    Expression written = compiled(text);
    Expression read = trees.read(trees.write(written));
    assertThat(ours(read, sale)).as(text).isEqualTo(ours(written, sale));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void fieldsThatAnExpressionDoesNotReadDoNotMatter(
      @ForAll("expressions") String text, @ForAll("sales") Map<String, Object> sale) {
    Expression expression = compiled(text);
    Map<String, Object> fewer = new HashMap<>(sale);
    expression.reads().ifPresent(fewer.keySet()::retainAll);
    assertThat(ours(expression, fewer)).as(text).isEqualTo(ours(expression, sale));
  }

  /** The expression; one with a constant that has no value is refused, and another is drawn. */
  private static Expression compiled(String text) {
    try {
      return new Expressions().compile(text, Cel.SALES);
    } catch (ExpressionSyntaxException e) {
      Assume.that(false);
      throw new AssertionError(text, e);
    }
  }

  private static @Nullable Object ours(Expression expression, Map<String, Object> sale) {
    try {
      return expression.evaluate(sale);
    } catch (ExpressionException e) {
      return ERROR;
    }
  }

  private @Nullable Object judged(String text, Map<String, Object> sale) {
    try {
      return library.evaluate(text, sale);
    } catch (CelEvaluationException e) {
      return ERROR;
    }
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.integers().between(1, 4).flatMap(ExpressionTexts::ofAnyType);
  }

  /** Sales in which any field but the shop may be absent, and numbers are multiples of 1/8. */
  @Provide
  Arbitrary<Map<String, Object>> sales() {
    Arbitrary<BigDecimal> number =
        Arbitraries.integers()
            .between(-64, 64)
            .map(eighths -> BigDecimal.valueOf(eighths).multiply(new BigDecimal("0.125")));
    Arbitrary<Long> whole = Arbitraries.longs().between(-5, 5);
    Arbitrary<String> word = Arbitraries.strings().withChars("abBDÄ é€").ofMaxLength(4);
    Arbitrary<List<String>> tags = word.list().ofMaxSize(3);
    Arbitrary<Object> line =
        Combinators.combine(number, whole)
            .as((cost, count) -> Map.<String, Object>of("cost", cost, "count", count));
    return Combinators.combine(
            field("price", number),
            field("quantity", whole),
            field("country", word),
            field("paid", Arbitraries.of(true, false)),
            field("discount", number.injectNull(0.5)),
            field("tags", tags),
            field("lines", line.list().ofMaxSize(2)),
            field("shop", field("city", word)).filter(it -> !it.isEmpty()))
        .as(DifferentialTest::merged);
  }

  private static Arbitrary<Map<String, Object>> field(String name, Arbitrary<?> value) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Map.of())), Tuple.of(5, value.map(it -> single(name, it))));
  }

  private static Map<String, Object> single(String name, @Nullable Object value) {
    Map<String, Object> field = new HashMap<>();
    field.put(name, value);
    return field;
  }

  @SafeVarargs
  private static Map<String, Object> merged(Map<String, Object>... fields) {
    Map<String, Object> all = new HashMap<>();
    for (Map<String, Object> field : fields) {
      all.putAll(field);
    }
    return all;
  }
}
