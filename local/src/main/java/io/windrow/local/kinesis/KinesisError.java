package io.windrow.local.kinesis;

/** An error by which the service answers a request: its type's name, and a sentence. */
public final class KinesisError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of error it is; a client makes an exception class of its name. */
  public enum Type {
    EXPIRED_ITERATOR("ExpiredIteratorException"),
    EXPIRED_NEXT_TOKEN("ExpiredNextTokenException"),
    INVALID_ARGUMENT("InvalidArgumentException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    RESOURCE_IN_USE("ResourceInUseException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    SERIALIZATION("SerializationException"),
    THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException"),
    UNKNOWN_OPERATION("UnknownOperationException"),
    VALIDATION("ValidationException");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    /** The name on the wire. */
    public String code() {
      return code;
    }
  }

  private final Type type;

  public KinesisError(Type type, String message) {
    super(message);
    this.type = type;
  }

  public Type type() {
    return type;
  }

  static KinesisError invalidArgument(String message) {
    return new KinesisError(Type.INVALID_ARGUMENT, message);
  }

  static KinesisError limitExceeded(String message) {
    return new KinesisError(Type.LIMIT_EXCEEDED, message);
  }

  static KinesisError notFound(String message) {
    return new KinesisError(Type.RESOURCE_NOT_FOUND, message);
  }

  static KinesisError inUse(String message) {
    return new KinesisError(Type.RESOURCE_IN_USE, message);
  }

  static KinesisError throughputExceeded(KinesisStream stream, String shard) {
    return new KinesisError(Type.THROUGHPUT_EXCEEDED, rateExceeded(stream, shard));
  }

  /** What is said of a shard that takes, or gives, no more for now. */
  static String rateExceeded(KinesisStream stream, String shard) {
    return "Rate exceeded for shard %s in stream %s under account %s."
        .formatted(shard, stream.name(), Account.ID);
  }

  static KinesisError serialization(String message) {
    return new KinesisError(Type.SERIALIZATION, message);
  }

  static KinesisError validation(String message) {
    return new KinesisError(Type.VALIDATION, message);
  }

  /** A parameter breaks a constraint that the API reference states for it. */
  static KinesisError constraint(String field, Object value, String constraint) {
    return validation(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + field
            + "' failed to satisfy constraint: Member must "
            + constraint);
  }
}
