/** What begins once something is sold: the delivery. Knows no stage. */
package dev.escala.pursuit.won;
