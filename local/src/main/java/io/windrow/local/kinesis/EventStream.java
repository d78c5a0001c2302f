package io.windrow.local.kinesis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.eventstream.HeaderValue;
import software.amazon.awssdk.eventstream.Message;

/** An answer of many events, each a message of {@code application/vnd.amazon.eventstream}. */
record EventStream(OutputStream out, WireFormat format) implements AutoCloseable {

  void send(String type, Structure event) throws IOException {
    Message message =
        new Message(
            Map.of(
                ":message-type", HeaderValue.fromString("event"),
                ":event-type", HeaderValue.fromString(type),
                ":content-type", HeaderValue.fromString(format.contentType())),
            format.write(event));
    message.encode(out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
