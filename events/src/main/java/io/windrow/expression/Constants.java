package io.windrow.expression;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;

/** The way from the library's constants to nodes; those of types that only it knows it makes. */
final class Constants {
  private final SourceText source;
  private final Unsupported unsupported;

  Constants(CelSource source, Unsupported unsupported) {
    this.source = new SourceText(source);
    this.unsupported = unsupported;
  }

  Node node(CelExpr expr) {
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case NULL_VALUE -> new Literal(null);
      case BOOLEAN_VALUE -> new Literal(constant.booleanValue());
      case INT64_VALUE -> new Literal(constant.int64Value());
      case STRING_VALUE -> new Literal(constant.stringValue());
      case DOUBLE_VALUE -> decimal(expr);
      case UINT64_VALUE -> library("uint", "string_to_uint64", constant.uint64Value().toString());
      case BYTES_VALUE -> bytes(expr, constant);
      default -> unsupported.part(expr, "a constant of a kind that Windrow does not know");
    };
  }

  private Node decimal(CelExpr expr) {
    try {
      return new Literal(Arithmetic.inRange(source.decimal(expr)));
    } catch (ExpressionException | NumberFormatException e) {
      return unsupported.part(expr, "the number is past 38 digits or outside 1E-130 to 9.99E+125");
    }
  }

  private Node bytes(CelExpr expr, CelConstant constant) {
    return constant.bytesValue().isValidUtf8()
        ? library("bytes", "string_to_bytes", constant.bytesValue().toStringUtf8())
        : unsupported.part(expr, "bytes must be UTF-8");
  }

  private static Node library(String function, String overload, String argument) {
    return new LibraryCall(function, false, List.of(overload), List.of(new Literal(argument)));
  }
}
