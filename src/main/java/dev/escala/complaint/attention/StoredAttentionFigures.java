package dev.escala.complaint.attention;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the figures anew from each single request, whenever they are asked for. */
@Component
class StoredAttentionFigures implements AttentionFigures {

	private final AttentionRepository repository;

	private final ZoneId zone;

	StoredAttentionFigures(AttentionRepository repository, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.zone = zone;
	}

	@Override
	@Transactional(readOnly = true)
	public List<AttentionMonth> byMonth(AttentionKind kind, YearMonth first, YearMonth last) {
		Map<YearMonth, AttentionMonth> known = this.repository.months(kind, begin(first), begin(last.plusMonths(1)),
				this.zone);
		return Stream.iterate(first, (month) -> !month.isAfter(last), (month) -> month.plusMonths(1))
			.map((month) -> known.getOrDefault(month, new AttentionMonth(month, 0, 0, 0, null)))
			.toList();
	}

	private Instant begin(YearMonth month) {
		return month.atDay(1).atStartOfDay(this.zone).toInstant();
	}

}
