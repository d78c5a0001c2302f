package io.windrow.local.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes a structure and all that is in it in one wire format. */
record StructureWriter(WireFormat format, JsonGenerator out) {

  void write(Structure structure) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Object> field : structure.fields().entrySet()) {
      out.writeFieldName(field.getKey());
      writeValue(field.getValue());
    }
    out.writeEndObject();
  }

  private void writeValue(Object value) throws IOException {
    if (value instanceof Structure structure) {
      write(structure);
    } else if (value instanceof List<?> list) {
      writeList(list);
    } else if (value instanceof byte[] bytes) {
      out.writeBinary(bytes);
    } else if (value instanceof Instant time) {
      format.writeTimestamp(out, time);
    } else if (value instanceof Number number) {
      out.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeString(value.toString());
    }
  }

  private void writeList(List<?> list) throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      writeValue(element);
    }
    out.writeEndArray();
  }
}
