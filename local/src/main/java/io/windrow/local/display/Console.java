package io.windrow.local.display;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The standard output or error of a command. Whatever text is printed, a record's or a file name's,
 * arrives {@link Printable}; only {@link #draw} and bytes go through as they are.
 */
public final class Console extends PrintStream {
  private final PrintStream target;

  private Console(PrintStream target) {
    super(target, true);
    this.target = target;
  }

  /** Has everything that this process prints from now on pass here. */
  public static void install() {
    System.setOut(of(System.out));
    System.setErr(of(System.err));
  }

  /** A console before a stream; a console stays itself. */
  public static Console of(PrintStream stream) {
    return stream instanceof Console console ? console : new Console(stream);
  }

  /** A writer that prints to a console, and flushes at the end of each line. */
  public static PrintWriter writer(PrintStream stream) {
    Console console = of(stream);
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            console.print(new String(text, from, length));
          }

          @Override
          public void flush() {
            console.flush();
          }

          @Override
          public void close() {
            flush();
          }
        },
        true);
  }

  /** Draws on a terminal: the sequences that move its cursor reach it. */
  public void draw(String screen) {
    target.print(screen);
    target.flush();
  }

  @Override
  public void print(String text) {
    target.print(Printable.lines(String.valueOf(text)));
  }

  @Override
  public void print(Object value) {
    print(String.valueOf(value));
  }

  @Override
  public void print(char[] text) {
    print(new String(text));
  }

  @Override
  public void print(char character) {
    print(String.valueOf(character));
  }

  @Override
  public void println() {
    target.println();
  }

  @Override
  public void println(String text) {
    target.println(Printable.lines(String.valueOf(text)));
  }

  @Override
  public void println(Object value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(char[] text) {
    println(new String(text));
  }

  @Override
  public void println(char character) {
    println(String.valueOf(character));
  }
}
