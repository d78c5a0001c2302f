package io.windrow.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page "How it stays exact", as far as it can be run or compared. */
final class GuidePage {
  private static final Path FILE = Path.of("..", "docs", "guide", "how-it-stays-exact.md");

  private final String text;

  private GuidePage(String text) {
    this.text = text;
  }

  static GuidePage read() {
    try {
      return new GuidePage(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page from a heading on. */
  GuidePage from(String heading) {
    return new GuidePage(text.substring(text.indexOf("## " + heading + "\n")));
  }

  /** The first block of a language. */
  String block(String language) {
    String fence = "```" + language + "\n";
    int from = text.indexOf(fence) + fence.length();
    return text.substring(from, text.indexOf("```", from));
  }

  /** Holds the page to a block of lines. */
  void shows(Iterable<String> lines) {
    assertThat(text).contains("```\n" + String.join("\n", lines) + "\n```");
  }
}
