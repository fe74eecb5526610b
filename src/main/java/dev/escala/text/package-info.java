/**
 * Text as people read it: whole, and in their language. Knows no feature, no request and
 * no database.
 */
package dev.escala.text;
