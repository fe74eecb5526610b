/**
 * Why prospects and opportunities are lost, and what each loss teaches. Knows no stage.
 */
package dev.escala.pursuit.loss;
