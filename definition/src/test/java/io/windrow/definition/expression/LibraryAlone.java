package io.windrow.definition.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The CEL library as the judge of our closures: it evaluates whole expressions, with doubles. */
public final class LibraryAlone {
  private final Scope scope;
  private final Map<String, CelRuntime.Program> programs = new HashMap<>();
  private final CelRuntime runtime =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(CelDialect.OPTIONS)
          .addLibraries(CelDialect.strings(), CelDialect.math())
          .addFunctionBindings(mixed("add", (l, r) -> (Double) l + (Double) r))
          .addFunctionBindings(mixed("subtract", (l, r) -> (Double) l - (Double) r))
          .addFunctionBindings(mixed("multiply", (l, r) -> (Double) l * (Double) r))
          .addFunctionBindings(mixed("divide", (l, r) -> (Double) l / (Double) r))
          .addFunctionBindings(relation("equals", LibraryAlone::same))
          .addFunctionBindings(relation("not_equals", (l, r) -> !same(l, r)))
          .addFunctionBindings(membership("in_list_int64_double"))
          .addFunctionBindings(membership("in_list_double_int64"))
          .build();

  public LibraryAlone(Scope scope) {
    this.scope = scope;
  }

  /** All functions that expressions may call beside the standard ones of CEL. */
  public static Stream<CelFunctionDecl> extensions() {
    return Stream.of(
            CelDialect.strings().functions(),
            CelDialect.math().functions(),
            CelDialect.mixedNumbers())
        .flatMap(Collection::stream);
  }

  @SuppressWarnings("Immutable") // the operations above close over nothing
  private static List<CelFunctionBinding> mixed(String id, BinaryOperator<Object> operation) {
    return List.of(
        CelFunctionBinding.from(
            id + "_int64_double",
            Long.class,
            Double.class,
            (l, r) -> operation.apply(l.doubleValue(), r)),
        CelFunctionBinding.from(
            id + "_double_int64",
            Double.class,
            Long.class,
            (l, r) -> operation.apply(l, r.doubleValue())));
  }

  @SuppressWarnings("Immutable") // as above
  private static List<CelFunctionBinding> relation(String id, BiPredicate<Object, Object> test) {
    return List.of(
        CelFunctionBinding.from(id + "_int64_double", Object.class, Object.class, test::test),
        CelFunctionBinding.from(id + "_double_int64", Object.class, Object.class, test::test));
  }

  private static CelFunctionBinding membership(String id) {
    return CelFunctionBinding.from(
        id, Object.class, List.class, (l, list) -> in(l, (List<?>) list));
  }

  private static boolean in(Object element, List<?> list) {
    return list.stream().anyMatch(it -> same(it, element));
  }

  private static boolean same(Object left, Object right) {
    if (left instanceof Number l && right instanceof Number r) {
      return l.doubleValue() == r.doubleValue();
    }
    return left.equals(right);
  }

  /** The value, in the types of events. */
  public @Nullable Object evaluate(String text, Map<String, ?> event)
      throws CelEvaluationException {
    Map<String, Object> variables = new HashMap<>();
    event.forEach((name, value) -> variables.put(name, LibraryValues.toLibrary(value)));
    variables.put("event", LibraryValues.toLibrary(event));
    CelRuntime.Program program = programs.get(text);
    if (program == null) {
      program = runtime.createProgram(checked(text));
      programs.put(text, program);
    }
    Object value = program.eval(variables);
    if (value instanceof CelUnknownSet) {
      throw new CelEvaluationException("a variable is absent");
    }
    return LibraryValues.fromLibrary(value);
  }

  private CelAbstractSyntaxTree checked(String text) {
    try {
      return Expressions.compiler(new ScopeTypes(scope), List.of()).compile(text).getAst();
    } catch (CelValidationException e) {
      throw new AssertionError(text, e);
    }
  }
}
