package io.windrow.benchmarks.scale;

/**
 * What some requests used of a DynamoDB table.
 *
 * @param reads requests that read
 * @param items those that reads returned
 * @param readUnits as DynamoDB counts them
 * @param writes requests that write
 * @param writeUnits as DynamoDB counts them
 */
record Usage(long reads, long items, double readUnits, long writes, double writeUnits) {
  static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  static Usage read(long items, double units) {
    return new Usage(1, items, units, 0, 0);
  }

  static Usage write(double units) {
    return new Usage(0, 0, 0, 1, units);
  }

  Usage plus(Usage other) {
    return new Usage(
        reads + other.reads,
        items + other.items,
        readUnits + other.readUnits,
        writes + other.writes,
        writeUnits + other.writeUnits);
  }

  Usage minus(Usage other) {
    return new Usage(
        reads - other.reads,
        items - other.items,
        readUnits - other.readUnits,
        writes - other.writes,
        writeUnits - other.writeUnits);
  }
}
