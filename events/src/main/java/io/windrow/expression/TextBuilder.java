package io.windrow.expression;

/** A text in the making, each part of which is paid for before it takes memory. */
final class TextBuilder {
  private final Frame frame;
  private final StringBuilder text = new StringBuilder();

  TextBuilder(Frame frame) {
    this.frame = frame;
  }

  TextBuilder append(String part) {
    return append(part, 0, part.length());
  }

  TextBuilder append(String whole, int from, int to) {
    frame.build(to - from);
    text.append(whole, from, to);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
