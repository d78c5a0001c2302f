package io.windrow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.windrow.expression.ExpressionSyntaxException.Problem;
import io.windrow.plugin.FunctionPlugIn;
import java.util.List;
import java.util.Map;

/** Checks the text of expressions against a scope. */
public final class Expressions {
  private final PlugInFunctions own;

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
    CelCompiler compiler = compiler(new ScopeTypes(scope), PlugInDeclarations.of(own));
    CelValidationResult parsed = compiler.parse(text);
    if (parsed.hasError()) {
      throw new ExpressionSyntaxException(SyntaxProblems.of(parsed.getErrors(), text));
    }
    CelAbstractSyntaxTree tree = IndexedFields.selected(tree(parsed));
    CelValidationResult checked = compiler.check(tree);
    if (checked.hasError()) {
      throw new ExpressionSyntaxException(
          new CheckProblems(tree, scope, own.names()).of(checked.getErrors()));
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
}
