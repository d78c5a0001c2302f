package io.windrow.local.kinesis;

/** The endpoint's port is taken by another program. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUseException(int port, Throwable cause) {
    super(
        "Port %d of 127.0.0.1 is in use by another program: stop that program, or choose another port (0 takes any that is free)."
            .formatted(port),
        cause);
  }
}
