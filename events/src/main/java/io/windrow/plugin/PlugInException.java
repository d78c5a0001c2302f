package io.windrow.plugin;

/** Plug-ins can't be used; the message is a sentence for the person who put their jars there. */
public final class PlugInException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public PlugInException(String message) {
    super(message);
  }

  public PlugInException(String message, Throwable cause) {
    super(message, cause);
  }
}
