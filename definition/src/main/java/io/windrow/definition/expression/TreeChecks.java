package io.windrow.definition.expression;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks trees against a scope.
 *
 * <p>The library declares all its functions anew for each check, which takes far longer than the
 * check. So a tree is checked with the functions alone that it calls, and with all of them where
 * something is wrong, for the messages.
 */
final class TreeChecks {
  private static final int MOST_CHECKERS = 200;

  private final CelCompiler complete;
  private final ScopeTypes types;
  private final List<CelFunctionDecl> functions;
  private final Map<Set<String>, CelChecker> byCalled = new HashMap<>();

  /**
   * The checks of a scope.
   *
   * @param complete with all functions
   * @param own the functions of plug-ins
   */
  TreeChecks(CelCompiler complete, ScopeTypes types, List<CelFunctionDecl> own) {
    this.complete = complete;
    this.types = types;
    this.functions =
        Stream.of(
                CelDialect.strings().functions(),
                CelDialect.math().functions(),
                CelDialect.mixedNumbers(),
                own)
            .flatMap(Collection::stream)
            .toList();
  }

  CelValidationResult check(CelAbstractSyntaxTree tree) {
    Set<String> called = new SyntaxTree(tree.getExpr()).functions();
    if (byCalled.size() == MOST_CHECKERS && !byCalled.containsKey(called)) {
      return complete.check(tree);
    }
    CelValidationResult checked = byCalled.computeIfAbsent(called, this::checker).check(tree);
    return checked.hasError() ? complete.check(tree) : checked;
  }

  private CelChecker checker(Set<String> called) {
    CelStandardDeclarations standard =
        CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> called.contains(function.functionName()))
            .build();
    CelCheckerBuilder builder =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(CelDialect.OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(standard)
            .addFunctionDeclarations(
                functions.stream().filter(function -> isCalled(function, called)).toList())
            .setTypeProvider(types.structures());
    types
        .variables()
        .forEach(
            (name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
    return builder.build();
  }

  /** Whether a tree calls a function by its whole name, or by what follows its namespace. */
  private static boolean isCalled(CelFunctionDecl function, Set<String> called) {
    String name = function.name();
    return called.contains(name) || called.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
