package io.windrow.definition.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExpr.CelMutableSelect;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.ast.Expression;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExpander;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields that an expression reads by a text in brackets. To CEL {@code event["@timestamp"]}
 * asks a map; here it is the field of that name, and checked as one, since the backquotes of CEL
 * don't hold every name that JSON can have.
 */
final class IndexedFields {
  private static final CelMacroExpander HAS = CelStandardMacro.HAS.getDefinition().getExpander();

  private IndexedFields() {}

  /** The standard macros, with a {@code has()} that takes such a field too. */
  static List<CelMacro> macros() {
    return CelStandardMacro.STANDARD_MACROS.stream()
        .map(macro -> macro == CelStandardMacro.HAS ? has() : macro.getDefinition())
        .toList();
  }

  private static CelMacro has() {
    return CelMacro.newGlobalMacro(
        CelStandardMacro.HAS.getFunction(),
        1,
        (factory, target, arguments) ->
            HAS.expandMacro(
                factory, target, ImmutableList.of(selected(factory, arguments.get(0)))));
  }

  private static CelExpr selected(CelMacroExprFactory factory, CelExpr part) {
    return isIndexedField(part)
        ? factory.newSelect(part.call().args().get(0), name(part), false)
        : part;
  }

  /** The parsed expression with a selection in place of each. */
  static CelAbstractSyntaxTree selected(CelAbstractSyntaxTree parsed) {
    CelMutableExpr root = CelMutableExprConverter.fromCelExpr(parsed.getExpr());
    select(root);
    return CelAbstractSyntaxTree.newParsedAst(
        CelMutableExprConverter.fromMutableExpr(root), parsed.getSource());
  }

  private static void select(CelMutableExpr part) {
    parts(part).forEach(IndexedFields::select);
    if (isIndexedField(part)) {
      part.setSelect(CelMutableSelect.create(part.call().args().get(0), name(part)));
    }
  }

  private static Stream<CelMutableExpr> parts(CelMutableExpr part) {
    return switch (part.getKind()) {
      case SELECT -> Stream.of(part.select().operand());
      case CALL -> Stream.concat(part.call().target().stream(), part.call().args().stream());
      case LIST -> part.list().elements().stream();
      case MAP ->
          part.map().entries().stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
      case COMPREHENSION -> parts(part.comprehension()).stream();
      default -> Stream.of();
    };
  }

  private static List<CelMutableExpr> parts(CelMutableComprehension fold) {
    return List.of(
        fold.iterRange(), fold.accuInit(), fold.loopCondition(), fold.loopStep(), fold.result());
  }

  private static boolean isIndexedField(Expression part) {
    if (part.getKind() != Kind.CALL || !part.call().function().equals("_[_]")) {
      return false;
    }
    List<? extends Expression> arguments = part.call().args();
    Expression index = arguments.get(1);
    return arguments.get(0).getKind() != Kind.MAP
        && index.getKind() == Kind.CONSTANT
        && index.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private static String name(Expression index) {
    return index.call().args().get(1).constant().stringValue();
  }
}
