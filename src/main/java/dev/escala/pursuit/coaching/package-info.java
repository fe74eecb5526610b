/**
 * Somebody practises with whoever sells less well than in their own last quarter. Changes
 * no figure; knows no sale and no process.
 */
package dev.escala.pursuit.coaching;
