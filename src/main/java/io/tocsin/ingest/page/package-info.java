/** Articles as web pages describe them: schema.org in JSON-LD, inside HTML and bare. */
package io.tocsin.ingest.page;
