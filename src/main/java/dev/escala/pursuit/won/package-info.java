/** What begins once something is sold: the delivery. Knows no stage. */
@NamedInterface("won")
package dev.escala.pursuit.won;

import org.springframework.modulith.NamedInterface;
