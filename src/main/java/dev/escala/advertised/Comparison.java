package dev.escala.advertised;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What was promised beside what was, as it was compared when the month was over.
 *
 * @param month which
 * @param value what was, or {@code null} where it is not known
 * @param threshold what was promised then
 * @param kept whether it was kept, or {@code null} where it is not known
 */
public record Comparison(YearMonth month, BigDecimal value, BigDecimal threshold, Boolean kept) {
}
