package io.windrow.local.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells of arguments that can't be understood: what is wrong, what is nearest, and where help is.
 * Only who has named no command is shown all there are.
 */
final class ArgumentSentences implements IParameterExceptionHandler {

  private static final String WHOLE = "a whole number in its range";

  /** A command line whose errors in arguments are told so. */
  static CommandLine on(CommandLine command) {
    ITypeConverter<Integer> small = text -> number(text, Integer::valueOf, WHOLE);
    ITypeConverter<Long> large = text -> number(text, Long::valueOf, WHOLE);
    ITypeConverter<Double> decimal = text -> number(text, Double::valueOf, "a number");
    return command
        .registerConverter(int.class, small)
        .registerConverter(Integer.class, small)
        .registerConverter(long.class, large)
        .registerConverter(Long.class, large)
        .registerConverter(double.class, decimal)
        .registerConverter(Double.class, decimal)
        .registerConverter(LocalDate.class, ArgumentSentences::date)
        .setParameterExceptionHandler(new ArgumentSentences());
  }

  private static <N> N number(String text, ITypeConverter<N> parsed, String expected)
      throws Exception {
    try {
      return parsed.convert(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not " + expected);
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a date such as 2026-01-31");
    }
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(problem.getMessage());
    boolean unused = UnmatchedArgumentException.printSuggestions(problem, err);
    if (command.getSubcommands().isEmpty()) {
      err.println(command.getCommandSpec().qualifiedName() + " --help shows what there is.");
    } else {
      command.usage(err);
    }
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }
}
