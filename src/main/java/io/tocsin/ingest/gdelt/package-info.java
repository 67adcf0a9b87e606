/**
 * Files of the GDELT Project, version 2: events, mentions and the Global Knowledge Graph. They are
 * tables without a header, cells between tabs, though their names end in {@code .csv}.
 */
package io.tocsin.ingest.gdelt;
