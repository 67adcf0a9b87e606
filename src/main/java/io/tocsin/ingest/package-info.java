/**
 * What comes in from outside by other ways than Kafka: documents in the formats of others, feeds,
 * posts.
 */
package io.tocsin.ingest;
