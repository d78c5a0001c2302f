package io.windrow.definition.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.expression.CheckedExpression;
import io.windrow.expression.Expression;
import io.windrow.expression.Node;
import io.windrow.expression.PlugInFunctions;
import io.windrow.plugin.FunctionPlugIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the text of expressions against a scope. */
public final class Expressions {
  private final PlugInFunctions own;

  /** What was compiled in the scope of the last expression. */
  private @Nullable Compiled last;

  public Expressions() {
    this(Map.of());
  }

  /** Expressions that may call functions of plug-ins, by name. */
  public Expressions(Map<String, FunctionPlugIn> own) {
    this.own = new PlugInFunctions(own);
  }

  /**
   * The expression of the text.
   *
   * @throws ExpressionSyntaxException with all that is wrong: its syntax, a name that the scope
   *     does not have, types that do not fit
   */
  public Expression compile(String text, Scope scope) throws ExpressionSyntaxException {
    Compiled compiled = last;
    if (compiled == null || compiled.scope() != scope) {
      ScopeTypes types = new ScopeTypes(scope);
      List<CelFunctionDecl> functions = PlugInDeclarations.of(own);
      CelCompiler compiler = compiler(types, functions);
      TreeChecks checks = new TreeChecks(compiler, types, functions);
      compiled = new Compiled(scope, compiler, checks, new HashMap<>());
      last = compiled;
    }
    Expression known = compiled.byText().get(text);
    if (known == null) {
      known = compile(text, compiled);
      compiled.byText().put(text, known);
    }
    return known;
  }

  private Expression compile(String text, Compiled by) throws ExpressionSyntaxException {
    CelValidationResult parsed = by.compiler().parse(text);
    if (parsed.hasError()) {
      throw new ExpressionSyntaxException(SyntaxProblems.of(parsed.getErrors(), text));
    }
    CelAbstractSyntaxTree tree = IndexedFields.selected(tree(parsed));
    CelValidationResult checked = by.checks().check(tree);
    if (checked.hasError()) {
      throw new ExpressionSyntaxException(
          new CheckProblems(tree, by.scope(), own.names()).of(checked.getErrors()));
    }
    return translate(text, tree(checked));
  }

  private Expression translate(String text, CelAbstractSyntaxTree checked)
      throws ExpressionSyntaxException {
    Translation translation = new Translation(checked, own.names());
    Node root = translation.root();
    List<Problem> problems = translation.problems();
    if (!problems.isEmpty()) {
      throw new ExpressionSyntaxException(problems);
    }
    return new CheckedExpression(text, TypeNames.of(checked.getResultType()), root, own);
  }

  static CelCompiler compiler(ScopeTypes types, List<CelFunctionDecl> own) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelDialect.OPTIONS)
            .addMacros(IndexedFields.macros())
            .addLibraries(CelDialect.strings(), CelDialect.math())
            .addFunctionDeclarations(CelDialect.mixedNumbers())
            .addFunctionDeclarations(own)
            .setTypeProvider(types.structures());
    types.variables().forEach(builder::addVar);
    return builder.build();
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has a tree", e);
    }
  }

  /** The compiler of a scope, which takes longer to make than to use, and what it has compiled. */
  private record Compiled(
      Scope scope, CelCompiler compiler, TreeChecks checks, Map<String, Expression> byText) {}
}
