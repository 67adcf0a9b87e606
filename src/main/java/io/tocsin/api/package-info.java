/**
 * The HTTP API. It knows no Kafka: what is posted goes through a door that is given to it, what is
 * read comes from what was delivered.
 */
package io.tocsin.api;
