package dev.escala.complaint.classification;

import java.util.List;

import dev.escala.complaint.classification.ComplaintTraits.Circumstances;
import dev.escala.complaint.regime.Sector;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.RemedyStory;
import dev.escala.customer.Product;
import dev.escala.customer.Tier;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("What follows from what is known of a complaint")
class ClassifyComplaintTests extends RemedyStory {

	private static final Circumstances BROKEN = new Circumstances(false, true, false, false, false, 0);

	private static final Circumstances EXPOSED = new Circumstances(true, false, false, false, false, 0);

	private static final Circumstances PASSED_ON = new Circumstances(false, false, false, false, false, 3);

	private static final Circumstances ALL = new Circumstances(true, true, true, true, true, 9);

	@Autowired
	private ClassifyComplaint classifying;

	@Autowired
	private ComplaintReasons reasons;

	@Autowired
	private Decisions decisions;

	@Test
	@DisplayName("A broken promise, a public complaint and many hands make it worse, and it says why (004-43, 004-46, 004-49)")
	void severity() {
		assertThat(classify(Circumstances.NONE).severity()).isEqualTo(Severity.MODERATE);
		assertThat(classify(BROKEN).severity()).isEqualTo(Severity.HIGH);
		assertThat(classify(EXPOSED).severity()).isEqualTo(Severity.HIGH);
		assertThat(classify(ALL).severity()).isEqualTo(Severity.CRITICAL);
		assertThat(classify(PASSED_ON).because()).containsExactly("es una queja", "ha pasado por demasiadas manos");
		assertThat(classify(BROKEN).sentence()).isEqualTo("Gravedad alta: es una queja, se rompió una promesa.");
	}

	@Test
	@DisplayName("It goes to who knows the product, or is good at complaints, and the decisions are kept (004-19, 004-45)")
	void routing() {
		CaseNumber number = complained(Severity.LOW, Fault.UNKNOWN, ReasonGroup.OPERATIONAL);

		Classification defective = this.classifying.classify(number, traits("DEFECTIVE_BATCH", Circumstances.NONE));
		Classification attitude = this.classifying.classify(null, traits("ATTITUDE", Circumstances.NONE));

		assertThat(defective.group()).isEqualTo("product");
		assertThat(defective.reason().label()).isEqualTo("Lote defectuoso");
		assertThat(defective.whyGroup()).contains("quien conoce el producto");
		assertThat(attitude.group()).isEqualTo("complaint-handlers");
		assertThat(this.decisions.recorded(number)).extracting(RecordedDecision::decision)
			.containsExactly("complaintReasons", "complaintSeverity", "complaintRouting", "complaintChannel");
		assertThat(this.decisions.explained(number)).first()
			.satisfies((one) -> assertThat(one.table()).isEqualTo("Por dónde se habla primero con quien reclama"));
	}

	@Test
	@DisplayName("Older and vulnerable people are called first; who abused staff is written to (004-27)")
	void channel() {
		assertThat(classify(Circumstances.NONE).channelFirst()).isEqualTo(FirstChannel.WRITING);
		assertThat(classify(new Circumstances(false, false, false, true, false, 0)).channelFirst())
			.isEqualTo(FirstChannel.PHONE);
		assertThat(classify(new Circumstances(false, false, true, false, false, 0)).channelFirst())
			.isEqualTo(FirstChannel.PHONE);
		assertThat(classify(ALL).channelFirst()).isEqualTo(FirstChannel.WRITING);
		assertThat(classify(ALL).whyChannel()).contains("solo por escrito");
	}

	@Test
	@DisplayName("The reasons are those of the table, a defective batch and a missed appointment too (004-16, 004-38)")
	void reasons() {
		List<ComplaintReason> all = this.reasons.all();

		assertThat(all).extracting(ComplaintReason::code)
			.contains("DEFECTIVE_BATCH", "MISSED_APPOINTMENT")
			.doesNotHaveDuplicates();
		assertThat(all).extracting(ComplaintReason::group).contains(ReasonGroup.values());
		assertThat(all).extracting(ComplaintReason::label).contains("No nos presentamos a la cita");
		assertThatThrownBy(() -> this.reasons.get(null, "SUN_SPOTS")).isInstanceOf(InvalidInputException.class)
			.hasMessageContainingAll("No se conoce ese motivo", "DEFECTIVE_BATCH");
	}

	@Test
	@DisplayName("Nothing is passed on less than never")
	void transfers() {
		assertThatThrownBy(() -> new Circumstances(false, false, false, false, false, -1))
			.hasMessageContaining("desde 0");
	}

	private Classification classify(Circumstances circumstances) {
		return this.classifying.classify(null, traits("NOT_OPEN", circumstances));
	}

	private static ComplaintTraits traits(String reason, Circumstances circumstances) {
		return new ComplaintTraits(ComplaintKind.GRIEVANCE, reason, Sector.OTHER, Product.DEVICE, Tier.STANDARD,
				circumstances);
	}

}
