package io.windrow.definition.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelMathExtensions;
import dev.cel.extensions.CelStringExtensions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The CEL that Windrow speaks: the standard with the strings and math extensions, and with ints and
 * decimals that may stand together in arithmetic and comparisons, as users expect of {@code price *
 * quantity}.
 */
final class CelDialect {
  static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .enableQuotedIdentifierSyntax(true)
          .build();

  /** The prefixes that functions of extensions have. */
  static final Set<String> NAMESPACES = Set.of("math", "strings");

  /** What looks like functions but is expanded by the parser. */
  private static final List<String> MACROS =
      List.of("has", "all", "exists", "exists_one", "map", "filter", "math.greatest", "math.least");

  private static final CelType LIST_OF_INTS = ListType.create(SimpleType.INT);
  private static final CelType LIST_OF_NUMBERS = ListType.create(SimpleType.DOUBLE);

  private CelDialect() {}

  static CelStringExtensions strings() {
    return CelExtensions.strings();
  }

  static CelMathExtensions math() {
    return CelExtensions.math();
  }

  /** The overloads that CEL does not have of itself. */
  static List<CelFunctionDecl> mixedNumbers() {
    return List.of(
        arithmetic("_+_", "add"),
        arithmetic("_-_", "subtract"),
        arithmetic("_*_", "multiply"),
        arithmetic("_/_", "divide"),
        equality("_==_", "equals"),
        equality("_!=_", "not_equals"),
        membership(),
        conditional());
  }

  private static CelFunctionDecl arithmetic(String operator, String id) {
    return mixed(operator, id, SimpleType.DOUBLE);
  }

  private static CelFunctionDecl equality(String operator, String id) {
    return mixed(operator, id, SimpleType.BOOL);
  }

  private static CelFunctionDecl mixed(String operator, String id, CelType result) {
    return CelFunctionDecl.newFunctionDeclaration(
        operator,
        overload(id + "_int64_double", result, SimpleType.INT, SimpleType.DOUBLE),
        overload(id + "_double_int64", result, SimpleType.DOUBLE, SimpleType.INT));
  }

  private static CelFunctionDecl membership() {
    return CelFunctionDecl.newFunctionDeclaration(
        "@in",
        overload("in_list_int64_double", SimpleType.BOOL, SimpleType.INT, LIST_OF_NUMBERS),
        overload("in_list_double_int64", SimpleType.BOOL, SimpleType.DOUBLE, LIST_OF_INTS));
  }

  private static CelFunctionDecl conditional() {
    CelType bool = SimpleType.BOOL;
    CelType number = SimpleType.DOUBLE;
    return CelFunctionDecl.newFunctionDeclaration(
        "_?_:_",
        overload("conditional_int64_double", number, bool, SimpleType.INT, number),
        overload("conditional_double_int64", number, bool, number, SimpleType.INT));
  }

  private static CelOverloadDecl overload(String id, CelType result, CelType... parameters) {
    return CelOverloadDecl.newGlobalOverload(id, result, parameters);
  }

  /** The names of all functions, those of extensions with their prefix, in order. */
  static Set<String> functionNames() {
    Set<String> names = new TreeSet<>(MACROS);
    Stream.of(
            CelStandardDeclarations.getAllFunctionNames().stream(),
            strings().functions().stream().map(CelFunctionDecl::name),
            math().functions().stream().map(CelFunctionDecl::name))
        .flatMap(all -> all)
        .filter(name -> Character.isLetter(name.charAt(0)) && !name.contains("@"))
        .forEach(names::add);
    return names;
  }
}
