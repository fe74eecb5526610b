package dev.escala.escalation.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.CaseDetail.Kind;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.reference.CaseNumber;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/**
 * What else a case has to do with: problem records (001-15), records of other systems,
 * other cases (001-14), those that go on in it.
 */
@Component
class RelatedCases {

	private final Escalations escalations;

	private final Visibility visibility;

	RelatedCases(Escalations escalations, Visibility visibility) {
		this.escalations = escalations;
		this.visibility = visibility;
	}

	Related of(CaseNumber number) {
		List<CaseDetail> details = this.escalations.details(number);
		List<CaseDetail> records = ofKind(details, Kind.LINKED_RECORD);
		List<CaseNumber> linked = records.stream().map(CaseDetail::text).map(CaseNumber::new).toList();
		List<CaseNumber> merged = this.escalations.duplicatesOf(number);
		List<CaseNumber> linking = this.escalations.linking(number);
		CaseNumber original = this.escalations.get(number).duplicateOf();
		List<CaseNumber> all = new ArrayList<>(linked);
		all.addAll(merged);
		all.addAll(linking);
		if (original != null) {
			all.add(original);
		}
		Map<CaseNumber, Other> known = others(all);
		return new Related(ofKind(details, Kind.PROBLEM_RECORD),
				records.stream().filter((one) -> !known.containsKey(new CaseNumber(one.text()))).toList(),
				those(known, linked), those(known, linking.stream().filter((one) -> !linked.contains(one)).toList()),
				those(known, merged), (original == null) ? null : known.get(original));
	}

	private Map<CaseNumber, Other> others(List<CaseNumber> numbers) {
		if (numbers.isEmpty()) {
			return Map.of();
		}
		Set<CaseNumber> seen = this.visibility.seenOf(numbers);
		return this.escalations.all(numbers)
			.stream()
			.map((one) -> seen.contains(one.number()) ? other(one) : new Other(one.number(), null, null))
			.collect(Collectors.toMap(Other::number, Function.identity()));
	}

	private static Other other(Escalation one) {
		return new Other(one.number(), one.report().subject(),
				one.isOpen() ? one.phase().label() : one.outcome().label());
	}

	private static List<Other> those(Map<CaseNumber, Other> known, List<CaseNumber> numbers) {
		return numbers.stream().filter(known::containsKey).map(known::get).toList();
	}

	private static List<CaseDetail> ofKind(List<CaseDetail> details, Kind kind) {
		return details.stream().filter((one) -> one.kind() == kind).toList();
	}

	/**
	 * What a case has to do with.
	 *
	 * @param problemRecords the records of problems
	 * @param records linked records that are no case of ours
	 * @param linked the cases that were linked to it
	 * @param linking those to which it was linked itself, a hundred at most
	 * @param merged those that ended as copies of it and go on in it
	 * @param goesOnIn the one that it ended as a copy of, or {@code null}
	 */
	public record Related(List<CaseDetail> problemRecords, List<CaseDetail> records, List<Other> linked,
			List<Other> linking, List<Other> merged, Other goesOnIn) {
	}

	/**
	 * Another case.
	 *
	 * @param number its number
	 * @param subject what it is about, or {@code null} for who does not see it
	 * @param standing its phase or how it ended, or {@code null} for who does not see it
	 */
	public record Other(CaseNumber number, String subject, String standing) {
	}

}
