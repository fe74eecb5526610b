package dev.escala.internalrequest.figure;

import java.util.List;

import dev.escala.access.Staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How departments serve each other (004-77, 004-78), and how often an odd feeling was
 * right (000-06, 000-35). Nothing here tells of a person.
 */
@Service
@Transactional(readOnly = true)
public class RequestFigures {

	/** Of fewer grades it could be guessed whose they are. */
	private static final int ENOUGH = 3;

	private final RequestFigureRepository repository;

	private final Staff staff;

	RequestFigures(RequestFigureRepository repository, Staff staff) {
		this.repository = repository;
		this.staff = staff;
	}

	/**
	 * For each pair of departments, by their ids, what came in on those days and somebody
	 * answers. What was withdrawn counts for nobody.
	 */
	public List<PairFigures> serviceLevels(FigurePeriod period) {
		return this.repository.pairs(period, this.staff::groupName, ENOUGH);
	}

	/** What became of the requests of those days that were asked because of a feeling. */
	public FeelingFigures feelings(FigurePeriod period) {
		return this.repository.feelings(period);
	}

}
