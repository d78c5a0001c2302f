package io.windrow.definition;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The JSON Schema that an event must meet.
 *
 * @param path of its file, relative to the definition
 */
public record Contract(String path, JsonNode schema) {}
