/**
 * Reads what other systems export of prospects and opportunities, as CSV or XLSX, in
 * Spanish and English: which system wrote it, which column is what, which rows can be
 * read. Writes nothing and knows neither prospects nor processes.
 */
package dev.escala.pipeline.exported;
