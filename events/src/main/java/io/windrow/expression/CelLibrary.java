package io.windrow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions that only the CEL library has. It is loaded by the first that is called, since it
 * takes a second.
 */
final class CelLibrary {

  /** A function of the library. */
  @FunctionalInterface
  interface Function {
    @Nullable Object apply(@Nullable Object[] arguments);
  }

  private final Supplier<CelRuntime> runtime = new Lazy<>(CelLibrary::load);

  private static CelRuntime load() {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(CelDialect.OPTIONS)
        .addLibraries(CelDialect.strings(), CelDialect.math())
        .build();
  }

  Function function(LibraryCall call) {
    Supplier<CelRuntime.Program> program = new Lazy<>(() -> program(call));
    return arguments -> {
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < arguments.length; i++) {
        values.put(name(i), LibraryValues.toLibrary(arguments[i]));
      }
      try {
        return LibraryValues.fromLibrary(program.get().eval(values));
      } catch (CelEvaluationException e) {
        throw new ExpressionException(call.function() + ": " + e.getMessage());
      }
    };
  }

  private CelRuntime.Program program(LibraryCall call) {
    try {
      return runtime.get().createProgram(tree(call));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("the CEL library refuses " + call, e);
    }
  }

  /** The call alone, its arguments being variables. */
  private static CelAbstractSyntaxTree tree(LibraryCall call) {
    Map<Long, CelReference> references = new HashMap<>();
    Map<Long, CelType> types = new HashMap<>();
    ImmutableList.Builder<CelExpr> variables = ImmutableList.builder();
    for (int i = 0; i < call.arguments().size(); i++) {
      variables.add(CelExpr.ofIdent(i, name(i)));
      references.put((long) i, CelReference.newBuilder().setName(name(i)).build());
      types.put((long) i, SimpleType.DYN);
    }
    long root = call.arguments().size();
    references.put(root, overloads(call));
    types.put(root, SimpleType.DYN);
    CelExpr expression = expression(root, call, variables.build());
    CelSource source = CelSource.newBuilder(call.function()).build();
    return CelAbstractSyntaxTree.newCheckedAst(expression, source, references, types);
  }

  private static CelReference overloads(LibraryCall call) {
    return CelReference.newBuilder().addOverloadIds(call.overloads()).build();
  }

  private static CelExpr expression(long id, LibraryCall call, ImmutableList<CelExpr> arguments) {
    return call.member()
        ? CelExpr.ofCall(
            id,
            Optional.of(arguments.get(0)),
            call.function(),
            arguments.subList(1, arguments.size()))
        : CelExpr.ofCall(id, Optional.empty(), call.function(), arguments);
  }

  private static String name(int argument) {
    return "argument" + argument;
  }
}
