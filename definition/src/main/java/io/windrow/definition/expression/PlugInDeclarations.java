package io.windrow.definition.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.windrow.expression.PlugInFunctions;
import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.PlugInException;
import io.windrow.plugin.ValueType;
import java.util.List;

/** What the check of expressions is told of the functions of plug-ins. */
final class PlugInDeclarations {
  private PlugInDeclarations() {}

  /**
   * The declarations.
   *
   * @throws PlugInException when a function has a name that CEL has given already
   */
  static List<CelFunctionDecl> of(PlugInFunctions own) {
    return own.byName().values().stream().map(PlugInDeclarations::declaration).toList();
  }

  private static CelFunctionDecl declaration(FunctionPlugIn function) {
    String name = function.name();
    if (CelDialect.functionNames().contains(name)) {
      throw new PlugInException(
          "a plug-in has the function '" + name + "', which CEL has already; give it another name");
    }
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            "own_" + name,
            type(function.result()),
            function.parameters().stream().map(PlugInDeclarations::type).toList()));
  }

  private static CelType type(ValueType type) {
    return switch (type) {
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case DOUBLE -> SimpleType.DOUBLE;
      case STRING -> SimpleType.STRING;
      case LIST -> ListType.create(SimpleType.DYN);
      case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case DYN -> SimpleType.DYN;
    };
  }
}
