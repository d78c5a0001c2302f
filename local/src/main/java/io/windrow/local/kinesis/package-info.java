/**
 * An in-memory Kinesis: streams and shards with the service's rules, and an endpoint on loopback
 * that speaks its wire formats.
 *
 * <p>The rules come from the Kinesis Data Streams API reference (version 2013-12-02) and the
 * developer guide's page of quotas.
 */
package io.windrow.local.kinesis;
