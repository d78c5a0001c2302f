package io.windrow.local.command;

import io.windrow.definition.DefinitionException;
import io.windrow.enrichment.ReferenceFileException;
import io.windrow.local.kinesis.KinesisError;
import io.windrow.local.kinesis.PortInUseException;
import io.windrow.local.run.IoSentences;
import io.windrow.local.run.RunException;
import io.windrow.plugin.PlugInException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells of errors: what a person can put right in a sentence, without a stack trace; anything else
 * with one, since it is a fault of this program.
 */
final class ErrorSentences implements IExecutionExceptionHandler {
  private static final List<Class<? extends Exception>> FOR_PEOPLE =
      List.of(
          UserError.class,
          RunException.class,
          DefinitionException.class,
          ReferenceFileException.class,
          PlugInException.class,
          PortInUseException.class,
          KinesisError.class);

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    @Nullable String sentence = sentence(exception);
    if (sentence != null) {
      err.println(sentence);
      err.flush();
      return CommandLine.ExitCode.USAGE;
    }
    err.println("windrow failed, and this is its own fault:");
    exception.printStackTrace(err);
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static @Nullable String sentence(Exception exception) {
    if (FOR_PEOPLE.stream().anyMatch(kind -> kind.isInstance(exception))) {
      return exception.getMessage();
    }
    Throwable cause = exception instanceof UncheckedIOException ? exception.getCause() : exception;
    return cause instanceof FileSystemException file
        ? IoSentences.of("use", Path.of(String.valueOf(file.getFile())), file)
        : null;
  }
}
