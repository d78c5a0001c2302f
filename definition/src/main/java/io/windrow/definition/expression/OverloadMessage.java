package io.windrow.definition.expression;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentence about an operator or function that does not take what it was given. */
final class OverloadMessage {
  private static final Pattern BETWEEN_SIGNATURES = Pattern.compile("(?<=\\)),(?=\\(|\\w)");
  private static final int SHOWN = 6;

  private OverloadMessage() {}

  /** Of the function, what it was applied to, and the signatures that it has. */
  static String of(MatchResult message) {
    String function = message.group(1);
    String found = TypeNames.plain(message.group(2));
    if (function.equals("_?_:_")) {
      return "? : takes a bool and two values of one type, found " + found;
    }
    if (function.equals("_==_") || function.equals("_!=_")) {
      return operator(function) + " compares numbers or values of one type, found " + found;
    }
    String candidates = message.group(3) == null ? "" : message.group(3);
    List<String> taken =
        Arrays.stream(BETWEEN_SIGNATURES.split(candidates))
            .filter(signature -> arity(signature) == arity(message.group(2)))
            .map(signature -> named(function, TypeNames.plain(signature)))
            .collect(Collectors.toList());
    String takes =
        taken.isEmpty()
            ? ""
            : "; it takes "
                + taken.stream().limit(SHOWN).collect(Collectors.joining(" or "))
                + (taken.size() > SHOWN ? " and others" : "");
    return operator(function) + " does not take " + named(function, found) + takes;
  }

  private static String operator(String function) {
    return function.equals("@in") ? "in" : function.replace("_", "").replace("[]", "[ ]");
  }

  /** Where a function is called on a receiver, its signature is {@code string.(int)}. */
  private static String named(String function, String signature) {
    return signature.replace(".(", "." + function + "(");
  }

  private static long arity(String signature) {
    long depth = 0;
    long commas = 0;
    int receiver = signature.lastIndexOf(".(");
    String arguments = signature.substring(signature.indexOf('(', Math.max(receiver, 0)) + 1);
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      commas += c == ',' && depth == 0 ? 1 : 0;
    }
    return arguments.startsWith(")") ? 0 : commas + 1;
  }
}
