package dev.escala.notification.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.notification.Channel;
import dev.escala.notification.ChannelPause;
import dev.escala.notification.OutboxAdministration;
import dev.escala.notification.OutboxEntry;
import dev.escala.notification.OutboxFilter;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.notification.Resend;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages in the browser; works without JavaScript and allows none. */
@Controller
@RequestMapping("/mensajes")
class OutboxPage extends StaffPage {

	private static final String SIZE = "25";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	/** In the address: what did not leave, or of which nobody knows. */
	private static final String STUCK = "SIN_SALIR";

	/** What the address says of an action that was just done. */
	private static final Map<String, String> DONE = Map.of("reenviado", "El mensaje se envía en unos segundos.",
			"cancelado", "El mensaje queda cancelado. Si se arrepiente, puede reenviarlo.");

	private final OutboxAdministration messages;

	private final Staff staff;

	private final DateTimeFormatter time;

	OutboxPage(OutboxAdministration messages, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("outbox", "No puede ver los mensajes", zone);
		this.messages = messages;
		this.staff = staff;
		this.time = TIME.withZone(zone);
	}

	@GetMapping
	String list(@RequestParam(name = "estado", defaultValue = "") String state,
			@RequestParam(name = "canal", defaultValue = "") String way,
			@RequestParam(name = "texto", defaultValue = "") String text,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		Status status = one(Status.values(), state);
		Channel channel = one(Channel.values(), way);
		String search = search(text);
		boolean stuck = state.equals(STUCK);
		Set<Status> wanted = stuck ? OutboxFilter.STUCK : ((status == null) ? Set.of() : Set.of(status));
		OutboxFilter filter = new OutboxFilter(wanted, channel, null, search.isEmpty() ? null : search);
		Map<Status, Long> counts = this.messages.counts(filter);
		Page<OutboxMessage> page = page(filter, number(wantedPage));
		long pages = page.pages();
		if (page.page() >= pages) {
			page = page(filter, (int) pages);
		}
		model.addAttribute("status", status);
		model.addAttribute("state", stuck ? STUCK : status);
		model.addAttribute("stuck", stuck);
		model.addAttribute("stuckCount",
				OutboxFilter.STUCK.stream().mapToLong((one) -> counts.getOrDefault(one, 0L)).sum());
		model.addAttribute("statuses", Status.values());
		model.addAttribute("channel", channel);
		model.addAttribute("channels", Channel.values());
		model.addAttribute("pauses", this.messages.pauses().stream().map(this::sentence).toList());
		model.addAttribute("counts", counts);
		model.addAttribute("all", counts.values().stream().mapToLong(Long::longValue).sum());
		model.addAttribute("text", search);
		model.addAttribute("messages", page);
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", pages);
		return "outbox/list";
	}

	/** What the address names, or {@code null}. */
	private static <E extends Enum<E>> E one(E[] values, String name) {
		return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst().orElse(null);
	}

	private String sentence(ChannelPause pause) {
		return pause.server() + (pause.askedToWait()
				? " pidió que esperáramos. Lo que haya para él sale desde las " + this.time.format(pause.until())
				: " no responde desde las " + this.time.format(pause.since()) + "; se vuelve a probar a las "
						+ this.time.format(pause.until()))
				+ ".";
	}

	@GetMapping("/{id:\\d{1,18}}")
	String show(@PathVariable long id, @RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		fill(model, id);
		model.addAttribute("done", DONE.get(done));
		model.addAttribute("problems", Map.of());
		return "outbox/message";
	}

	@PostMapping("/{id:\\d{1,18}}/reenviar")
	String resend(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String recipient,
			@RequestParam(defaultValue = "false") boolean acceptDuplicate, Model model, HttpServletResponse response) {
		return attempt(id, reason, "reenviado", model, response,
				() -> this.messages.resend(id, new Resend(reason, recipient, acceptDuplicate)));
	}

	@PostMapping("/{id:\\d{1,18}}/cancelar")
	String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		return attempt(id, reason, "cancelado", model, response, () -> this.messages.cancel(id, reason));
	}

	/** What is wrong is shown beside the form, with what the person typed still there. */
	private String attempt(long id, String reason, String done, Model model, HttpServletResponse response,
			Runnable action) {
		try {
			action.run();
			return "redirect:/mensajes/" + id + "?hecho=" + done;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problems", problems(ex));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("problems", Map.of("message", ex.getMessage()));
		}
		fill(model, id);
		model.addAttribute("reason", reason);
		return "outbox/message";
	}

	private void fill(Model model, long id) {
		OutboxEntry entry = this.messages.get(id);
		Map<UserId, String> names = new HashMap<>();
		entry.actions()
			.forEach((action) -> this.staff.find(action.actor())
				.ifPresent((person) -> names.put(person.id(), person.name())));
		model.addAttribute("entry", entry);
		model.addAttribute("names", names);
	}

	private Page<OutboxMessage> page(OutboxFilter filter, int number) {
		return this.messages.page(filter, PageRequest.read(new Fields(), String.valueOf(number - 1), SIZE, null,
				OutboxAdministration.SORTABLE, "-createdAt"));
	}

}
