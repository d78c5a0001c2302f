package io.windrow.definition.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import io.windrow.expression.FieldType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check with the functions alone that are called comes to what one with all of them does. */
class TreeChecksTest {
  private static final ScopeTypes TYPES =
      new ScopeTypes(
          Scope.of(
              new FieldType.ObjectOf(
                  Map.of(
                      "i", new FieldType.Int(),
                      "d", new FieldType.Number(),
                      "s", new FieldType.Text(),
                      "l", new FieldType.ListOf(new FieldType.Int()),
                      "any", new FieldType.Any(),
                      "math", new FieldType.Text()),
                  false)));
  private static final CelCompiler COMPLETE = Expressions.compiler(TYPES, List.of());

  private final TreeChecks checks = new TreeChecks(COMPLETE, TYPES, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i",
        "event.d",
        "i + d",
        "i in l || d in l",
        "i > 1 ? d : i",
        "-i % 2 == 0 && !(s == 'a')",
        "size(s) + s.size() + l.size()",
        "l.map(x, x * 2).filter(x, x > 1).exists(x, x == i)",
        "l.exists_one(x, x == d)",
        "math.greatest(i, d) + math.abs(d)",
        "math.greatest(1)",
        "s.split(',')[0].upperAscii().substring(1)",
        "['a'].join(s)",
        "strings.quote(s)",
        "string(timestamp(s) + duration('1h'))",
        "timestamp(s).getHours('UTC')",
        "type(i) == int",
        "{'a': i}['a']",
        "any.b.c + any[0]",
        "has(event.i)",
        "s.matches('^a')",
        "dyn(i) == s",
        "nowhere",
        "s + i",
        "s.size(1)",
        "nothing(i)",
        "s.greatest(i)",
      })
  void ofATreeHasTheSameTypesReferencesAndErrors(String text) throws Exception {
    CelAbstractSyntaxTree tree = COMPLETE.parse(text).getAst();

    assertThat(told(checks.check(tree))).isEqualTo(told(COMPLETE.check(tree)));
    assertThat(told(checks.check(tree))).as("again").isEqualTo(told(COMPLETE.check(tree)));
  }

  private static List<Object> told(CelValidationResult checked) throws CelValidationException {
    return checked.hasError()
        ? List.of(checked.getErrorString())
        : List.of(
            checked.getAst().getResultType(),
            checked.getAst().getTypeMap(),
            checked.getAst().getReferenceMap());
  }
}
