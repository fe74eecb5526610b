/**
 * What begins once something is sold: the delivery, and a call afterwards. Knows no
 * stage.
 */
package dev.escala.pursuit.won;
