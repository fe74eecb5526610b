/**
 * What people inside and customers are told of a matter without anybody writing it, and
 * the proof that they were. Knows no kind of matter, and no letter.
 */
package dev.escala.notice;
