package dev.escala.panel.web;

import java.time.LocalDate;

import dev.escala.caselist.CaseKind;
import dev.escala.caselist.CaseMoment;
import dev.escala.caselist.CaseQuery;
import dev.escala.caselist.CaseState;
import dev.escala.caselist.QuickFilter;
import dev.escala.panel.PanelScope;
import dev.escala.panel.Passed;
import dev.escala.panel.StandingNow.Age;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * From each number of the panel to the list of the cases that it counts, in the same
 * scope.
 */
public class PanelLinks {

	private final PanelScope scope;

	private final LocalDate since;

	private final LocalDate today;

	PanelLinks(PanelScope scope, LocalDate since, LocalDate today) {
		this.scope = scope;
		this.since = since;
		this.today = today;
	}

	public String open() {
		return text(list());
	}

	public String late() {
		return filter(QuickFilter.LATE);
	}

	public String dueToday() {
		return filter(QuickFilter.DUE_TODAY);
	}

	public String unowned() {
		return filter(QuickFilter.UNOWNED);
	}

	public String silent() {
		return filter(QuickFilter.SILENT);
	}

	public String critical() {
		return filter(QuickFilter.CRITICAL);
	}

	public String paused() {
		return filter(QuickFilter.PAUSED);
	}

	/** The open cases of a team; of none where the id is {@code null}. */
	public Held ofTeam(String id) {
		return new Held("equipo", id);
	}

	/** The open cases of a person; of nobody where the id is {@code null}. */
	public Held ofPerson(String id) {
		return new Held("responsable", id);
	}

	/** The open cases of one band of ages. */
	public String ofAge(Age age) {
		UriComponentsBuilder list = list().queryParam("hasta", this.today.minusDays(age.fromDays()));
		if (age.toDays() != null) {
			list.queryParam("desde", this.today.minusDays(age.toDays() - 1));
		}
		return text(list);
	}

	/** The cases that were reported in a week. */
	public String reportedIn(LocalDate monday) {
		return text(between(monday, monday.plusDays(6)));
	}

	/** The cases to which it happened in a week. */
	public String in(LocalDate monday, String moment) {
		return text(happened(between(monday, monday.plusDays(6)), moment));
	}

	/** The cases to which it happened in all the weeks. */
	public String in(String moment) {
		return text(happened(between(this.since, this.today), moment));
	}

	/** The cases reported in all the weeks that were passed on so often. */
	public String passed(Passed passed) {
		return text(between(this.since, this.today).queryParam("traspasos", passed.times()));
	}

	private static UriComponentsBuilder happened(UriComponentsBuilder list, String moment) {
		return list.queryParam("hito", CaseMoment.valueOf(moment).word());
	}

	private UriComponentsBuilder between(LocalDate first, LocalDate last) {
		return list().queryParam("estado", CaseState.ALL.word()).queryParam("desde", first).queryParam("hasta", last);
	}

	private String filter(QuickFilter filter) {
		return text(list().queryParam("filtro", filter.word()));
	}

	private static String text(UriComponentsBuilder list) {
		return list.build().encode().toUriString();
	}

	private UriComponentsBuilder list() {
		UriComponentsBuilder list = UriComponentsBuilder.fromPath("/casos")
			.queryParam("tipo", CaseKind.ESCALATION.word());
		add(list, "equipo", this.scope.team());
		add(list, "cliente", this.scope.customer());
		add(list, "gravedad", this.scope.severity());
		add(list, "motivo", this.scope.reason());
		return list;
	}

	private static void add(UriComponentsBuilder list, String name, Object value) {
		if (value != null) {
			list.queryParam(name, value);
		}
	}

	/** What one team or person has. */
	public final class Held {

		private final String name;

		private final String id;

		private Held(String name, String id) {
			this.name = name;
			this.id = (id == null) ? CaseQuery.NOBODY : id;
		}

		public String open() {
			return text(list().replaceQueryParam(this.name, this.id));
		}

		public String late() {
			return filter(QuickFilter.LATE);
		}

		public String dueToday() {
			return filter(QuickFilter.DUE_TODAY);
		}

		private String filter(QuickFilter filter) {
			return text(list().replaceQueryParam(this.name, this.id).queryParam("filtro", filter.word()));
		}

	}

}
