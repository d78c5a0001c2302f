package io.windrow.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The file of the JSON Schema that an event must meet.
 *
 * @param path relative to the definition
 */
public record ContractFile(String path, JsonNode schema) {}
