package dev.escala.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.routing.DecisionTable.Hit;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Each rule of each table, by an example: inputs, the rule that must match, its answer.
 */
class DecisionRuleTests {

	@TestFactory
	@DisplayName("What becomes an escalation, and of which type (001-05, 004-43)")
	Stream<DynamicTest> escalationIntake() {
		return examples("escalationIntake", """
				CUSTOMER, KNOWLEDGE, false, 3, 0, 0 | functionalWhenKnowledge | true, FUNCTIONAL
				AGENT, KNOWLEDGE, true, 5, 9, 9 | functionalWhenKnowledge | true, FUNCTIONAL
				AGENT, AUTHORITY, false, 3, 0, 0 | hierarchicalWhenAuthority | true, HIERARCHICAL
				AGENT, RESOURCES, false, 3, 0, 0 | hierarchicalWhenResources | true, HIERARCHICAL
				CUSTOMER, CUSTOMER_REQUEST, false, 3, 0, 0 | hierarchicalWhenCustomerRequest | true, HIERARCHICAL
				CUSTOMER, SERVICE_LEVEL, false, 5, 0, 0 | automaticWhenServiceLevel | true, AUTOMATIC
				SYSTEM, SERVICE_LEVEL, true, 1, 0, 0 | automaticWhenMissed | true, AUTOMATIC
				SYSTEM, SERVICE_LEVEL, true, 3, 5, 2 | automaticWhenMissed | true, AUTOMATIC
				SYSTEM, SERVICE_LEVEL, true, 4, 5, 2 | noneWhenMissedLowPriority | false, NONE
				SYSTEM, SERVICE_LEVEL, false, 1, 3, 1 | functionalWhenReassigned | true, FUNCTIONAL
				SYSTEM, KNOWLEDGE, false, 3, 2, 1 | hierarchicalWhenReopened | true, HIERARCHICAL
				SYSTEM, CUSTOMER_REQUEST, false, 1, 2, 0 | noneWhenMet | false, NONE
				""");
	}

	@TestFactory
	@DisplayName("How bad an escalation is (001-02)")
	Stream<DynamicTest> escalationSeverity() {
		return examples("escalationSeverity", """
				LOW, LOW, STANDARD, true | criticalWhenMajor | CRITICAL
				HIGH, HIGH, STANDARD, false | criticalWhenHighAndUrgent | CRITICAL
				HIGH, LOW, GOLD, false | criticalWhenGoldHighImpact | CRITICAL
				HIGH, MEDIUM, SILVER, false | highWhenHighImpact | HIGH
				HIGH, LOW, SILVER, false | highWhenSilverHighImpact | HIGH
				HIGH, LOW, STANDARD, false | moderateWhenHighImpactNotUrgent | MODERATE
				MEDIUM, HIGH, STANDARD, false | highWhenUrgent | HIGH
				MEDIUM, MEDIUM, GOLD, false | highWhenGoldMediumImpact | HIGH
				MEDIUM, MEDIUM, SILVER, false | moderateWhenMediumImpact | MODERATE
				MEDIUM, LOW, SILVER, false | moderateWhenValuedMediumImpact | MODERATE
				MEDIUM, LOW, STANDARD, false | lowWhenMediumImpactNotUrgent | LOW
				LOW, HIGH, GOLD, false | highWhenGoldUrgent | HIGH
				LOW, HIGH, SILVER, false | moderateWhenLowImpactUrgent | MODERATE
				LOW, MEDIUM, SILVER, false | moderateWhenValuedLowImpact | MODERATE
				LOW, MEDIUM, STANDARD, false | lowWhenLowImpact | LOW
				LOW, LOW, GOLD, false | moderateWhenGold | MODERATE
				LOW, LOW, SILVER, false | lowWhenLowAndNotUrgent | LOW
				""");
	}

	@TestFactory
	@DisplayName("Which group works the case (001-02, 001-06, 004-19)")
	Stream<DynamicTest> functionalRouting() {
		return examples("functionalRouting", """
				FINANCE, NETWORK, es | financeWhenAsked | finance
				TECHNOLOGY, BILLING, other | technologyWhenAsked | technology
				PRODUCT, OTHER, en | productWhenAsked | product
				LEGAL, OTHER, es | legalWhenAsked | legal
				UNKNOWN, BILLING, en | financeWhenBilling | finance
				UNKNOWN, PLATFORM, es | technologyWhenPlatformOrNetwork | technology
				UNKNOWN, NETWORK, es | technologyWhenPlatformOrNetwork | technology
				UNKNOWN, DEVICE, es | productWhenDevice | product
				UNKNOWN, OTHER, es | triageWhenUnknown | triage
				UNKNOWN, BILLING, other | triageWhenOtherLanguage | triage
				""");
	}

	@TestFactory
	@DisplayName("Who decides at a higher level")
	Stream<DynamicTest> hierarchicalRouting() {
		return examples("hierarchicalRouting", """
				0, LOW, STANDARD | supervisors | supervisors
				1, CRITICAL, GOLD | supervisors | supervisors
				2, CRITICAL, GOLD | managers | managers
				2, LOW, SILVER | managers | managers
				3, HIGH, STANDARD | directors | directors
				4, LOW, STANDARD | directors | directors
				""");
	}

	@TestFactory
	@DisplayName("How long each clock runs, what counts, when it warns and whether it may pause")
	Stream<DynamicTest> serviceLevels() {
		return examples("serviceLevels", """
				FIRST_NOTICE, LOW, STANDARD | firstNotice | PT1H, ELAPSED, 75, false
				FIRST_NOTICE, CRITICAL, GOLD | firstNotice | PT1H, ELAPSED, 75, false
				ACKNOWLEDGEMENT, CRITICAL, SILVER | acknowledgementWhenCritical | PT30M, ELAPSED, 75, false
				ACKNOWLEDGEMENT, HIGH, GOLD | acknowledgementWhenHighGold | PT1H, WORKING, 75, false
				ACKNOWLEDGEMENT, HIGH, SILVER | acknowledgementWhenHigh | PT2H, WORKING, 75, false
				ACKNOWLEDGEMENT, MODERATE, GOLD | acknowledgementWhenModerateGold | PT2H, WORKING, 75, false
				ACKNOWLEDGEMENT, MODERATE, SILVER | acknowledgementWhenModerate | PT4H, WORKING, 75, false
				ACKNOWLEDGEMENT, LOW, GOLD | acknowledgementWhenLowGold | PT4H, WORKING, 75, false
				ACKNOWLEDGEMENT, LOW, STANDARD | acknowledgementWhenLow | PT8H, WORKING, 75, false
				ANSWER, CRITICAL, GOLD | answerWhenCriticalGold | PT1H, ELAPSED, 75, false
				ANSWER, CRITICAL, STANDARD | answerWhenCritical | PT2H, ELAPSED, 75, false
				ANSWER, HIGH, GOLD | answerWhenHighGold | PT3H, WORKING, 75, false
				ANSWER, HIGH, STANDARD | answerWhenHigh | PT4H, WORKING, 75, false
				ANSWER, MODERATE, GOLD | answerWhenModerateLowGold | PT5H, WORKING, 75, false
				ANSWER, LOW, STANDARD | answerWhenModerateLow | PT6H, WORKING, 75, false
				UPDATE, CRITICAL, STANDARD | updateWhenCritical | PT2H, ELAPSED, 75, false
				UPDATE, HIGH, GOLD | updateWhenHighGold | PT3H, WORKING, 75, false
				UPDATE, HIGH, STANDARD | updateWhenHigh | PT4H, WORKING, 75, false
				UPDATE, MODERATE, GOLD | updateWhenModerateGold | PT6H, WORKING, 75, false
				UPDATE, MODERATE, STANDARD | updateWhenModerate | PT8H, WORKING, 75, false
				UPDATE, LOW, GOLD | updateWhenLow | PT16H, WORKING, 75, false
				INVOLVE_PARTIES, CRITICAL, GOLD | involvePartiesWhenCritical | PT4H, ELAPSED, 75, true
				INVOLVE_PARTIES, HIGH, GOLD | involvePartiesWhenHighGold | PT8H, WORKING, 75, true
				INVOLVE_PARTIES, HIGH, SILVER | involvePartiesWhenHigh | PT12H, WORKING, 75, true
				INVOLVE_PARTIES, MODERATE, GOLD | involvePartiesWhenModerate | P3D, WORKING_DAYS, 75, true
				INVOLVE_PARTIES, LOW, STANDARD | involvePartiesWhenLow | P5D, WORKING_DAYS, 75, true
				RESOLUTION, CRITICAL, STANDARD | resolutionWhenCritical | PT8H, ELAPSED, 75, true
				RESOLUTION, HIGH, GOLD | resolutionWhenHighGold | PT16H, WORKING, 75, true
				RESOLUTION, HIGH, SILVER | resolutionWhenHigh | PT24H, WORKING, 75, true
				RESOLUTION, MODERATE, STANDARD | resolutionWhenModerate | P5D, WORKING_DAYS, 75, true
				RESOLUTION, LOW, GOLD | resolutionWhenLow | P10D, WORKING_DAYS, 75, true
				CONTACT_REPLY, CRITICAL, STANDARD | contactReplyWhenCritical | PT4H, ELAPSED, 75, false
				CONTACT_REPLY, LOW, GOLD | contactReply | PT24H, ELAPSED, 75, false
				CLOSING, HIGH, GOLD | closingWhenCriticalHigh | P3D, WORKING_DAYS, 75, false
				CLOSING, LOW, STANDARD | closingWhenModerateLow | P5D, WORKING_DAYS, 75, false
				LEVEL_2, CRITICAL, SILVER | secondLevelWhenCritical | PT1H, ELAPSED, 75, false
				LEVEL_2, HIGH, GOLD | secondLevelWhenHighGold | PT2H30M, WORKING, 75, true
				LEVEL_2, HIGH, STANDARD | secondLevelWhenHigh | PT4H, WORKING, 75, true
				LEVEL_2, MODERATE, SILVER | secondLevelWhenModerate | PT8H, WORKING, 75, true
				LEVEL_2, LOW, STANDARD | secondLevelWhenLow | PT16H, WORKING, 75, true
				LEVEL_3, CRITICAL, GOLD | thirdLevelWhenCritical | PT2H, ELAPSED, 75, false
				LEVEL_3, HIGH, GOLD | thirdLevelWhenHighGold | PT4H, WORKING, 75, true
				LEVEL_3, HIGH, STANDARD | thirdLevelWhenHigh | PT8H, WORKING, 75, true
				LEVEL_3, MODERATE, GOLD | thirdLevelWhenModerate | PT16H, WORKING, 75, true
				LEVEL_3, LOW, SILVER | thirdLevelWhenLow | PT24H, WORKING, 75, true
				PAUSE_REVIEW, CRITICAL, STANDARD | pauseReviewWhenCritical | PT4H, ELAPSED, 75, false
				PAUSE_REVIEW, HIGH, GOLD | pauseReviewWhenHigh | P1D, WORKING_DAYS, 75, false
				PAUSE_REVIEW, MODERATE, SILVER | pauseReviewWhenModerate | P3D, WORKING_DAYS, 75, false
				PAUSE_REVIEW, LOW, STANDARD | pauseReviewWhenLow | P5D, WORKING_DAYS, 75, false
				ACTIVITY, CRITICAL, GOLD | activityWhenCritical | PT4H, ELAPSED, 50, true
				ACTIVITY, HIGH, SILVER | activityWhenHigh | PT9H, WORKING, 50, true
				ACTIVITY, MODERATE, STANDARD | activityWhenModerate | PT18H, WORKING, 50, true
				ACTIVITY, LOW, GOLD | activityWhenLow | PT36H, WORKING, 50, true
				""");
	}

	@TestFactory
	@DisplayName("Who is told at each stage")
	Stream<DynamicTest> stakeholders() {
		return examples("stakeholders",
				"""
						ANNOUNCE, LOW, FUNCTIONAL, false | supervisorsWhenAnnounced | supervisors
						ANNOUNCE, MODERATE, AUTOMATIC, false | supervisorsWhenAnnounced managersWhenAnnouncedByRank | supervisors, managers
						ANNOUNCE, HIGH, FUNCTIONAL, false | supervisorsWhenAnnounced managersWhenAnnouncedSevere executivesWhenAnnouncedSevere | supervisors, managers, customer-engagement-executives
						ANNOUNCE, LOW, FUNCTIONAL, true | supervisorsWhenAnnounced directorsWhenAnnouncedMajor problemCoordinatorsWhenAnnouncedMajor | supervisors, directors, problem-coordinators
						MORE_PARTIES, LOW, HIERARCHICAL, false | managersWhenMoreParties expertsWhenMoreParties | managers, experts
						MORE_PARTIES, HIGH, FUNCTIONAL, true | managersWhenMoreParties expertsWhenMoreParties directorsWhenMorePartiesSevere | managers, experts, directors
						MORE_PARTIES, LOW, FUNCTIONAL, true | managersWhenMoreParties expertsWhenMoreParties directorsWhenMorePartiesMajor | managers, experts, directors
						BREACH, HIGH, AUTOMATIC, false | supervisorsWhenBreached managersWhenBreached | supervisors, managers
						BREACH, CRITICAL, AUTOMATIC, true | supervisorsWhenBreached managersWhenBreached directorsWhenBreachedCritical | supervisors, managers, directors
						BREACH, HIGH, AUTOMATIC, true | supervisorsWhenBreached managersWhenBreached directorsWhenBreachedMajor | supervisors, managers, directors
						RESOLVED, LOW, FUNCTIONAL, false | supervisorsWhenResolved managersWhenResolved executivesWhenResolved | supervisors, managers, customer-engagement-executives
						RESOLVED, CRITICAL, FUNCTIONAL, true | supervisorsWhenResolved managersWhenResolved executivesWhenResolved directorsWhenResolvedMajor | supervisors, managers, customer-engagement-executives, directors
						CLOSED, LOW, FUNCTIONAL, false | supervisorsWhenClosed | supervisors
						CLOSED, CRITICAL, FUNCTIONAL, true | supervisorsWhenClosed managersWhenClosedSevere processOwnersWhenClosedMajor | supervisors, managers, process-owners
						CLOSED, LOW, HIERARCHICAL, false | supervisorsWhenClosed managersWhenClosedByRank | supervisors, managers
						""");
	}

	@TestFactory
	@DisplayName("When a root-cause analysis is needed (001-29)")
	Stream<DynamicTest> rcaRequired() {
		return examples("rcaRequired", """
				LOW, false, true, STANDARD | requiredWhenRequested | true
				CRITICAL, true, true, GOLD | requiredWhenRequested | true
				LOW, true, false, STANDARD | requiredWhenMajor | true
				CRITICAL, false, false, STANDARD | requiredWhenCritical | true
				HIGH, false, false, GOLD | requiredWhenHighGold | true
				HIGH, false, false, SILVER | notRequiredWhenHigh | false
				MODERATE, false, false, GOLD | notRequiredWhenLower | false
				""");
	}

	@TestFactory
	@DisplayName("How far whoever may grant an exception may go (001-03, 001-07)")
	Stream<DynamicTest> exceptionLimits() {
		return examples("exceptionLimits", """
				agents, MONEY | moneyOfTeams | true, 100
				legal, MONEY | moneyOfTeams | true, 100
				technology, POLICY | restOfTeams | false, 0
				agents, RESOURCES | restOfTeams | false, 0
				supervisors, MONEY | moneyOfSupervisors | true, 500
				supervisors, RESOURCES | resourcesOfSupervisors | true, 0
				supervisors, POLICY | policyOfSupervisors | false, 0
				managers, MONEY | moneyOfManagers | true, 5000
				managers, POLICY | restOfManagers | true, 0
				directors, MONEY | moneyOfDirectors | true, 1000000
				directors, RESOURCES | restOfDirectors | true, 0
				""");
	}

	@TestFactory
	@DisplayName("How closely corrective actions are followed (001-34)")
	Stream<DynamicTest> correctiveActions() {
		return examples("correctiveActions", """
				CRITICAL | critical | P3D, P2D, P14D, P3D
				HIGH | high | P3D, P5D, P30D, P5D
				MODERATE | moderate | P3D, P7D, P30D, P7D
				LOW | low | P5D, P14D, P60D, P7D
				""");
	}

	@TestFactory
	@DisplayName("For how many working days a closed case is observed, and the customer's answer awaited")
	Stream<DynamicTest> observationPeriod() {
		return examples("observationPeriod", """
				CRITICAL | critical | 10, 5
				HIGH | high | 5, 5
				MODERATE | moderate | 3, 3
				LOW | low | 0, 3
				""");
	}

	@TestFactory
	@DisplayName("How often a case may go from team to team (004-43)")
	Stream<DynamicTest> transferLimit() {
		return examples("transferLimit", """
				CRITICAL | severe | 2
				HIGH | severe | 2
				MODERATE | others | 3
				LOW | others | 3
				""");
	}

	@TestFactory
	@DisplayName("How much time a clock has left that only an edit would have ended")
	Stream<DynamicTest> freshTerm() {
		return examples("freshTerm", """
				CRITICAL | critical | PT1H, WORKING
				HIGH | others | PT4H, WORKING
				MODERATE | others | PT4H, WORKING
				LOW | others | PT4H, WORKING
				""");
	}

	@TestFactory
	@DisplayName("By when a task is done for which no clock holds")
	Stream<DynamicTest> taskDeadline() {
		return examples("taskDeadline", """
				userTask_passOnAnswer | pass | PT2H, WORKING
				userTask_passOnDate | pass | PT2H, WORKING
				userTask_correctDeadline | deadline | PT4H, WORKING
				userTask_askDecision | decision | P1D, WORKING_DAYS
				userTask_commit | commit | P2D, WORKING_DAYS
				userTask_rateService | rate | P5D, WORKING_DAYS
				userTask_debrief | debrief | P10D, WORKING_DAYS
				userTask_confirmYear | year | P20D, WORKING_DAYS
				userTask_ofTomorrow | other | P2D, WORKING_DAYS
				""");
	}

	@TestFactory
	@DisplayName("Which letters somebody else reads before the customer does")
	Stream<DynamicTest> messageReview() {
		return examples("messageReview",
				"""
						LOW, UPDATE, STANDARD, true, false, false, false | legalWhenLegal | true, legal
						CRITICAL, PLAN, GOLD, true, true, true, false | legalWhenLegal | true, legal
						LOW, REPLY, STANDARD, false, true, false, false | managersWhenRemedy | true, managers
						CRITICAL, PLAN, GOLD, false, true, true, false | managersWhenRemedy | true, managers
						LOW, DECISION, STANDARD, false, false, false, true | supervisorsWhenRefused | true, supervisors
						CRITICAL, DECISION, GOLD, false, false, true, true | supervisorsWhenRefused | true, supervisors
						HIGH, DECISION, GOLD, true, true, false, true | legalWhenLegal | true, legal
						HIGH, DECISION, GOLD, false, false, false, false | nobodyWhenHighNews | false, none
						HIGH, UPDATE, STANDARD, false, false, true, false | supervisorsWhenOverridden | true, supervisors
						CRITICAL, UPDATE, SILVER, false, false, true, false | supervisorsWhenOverridden | true, supervisors
						LOW, UPDATE, GOLD, false, false, true, false | supervisorsWhenOverriddenGold | true, supervisors
						MODERATE, PLAN, SILVER, false, false, true, false | nobodyWhenOverriddenLower | false, none
						CRITICAL, PLAN, STANDARD, false, false, false, false | architectsWhenCritical | true, de-escalation-architects
						CRITICAL, PLAN_CHANGE, STANDARD, false, false, false, false | architectsWhenCritical | true, de-escalation-architects
						CRITICAL, UPDATE, GOLD, false, false, false, false | nobodyWhenCriticalNews | false, none
						CRITICAL, QUESTION, GOLD, false, false, false, false | nobodyWhenCriticalNews | false, none
						HIGH, APOLOGY, GOLD, false, false, false, false | architectsWhenHighApology | true, de-escalation-architects
						HIGH, PROMISE, SILVER, false, false, false, false | nobodyWhenHighApology | false, none
						HIGH, PLAN, GOLD, false, false, false, false | nobodyWhenHighNews | false, none
						MODERATE, APOLOGY, GOLD, false, false, false, false | nobodyWhenLower | false, none
						""");
	}

	@TestFactory
	@DisplayName("How much margin a promise gets, and when its owner is reminded (003-05)")
	Stream<DynamicTest> promiseMargin() {
		return examples("promiseMargin", """
				KNOWN, 8, MODERATE, SILVER | knownShort | 25, PT2H
				KNOWN, 8, LOW, GOLD | knownShortWhenGold | 50, PT2H
				KNOWN, 8, CRITICAL, STANDARD | knownShortWhenSevere | 50, PT2H
				KNOWN, 9, MODERATE, SILVER | knownLong | 40, PT8H
				KNOWN, 9, LOW, GOLD | knownLongWhenGold | 65, PT8H
				KNOWN, 9, HIGH, STANDARD | knownLongWhenSevere | 65, PT8H
				SIMILAR, 8, MODERATE, SILVER | similarShort | 50, PT2H
				SIMILAR, 8, LOW, GOLD | similarShortWhenGold | 75, PT2H
				SIMILAR, 8, CRITICAL, STANDARD | similarShortWhenSevere | 75, PT2H
				SIMILAR, 9, MODERATE, SILVER | similarLong | 75, PT8H
				SIMILAR, 9, LOW, GOLD | similarLongWhenGold | 100, PT8H
				SIMILAR, 9, HIGH, STANDARD | similarLongWhenSevere | 100, PT8H
				NEW, 8, MODERATE, SILVER | newShort | 100, PT2H
				NEW, 8, LOW, GOLD | newShortWhenGold | 125, PT2H
				NEW, 8, CRITICAL, STANDARD | newShortWhenSevere | 125, PT2H
				NEW, 9, MODERATE, SILVER | newLong | 135, PT8H
				NEW, 9, LOW, GOLD | newLongWhenGold | 160, PT8H
				NEW, 9, HIGH, STANDARD | newLongWhenSevere | 160, PT8H
				""");
	}

	@TestFactory
	@DisplayName("What a broken promise does to its case (004-46)")
	Stream<DynamicTest> brokenPromise() {
		return examples("brokenPromise", """
				LOW, STANDARD, 2 | again | true, PT2H
				CRITICAL, GOLD, 3 | again | true, PT2H
				LOW, GOLD, 1 | goldOnce | true, PT2H
				HIGH, SILVER, 1 | severeOnce | true, PT4H
				MODERATE, STANDARD, 1 | moderateOnce | false, PT4H
				LOW, SILVER, 1 | lowOnce | false, PT8H
				""");
	}

	@TestFactory
	@DisplayName("What is asked about before a commitment")
	Stream<DynamicTest> requestPolicy() {
		return examples("requestPolicy", """
				PRICE_DEVIATION, OTHER | priceDeviation | ALWAYS, PRICE, false, false
				SCOPE_BEYOND, OTHER | scopeBeyond | ALWAYS, SALES_SCOPE, false, false
				GREY_ZONE, OTHER | greyZone | ALWAYS, SALES_SCOPE, false, false
				REJECTED_BEFORE, OTHER | rejectedBefore | ALWAYS, SALES_SCOPE, false, false
				FEELS_ODD, OTHER | feelsOdd | ALWAYS, SALES_SCOPE, false, true
				CONFLICT_OF_INTEREST, OTHER | conflictOfInterest | ALWAYS, OTHER, true, false
				LEGAL_CONCERN, OTHER | legalConcern | ALWAYS, LEGAL, false, false
				CUSTOM_TERMS, OTHER | customTerms | BEFORE, LEGAL, false, false
				ALLIANCE, OTHER | alliance | BEFORE, SALES_SCOPE, false, false
				COMPETITOR_OF_CUSTOMER, OTHER | competitorOfCustomer | BEFORE, SALES_SCOPE, false, false
				UNUSUAL_RISK, OTHER | unusualRisk | BEFORE, OTHER, true, false
				UNSURE, OTHER | unsure | BEFORE, OTHER, false, false
				PROSPECT_REJECTED, OTHER | prospectRejected | AFTER, SALES_SCOPE, false, false
				UNUSUAL_REQUEST, OTHER | unusualRequest | AFTER, SALES_SCOPE, false, false
				COMPETITIVE_INTELLIGENCE, OTHER | competitiveIntelligence | AFTER, SALES_SCOPE, false, false
				MARKET_TREND, OTHER | marketTrend | AFTER, SALES_SCOPE, false, false
				PROBABLY_OUT_OF_SCOPE, OTHER | probablyOutOfScope | ALWAYS, TECHNICAL, false, false
				DISCOUNT, OTHER | discount | ALWAYS, PRICE, false, false
				ODD_OPPORTUNITY, OTHER | oddOpportunity | ALWAYS, SALES_SCOPE, false, true
				NEVER_DONE, OTHER | neverDone | ALWAYS, SALES_SCOPE, true, false
				HASTE, OTHER | haste | BEFORE, SALES_SCOPE, false, true
				DISCOUNT, LEGAL | discount legalTopic | ALWAYS, PRICE, false, false, ALWAYS, LEGAL, false, false
				LEGAL_CONCERN, LEGAL | legalConcern | ALWAYS, LEGAL, false, false
				NONE, LEGAL | legalTopic | ALWAYS, LEGAL, false, false
				NONE, PRICE | nothing | NONE, OTHER, false, false
				""");
	}

	@TestFactory
	@DisplayName("Who answers an internal request, and by when (000-23 to 000-26)")
	Stream<DynamicTest> requestRouting() {
		return examples("requestRouting", """
				SALES_SCOPE, false | salesScope | product, PT2H, WORKING, P2D, WORKING_DAYS, 75
				PRICE, false | price | finance, PT2H, WORKING, P1D, WORKING_DAYS, 75
				TECHNICAL, false | technical | technology, PT2H, WORKING, P2D, WORKING_DAYS, 75
				LEGAL, false | legal | legal, PT4H, WORKING, P3D, WORKING_DAYS, 75
				OTHER, false | other | supervisors, PT2H, WORKING, P2D, WORKING_DAYS, 75
				LEGAL, true | legalSenior | directors, PT4H, WORKING, P3D, WORKING_DAYS, 75
				PRICE, true | senior | managers, PT4H, WORKING, P3D, WORKING_DAYS, 75
				""");
	}

	@TestFactory
	@DisplayName("How soon one department answers another")
	Stream<DynamicTest> departmentLevels() {
		return examples("departmentLevels", """
				agents, legal | legal | PT4H, WORKING, P3D, WORKING_DAYS, 75
				agents, finance | financeForAgents | PT2H, WORKING, P1D, WORKING_DAYS, 75
				technology, finance | finance | PT4H, WORKING, P2D, WORKING_DAYS, 75
				agents, technology | technologyForAgents | PT2H, WORKING, P1D, WORKING_DAYS, 75
				product, technology | technologyForProduct | PT2H, WORKING, P2D, WORKING_DAYS, 75
				finance, technology | technology | PT4H, WORKING, P2D, WORKING_DAYS, 75
				agents, product | product | PT4H, WORKING, P2D, WORKING_DAYS, 75
				OTHER, OTHER | others | PT4H, WORKING, P2D, WORKING_DAYS, 75
				""");
	}

	@TestFactory
	@DisplayName("Which terms run for a complaint, several at once")
	Stream<DynamicTest> complaintRegime() {
		return examples("complaintRegime",
				"""
						ES, OTHER, ELECTRICITY, BILLING, true, true, false | electricity billingBasic basic own | ES-ELE, 1, ES-B, 2, ES-G, 2, OWN, 9
						ES, OTHER, ELECTRICITY, OUTAGE, true, false, false | outage basic own | ES-C, 2, ES-G, 2, OWN, 9
						ES, OTHER, TELECOM, OTHER, true, false, false | telecom basic own | ES-TEL, 1, ES-G, 2, OWN, 9
						ES, OTHER, FINANCE, PAYMENT_SERVICE, false, true, false | payment financeNotice own | ES-PAY, 1, ES-FIN-NOTIFY, 1, OWN, 9
						ES, OTHER, FINANCE, OTHER, false, true, false | finance financeNotice own | ES-FIN, 1, ES-FIN-NOTIFY, 1, OWN, 9
						ES, OTHER, POSTAL, OUTAGE, true, false, false | basic own | ES-G, 2, OWN, 9
						ES, OTHER, OTHER, BILLING, true, true, false | billingLarge large own | ES-B, 2, ES-G, 2, OWN, 9
						ES, OTHER, OTHER, BILLING, true, false, false | trader own | ES-ALL, 2, OWN, 9
						ES, AN, OTHER, OTHER, true, false, true | andalusia trader own | ES-AND, 1, ES-ALL, 2, OWN, 9
						ES, AN, OTHER, OTHER, true, false, false | trader own | ES-ALL, 2, OWN, 9
						ES, OTHER, OTHER, OTHER, false, true, false | own | OWN, 9
						OTHER, OTHER, TELECOM, OUTAGE, true, true, true | own | OWN, 9
						""");
	}

	@TestFactory
	@DisplayName("What each term says")
	Stream<DynamicTest> complaintDeadlines() {
		return examples("complaintDeadlines",
				"""
						ES-G, false | general | P15D, WORKING_DAYS, PRESENTATION, 10, WORKING_DAYS, RESTART, 0, BREACH, Ley 10/2025, art. 17.1, A, 2025-12-28, 9999-12-31, 2026-12-28
						ES-C, false | outage | PT2H, ELAPSED, PRESENTATION, 0, NONE, NONE, 0, BREACH, Ley 10/2025, art. 17.2, A, 2025-12-28, 9999-12-31, 2026-12-28
						ES-B, false | billing | P5D, UNSTATED_DAYS, PRESENTATION, 10, WORKING_DAYS, RESTART, 0, BREACH, Ley 10/2025, art. 17.3, A, 2025-12-28, 9999-12-31, 2026-12-28
						ES-ALL, false | allBefore all | P1M, MONTHS, PRESENTATION, 0, NONE, NONE, 0, BREACH, RDL 1/2007, art. 21.3, redacción anterior, A, 2007-12-01, 2025-12-27, 2007-12-01, P15D, UNSTATED_DAYS, PRESENTATION, 0, NONE, NONE, 0, BREACH, RDL 1/2007, art. 21.3, redacción de la Ley 10/2025, A, 2025-12-28, 9999-12-31, 2025-12-28
						ES-FIN, false | finance | P1M, MONTHS, PRESENTATION, 10, CALENDAR_DAYS, INTERRUPT, 0, AUTHORITY, Ley 44/2002, arts. 29 bis y 29 septies, A, 2025-12-28, 9999-12-31, 2026-12-28
						ES-FIN-NOTIFY, true | financeNotice | P10D, CALENDAR_DAYS, DECISION, 0, NONE, NONE, 0, BREACH, Ley 44/2002, art. 29 septies, A, 2025-12-28, 9999-12-31, 2026-12-28
						ES-PAY, false | payment | P15D, WORKING_DAYS, PRESENTATION, 0, NONE, NONE, 1, AUTHORITY, Real Decreto-ley 19/2018, art. 69, A, 2018-11-25, 9999-12-31, 2018-11-25
						ES-TEL, false | telecom | P1M, MONTHS, PRESENTATION, 0, NONE, NONE, 0, AUTHORITY, Orden ITC/1030/2007, según fuentes secundarias, C, 2007-04-21, 9999-12-31, 2007-04-21
						ES-ELE, true | electricitySmall | P5D, WORKING_DAYS, PRESENTATION, 0, NONE, NONE, 0, CREDIT, RD 1955/2000, arts. 103.2.D y 105.6, A, 2001-01-16, 9999-12-31, 2001-01-16
						ES-ELE, false | electricity | P15D, WORKING_DAYS, PRESENTATION, 0, NONE, NONE, 0, CREDIT, RD 1955/2000, arts. 103.2.D y 105.6, A, 2001-01-16, 9999-12-31, 2001-01-16
						ES-AND, false | andalusia | P10D, WORKING_DAYS, PRESENTATION, 0, NONE, NONE, 0, BREACH, Decreto 82/2022 (Andalucía), C, 2022-05-20, 9999-12-31, 2022-05-20
						OWN, false | own | P15D, WORKING_DAYS, PRESENTATION, 10, WORKING_DAYS, RESTART, 0, OWN, Compromiso propio de la organización, A, 2000-01-01, 9999-12-31, 2000-01-01
						""");
	}

	@TestFactory
	@DisplayName("What must not be done meanwhile, and until when; telecom the other way")
	Stream<DynamicTest> complaintHolds() {
		return examples("complaintHolds",
				"""
						ES, ELECTRICITY, BILLING, true, false, false | suspension own | SUSPENSION, DECISION, Ley 10/2025, art. 4.4, A, NONE, NONE, Compromiso propio de la organización, N
						ES, ELECTRICITY, OUTAGE, true, false, false | own | NONE, NONE, Compromiso propio de la organización, N
						ES, WATER, BILLING, true, false, true | suspensionBody collectionBody own | SUSPENSION, BODY, Ley 10/2025, arts. 4.4 y 13.8, A, COLLECTION, BODY, Ley 10/2025, art. 13.8, A, NONE, NONE, Compromiso propio de la organización, N
						ES, OTHER, BILLING, true, true, true | suspensionBodyLarge collectionBodyLarge own | SUSPENSION, BODY, Ley 10/2025, art. 13.8, A, COLLECTION, BODY, Ley 10/2025, art. 13.8, A, NONE, NONE, Compromiso propio de la organización, N
						ES, OTHER, BILLING, true, false, true | own | NONE, NONE, Compromiso propio de la organización, N
						ES, TELECOM, BILLING, true, true, true | telecom own | NONE, NONE, Ley 11/2022, art. 65.2, A, NONE, NONE, Compromiso propio de la organización, N
						ES, FINANCE, BILLING, true, true, true | finance own | NONE, NONE, Ley 10/2025, art. 2.6, A, NONE, NONE, Compromiso propio de la organización, N
						OTHER, GAS, BILLING, true, true, true | own | NONE, NONE, Compromiso propio de la organización, N
						""");
	}

	@TestFactory
	@DisplayName("How long the texts of a complaint are kept")
	Stream<DynamicTest> complaintRetention() {
		return examples("complaintRetention", """
				ES, FINANCE | finance | 60, Ley 44/2002, arts. 29 y siguientes, redacción de la Ley 10/2025, A
				ES, ELECTRICITY | electricity | 48, RD 1955/2000, art. 108.4, A
				ES, TELECOM | spain | 60, Compromiso propio de la organización, N
				OTHER, FINANCE | others | 60, Compromiso propio de la organización, N
				""");
	}

	@TestFactory
	@DisplayName("Which signs of leaving a customer gives; what is not known gives none (004-20, 004-31)")
	Stream<DynamicTest> retentionSignal() {
		return examples("retentionSignal", """
				40, 199, 2, 89, 0, 0, 0 | orderValueDown | ORDER_VALUE_DOWN
				39, 200, 2, 89, 0, 0, 0 | rhythmLost | RHYTHM_LOST
				39, 199, 3, 89, 0, 0, 0 | varietyStopped | VARIETY_STOPPED
				39, 199, 2, 90, 0, 0, 0 | silence | SILENCE
				39, 199, 2, 89, 1, 0, 0 | complaintOpen | COMPLAINT_OPEN
				39, 199, 2, 89, 0, 1, 0 | complaintBad | COMPLAINT_BAD
				39, 199, 2, 89, 0, 0, 1 | promiseBroken | PROMISE_BROKEN
				-1, 300, -1, 120, 0, 0, 2 | rhythmLost silence promiseBroken | RHYTHM_LOST, SILENCE, PROMISE_BROKEN
				-1, -1, -1, -1, 0, 0, 0 | nothing | NONE
				""");
	}

	@TestFactory
	@DisplayName("Which codes of purchases are no goods")
	Stream<DynamicTest> purchaseCodes() {
		return examples("purchaseCodes", """
				POST | postage | false
				DOT | dotcom | false
				C2 | carriage | false
				M | manual | false
				D | discount | false
				B | adjustment | false
				S | samples | false
				PADS | pads | false
				AMAZONFEE | marketplace | false
				BANK CHARGES | bank | false
				CRUK | donation | false
				GIFT_* | gift | false
				OTHER | other | true
				""");
	}

	@TestFactory
	@DisplayName("Where a customer can go whose complaint was refused")
	Stream<DynamicTest> complaintBodies() {
		return examples("complaintBodies",
				"""
						ES, FINANCE, false | bank securities insurance | Banco de España, Departamento de Conducta de Entidades, Calle Alcalá 48, 28014 Madrid; 900 54 54 54, sedeelectronica.bde.es, Si el servicio de atención al cliente deniega o no responde: 15 días hábiles en servicios de pago, un mes en lo demás; hasta un año después de reclamar, NOBODY, Página del Banco de España sobre reclamaciones, B, 2026-11-29, Banco de España, Departamento de Conducta de Entidades (the department of Spain's central bank that looks at complaints about banks), Calle Alcalá 48, 28014 Madrid; telephone 900 54 54 54, If customer care refuses or does not answer: after 15 working days for payment services, a month for anything else; up to a year after you complained, Comisión Nacional del Mercado de Valores, Servicio de Reclamaciones, Calle Edison 4, 28006 Madrid; Passeig de Gràcia 19, 08007 Barcelona; 900 535 015, cnmv.es, Si la respuesta no satisface o pasa un mes sin ella, NOBODY, Página de la CNMV sobre reclamaciones, B, 2026-11-29, Comisión Nacional del Mercado de Valores, Servicio de Reclamaciones (the complaints service of Spain's securities market authority), Calle Edison 4, 28006 Madrid; Passeig de Gràcia 19, 08007 Barcelona; telephone 900 535 015, If you are not content with the answer, or after a month without one, Dirección General de Seguros y Fondos de Pensiones, Servicio de Reclamaciones, Por confirmar en su página, dgsfp.mineco.es, Si la respuesta no satisface o pasa un mes sin ella, NOBODY, Orden ECC/2502/2012, N, 2026-11-29, Dirección General de Seguros y Fondos de Pensiones, Servicio de Reclamaciones (the complaints service of Spain's insurance and pensions authority), To be confirmed on its page, If you are not content with the answer, or after a month without one
						ES, TELECOM, true | arbitration accredited telecom | Junta Arbitral de Consumo del municipio, la provincia o la comunidad del cliente; la Junta Arbitral Nacional, si afecta a varias comunidades, La que corresponda al domicilio del cliente, consumo.gob.es, Después de reclamar a la empresa; si la empresa no está adherida, solo si acepta, BOTH, RD 713/2024, BOE-A-2024-15208, B, 2026-11-29, Junta Arbitral de Consumo (the consumer arbitration board of your town, province or region; the national one, Junta Arbitral Nacional, where several regions are concerned), The one of the place where you live, After you have complained to the company; if the company is not a member, only if it agrees, Una entidad acreditada del listado del Ministerio de Consumo, competente en la comunidad del cliente, Según la entidad, consumo.gob.es, Pasado un mes sin respuesta o con una que no satisface, y no más de un año después de reclamar, NOBODY, Ley 7/2017, arts. 18 y 40.3, BOE-A-2017-12659, A, 2026-11-29, An accredited dispute body from the list of the Ministry of Consumer Affairs (Ministerio de Consumo) that covers your region, It depends on the body, After a month without an answer or with one that you are not content with, and no later than a year after you complained, Oficina de Atención al Usuario de Telecomunicaciones, Calle Poeta Joan Maragall 41, 28071 Madrid, usuariosteleco.gob.es, Después de reclamar al operador y de un mes; en los tres meses siguientes, COMPANY, Preguntas frecuentes de la Oficina, B, 2026-11-29, Oficina de Atención al Usuario de Telecomunicaciones (the government office for users of telephone and internet services), Calle Poeta Joan Maragall 41, 28071 Madrid, After you have complained to the operator and a month has passed; within the three months that follow
						ES, TRANSPORT, false | air | Agencia Estatal de Seguridad Aérea (solo vuelos), Por su sede electrónica, sede.seguridadaerea.gob.es, Después de reclamar a la compañía y de un mes; hasta un año, COMPANY, Orden TMA/469/2023; Ley 7/2017, disposición adicional segunda, B, 2026-11-29, Agencia Estatal de Seguridad Aérea (Spain's aviation safety agency; flights only), On its website, After you have complained to the airline and a month has passed; up to a year
						ES, GAS, false | energy | Órgano de energía o de consumo de la comunidad del cliente, o Junta Arbitral de Consumo, Según la comunidad, consumo.gob.es, Después de reclamar a la empresa; los autónomos y las empresas no son consumidores, NOBODY, Informe CNMC IS/DE/017/24, según fuentes secundarias, C, 2026-11-29, The energy or consumer authority of your region, or the Junta Arbitral de Consumo (consumer arbitration board), It depends on the region, After you have complained to the company; the self-employed and companies are not consumers
						""");
	}

	@TestFactory
	@DisplayName("Why people complain: of money, of how we work, of how they were treated (004-16, 004-38)")
	Stream<DynamicTest> complaintReasons() {
		return examples("complaintReasons", """
				LOSS | loss | FINANCIAL, Ha perdido dinero
				ADVERTISED | advertised | OPERATIONAL, Se anunció algo que no se cumplió
				PRODUCT_FAILED | productFailed | OPERATIONAL, El producto falló
				DEFECTIVE_BATCH | defectiveBatch | OPERATIONAL, Lote defectuoso
				MISSED_APPOINTMENT | missedAppointment | OPERATIONAL, No nos presentamos a la cita
				NOT_OPEN | notOpen | OPERATIONAL, Estaba cerrado cuando hacía falta
				PHONE_UNANSWERED | phoneUnanswered | OPERATIONAL, Nadie contestó al teléfono
				PASSED_ON | passedOn | OPERATIONAL, Le pasaron de uno a otro o se cortó
				ATTITUDE | attitude | EMOTIONAL, Le trataron mal
				UNWILLING | unwilling | EMOTIONAL, Nadie quiso buscar una solución
				INCOMPLETE_EXPLANATION | incompleteExplanation | EMOTIONAL, No se le explicó bien el producto
				NOT_ADMITTED | notAdmitted | EMOTIONAL, No se reconoció el error
				NOT_INFORMED | notInformed | EMOTIONAL, No se le tuvo al tanto
				BROKEN_PROMISE | brokenPromise | EMOTIONAL, No se cumplió lo que se le prometió
				OTHER | other | OPERATIONAL, Otro motivo
				""");
	}

	@TestFactory
	@DisplayName("How bad a complaint is: what makes it worse adds up (004-43, 004-46, 004-49)")
	Stream<DynamicTest> complaintSeverity() {
		return examples("complaintSeverity",
				"""
						ENQUIRY, OPERATIONAL, false, false, false, 0, STANDARD | enquiry | 0, es una consulta
						INCIDENT, OPERATIONAL, false, false, false, 2, SILVER | incident | 2, es una incidencia
						GRIEVANCE, EMOTIONAL, true, false, false, 0, STANDARD | grievance public | 2, es una queja, 2, está a la vista de todos
						CLAIM, FINANCIAL, false, false, false, 0, STANDARD | claim financial | 3, es una reclamación, 1, el cliente pierde dinero
						CLAIM, FINANCIAL, true, true, true, 3, GOLD | claim financial public brokenPromise vulnerable transfers gold | 3, es una reclamación, 1, el cliente pierde dinero, 2, está a la vista de todos, 2, se rompió una promesa, 2, la persona es vulnerable, 1, ha pasado por demasiadas manos, 1, es un cliente de nivel oro
						""");
	}

	@TestFactory
	@DisplayName("Who handles a complaint: who knows the product, or who is good at complaints (004-19, 004-45)")
	Stream<DynamicTest> complaintRouting() {
		return examples("complaintRouting", """
				FINANCE, BILLING, FINANCIAL | finance | complaint-handlers
				OTHER, NETWORK, EMOTIONAL | treatment | complaint-handlers
				WATER, BILLING, FINANCIAL | billing | finance
				TELECOM, NETWORK, OPERATIONAL | technical | technology
				OTHER, PLATFORM, FINANCIAL | technical | technology
				POSTAL, DEVICE, OPERATIONAL | device | product
				TRANSPORT, OTHER, OPERATIONAL | other | complaint-handlers
				""");
	}

	@TestFactory
	@DisplayName("Whether whoever complains is called first, or written to (004-27)")
	Stream<DynamicTest> complaintChannel() {
		return examples("complaintChannel", """
				true, true, true, CRITICAL | lettersOnly | WRITING
				true, false, false, LOW | elderly | PHONE
				false, true, false, LOW | vulnerable | PHONE
				false, false, false, HIGH | severe | PHONE
				false, false, false, MODERATE | others | WRITING
				""");
	}

	@TestFactory
	@DisplayName("Which apology fits whose fault it was (004-23, 004-25, 004-47)")
	Stream<DynamicTest> complaintApology() {
		return examples("complaintApology",
				"""
						OURS | ours | ADMITS, Tiene usted razón: fue un error nuestro, y lo sentimos., You are right: this was our mistake, and we are sorry.
						SHARED | shared | ADMITS, Tiene usted razón: nuestra parte la hicimos mal, y lo sentimos., You are right: we got our part wrong, and we are sorry.
						POLICY | policy | INCONVENIENCE, Sentimos el trastorno que esta norma le ha supuesto., We are sorry for the trouble that this rule has caused you.
						NONE | none | NONE, Gracias por contárnoslo: entendemos que esperaba otra cosa., Thank you for telling us: we understand that you expected something else.
						UNKNOWN | unknown | INCONVENIENCE, Sentimos el trastorno: estamos averiguando qué ha pasado., We are sorry for the trouble: we are finding out what happened.
						""");
	}

	@TestFactory
	@DisplayName("What whoever complains gets out of it (004-25, 004-60)")
	Stream<DynamicTest> complaintRemedies() {
		return examples("complaintRemedies",
				"""
						OURS, OPERATIONAL, LOW, STANDARD | resolved apology | RESOLVED, Queda resuelto, y se le dice qué ha cambiado, 0, APOLOGY, Disculpa sincera, de la persona que lo lleva, 0
						OURS, EMOTIONAL, MODERATE, SILVER | resolved apologyOfSuperior voucherModerate | RESOLVED, Queda resuelto, y se le dice qué ha cambiado, 0, APOLOGY, Disculpa de un superior, 0, VOUCHER, Vale de 20 €, 20
						OURS, OPERATIONAL, HIGH, SILVER | resolved voucherHigh | RESOLVED, Queda resuelto, y se le dice qué ha cambiado, 0, VOUCHER, Vale de 50 €, 50
						OURS, FINANCIAL, CRITICAL, GOLD | resolved refund voucherCritical priorityOfGold | RESOLVED, Queda resuelto, y se le dice qué ha cambiado, 0, REFUND, Devolución de lo que perdió, 0, VOUCHER, Vale de 100 €, 100, PRIORITY, Atención preferente durante 90 días, con una persona fija, 0
						SHARED, OPERATIONAL, HIGH, STANDARD | resolved voucherShared | RESOLVED, Queda resuelto, y se le dice qué ha cambiado, 0, VOUCHER, Vale de 25 €, 25
						POLICY, OPERATIONAL, HIGH, GOLD | voucherPolicy priority | VOUCHER, Vale de 15 €, 15, PRIORITY, Atención preferente durante 30 días, 0
						UNKNOWN, FINANCIAL, CRITICAL, STANDARD | priority | PRIORITY, Atención preferente durante 30 días, 0
						""");
	}

	@TestFactory
	@DisplayName("How much each group may grant, and give as small extras (004-22, 004-56)")
	Stream<DynamicTest> complaintRemedyLimits() {
		return examples("complaintRemedyLimits", """
				agents | teams | 50, 10, 60
				legal | teams | 50, 10, 60
				complaint-handlers | handlers | 150, 20, 200
				supervisors | supervisors | 500, 50, 500
				managers | managers | 5000, 100, 2000
				directors | directors | 1000000, 200, 5000
				""");
	}

	@TestFactory
	@DisplayName("Which stage may follow which of a prospect, with what (002-01 to 002-09, 002-20)")
	Stream<DynamicTest> prospectTransition() {
		return examples("prospectTransition",
				"""
						NEW, REFERRAL | newAttempt newContacted newRefused newLater | ATTEMPT, CALL, Se llamó o escribió y nadie contestó: anote el intento, CONTACTED, CONVERSATION, Contestó a la primera: anote la conversación, REFUSED, REASON, Dijo que no: con el motivo y lo que aprendemos, LATER, DATE, Pide que le llamemos más adelante: acuerde el día
						NEW, WEB | newAttempt newContacted newRefused newLater newSpam | ATTEMPT, CALL, Se llamó o escribió y nadie contestó: anote el intento, CONTACTED, CONVERSATION, Contestó a la primera: anote la conversación, REFUSED, REASON, Dijo que no: con el motivo y lo que aprendemos, LATER, DATE, Pide que le llamemos más adelante: acuerde el día, SPAM, NOTHING, No es nadie que quiera comprar: no se le dedica tiempo
						ATTEMPT, REFERRAL | attemptAttempt attemptContacted attemptRefused attemptLater | ATTEMPT, CALL, Otro intento sin respuesta: la fecha siguiente sale del protocolo, CONTACTED, CONVERSATION, Contestó: anote la conversación, REFUSED, REASON, No se consigue hablar, o dijo que no: con el motivo y lo que aprendemos, LATER, DATE, Se deja para más adelante: escriba el día
						ATTEMPT, WEB | attemptAttempt attemptContacted attemptRefused attemptLater attemptSpam | ATTEMPT, CALL, Otro intento sin respuesta: la fecha siguiente sale del protocolo, CONTACTED, CONVERSATION, Contestó: anote la conversación, REFUSED, REASON, No se consigue hablar, o dijo que no: con el motivo y lo que aprendemos, LATER, DATE, Se deja para más adelante: escriba el día, SPAM, NOTHING, No es nadie que quiera comprar: no se le dedica tiempo
						CONTACTED, REFERRAL | contactedContacted contactedUndecided contactedQualifying contactedConverted contactedRefused contactedLater | CONTACTED, CONVERSATION, Se habló otra vez y sigue sin saberse: anote la conversación, UNDECIDED, NOTHING, Le interesa y no se decide, QUALIFYING, NOTHING, Le interesa: se valora necesidad, presupuesto y viabilidad, CONVERTED, REQUEST, Pide una oferta o quiere comprar: escriba qué, REFUSED, REASON, No le interesa: con el motivo y lo que aprendemos, LATER, DATE, Pide que le llamemos más adelante: acuerde el día
						UNDECIDED, REFERRAL | undecidedUndecided undecidedQualifying undecidedConverted undecidedRefused undecidedLater | UNDECIDED, CONVERSATION, Se habló otra vez y sigue dudando: anote la conversación, QUALIFYING, NOTHING, Se decide a mirarlo: se valora necesidad, presupuesto y viabilidad, CONVERTED, REQUEST, Pide una oferta o quiere comprar: escriba qué, REFUSED, REASON, No le interesa: con el motivo y lo que aprendemos, LATER, DATE, Pide tiempo: acuerde el día
						QUALIFYING, REFERRAL | qualifyingQualifying qualifyingConverted qualifyingConvertedRequest qualifyingUndecided qualifyingRefused qualifyingLater | QUALIFYING, CONVERSATION, Aún falta por saber: anote la conversación, CONVERTED, QUALIFICATION, Encaja: escriba las tres respuestas, CONVERTED, REQUEST, Y escriba qué pide, UNDECIDED, NOTHING, Vuelve a dudar, REFUSED, REASON, No encaja o no le interesa: con el motivo y lo que aprendemos, LATER, DATE, Encaja más adelante: acuerde el día
						LATER, REFERRAL | laterAttempt laterContacted laterUndecided laterQualifying | ATTEMPT, NOTHING, Se vuelve a intentar, CONTACTED, NOTHING, Se sigue donde se estaba, UNDECIDED, NOTHING, Se sigue donde se estaba, QUALIFYING, NOTHING, Se sigue donde se estaba
						""");
	}

	@TestFactory
	@DisplayName("Which stage may follow which of an opportunity, with what (002-11 to 002-18, 002-20)")
	Stream<DynamicTest> opportunityTransition() {
		return examples("opportunityTransition",
				"""
						REQUESTED | requestedAnalysis requestedProposed requestedLost requestedRival | ANALYSIS, NOTHING, Hay que aclarar la necesidad antes de ofertar, PROPOSED, QUOTE, La oferta está enviada desde la ficha; si salió por otra vía, escriba su referencia, LOST, REASON, No sigue adelante, y no es por otra empresa: con el motivo y lo que aprendemos, RIVAL, COMPETITOR, Se va con otra empresa: cuál, qué era débil en lo nuestro y quién lo analiza
						ANALYSIS | analysisProposed analysisLost analysisRival | PROPOSED, QUOTE, La oferta está enviada desde la ficha; si salió por otra vía, escriba su referencia, LOST, REASON, No sigue adelante, y no es por otra empresa: con el motivo y lo que aprendemos, RIVAL, COMPETITOR, Se va con otra empresa: cuál, qué era débil en lo nuestro y quién lo analiza
						PROPOSED | proposedProposed proposedAnalysis proposedNegotiating proposedWon proposedLost proposedRival | PROPOSED, NOTHING, Se ha hecho seguimiento y sigue mirándola, ANALYSIS, NOTHING, Lo que pide ha cambiado: se vuelve a mirar, NEGOTIATING, NOTHING, Pide cambios o condiciones, WON, AMOUNT, Acepta la última oferta enviada; sin ella, escriba el importe y la moneda, LOST, REASON, No sigue adelante, y no es por otra empresa: con el motivo y lo que aprendemos, RIVAL, COMPETITOR, Se va con otra empresa: cuál, qué era débil en lo nuestro y quién lo analiza
						NEGOTIATING | negotiatingNegotiating negotiatingProposed negotiatingWon negotiatingLost negotiatingRival | NEGOTIATING, NOTHING, Se sigue negociando, PROPOSED, QUOTE, Se ha enviado otra versión desde la ficha; si salió por otra vía, escriba su referencia, WON, AMOUNT, Acepta la última oferta enviada; sin ella, escriba el importe y la moneda, LOST, REASON, No sigue adelante, y no es por otra empresa: con el motivo y lo que aprendemos, RIVAL, COMPETITOR, Se va con otra empresa: cuál, qué era débil en lo nuestro y quién lo analiza
						""");
	}

	@TestFactory
	@DisplayName("When somebody who did not answer is tried again, and when no more (002-02, 004-17)")
	Stream<DynamicTest> contactProtocol() {
		return examples("contactProtocol", """
				1, PHONE, TOP_DOWN | firstCall | P1D, WORKING_DAYS, PHONE, false
				1, MAIL, BOTTOM_UP | firstWritten | P2D, WORKING_DAYS, PHONE, false
				2, PHONE, BOTTOM_UP | secondCall | P2D, WORKING_DAYS, MAIL, false
				2, NETWORKS, TOP_DOWN | secondWritten | P2D, WORKING_DAYS, PHONE, false
				3, PHONE, TOP_DOWN | laterTopDown | P5D, WORKING_DAYS, PHONE, false
				5, MAIL, TOP_DOWN | laterTopDown | P5D, WORKING_DAYS, PHONE, false
				3, MAIL, BOTTOM_UP | laterBottomUp | P4D, WORKING_DAYS, PHONE, false
				6, PHONE, TOP_DOWN | stopTopDown | P90D, CALENDAR_DAYS, PHONE, true
				4, PHONE, BOTTOM_UP | stopBottomUp | P90D, CALENDAR_DAYS, PHONE, true
				9, MAIL, BOTTOM_UP | stopBottomUp | P90D, CALENDAR_DAYS, PHONE, true
				""");
	}

	@TestFactory
	@DisplayName("With whom to speak of the budget, by the size of the company (004-13)")
	Stream<DynamicTest> contactLevel() {
		return examples("contactLevel", """
				1 | small | OWNER, Dueño o presidente
				49 | small | OWNER, Dueño o presidente
				50 | medium | FINANCE, Director financiero o controller
				249 | medium | FINANCE, Director financiero o controller
				250 | large | AREA, Dirección del área, con su responsable financiero
				""");
	}

	@TestFactory
	@DisplayName("Whether need, budget and feasibility fit (002-05)")
	Stream<DynamicTest> qualification() {
		return examples("qualification", """
				NO, YES, YES | noNeed | UNFIT
				PARTLY, YES, NO | notFeasible | UNFIT
				YES, NO, PARTLY | noBudget | NOT_YET
				PARTLY, PLANNED, YES | partlyNeed | NOT_YET
				YES, YES, YES | fits | QUALIFIED
				YES, PLANNED, PARTLY | fits | QUALIFIED
				""");
	}

	@TestFactory
	@DisplayName("How long whoever said no is kept")
	Stream<DynamicTest> prospectRetention() {
		return examples("prospectRetention", """
				REFUSED | refused | 12, Compromiso propio de la organización; RGPD, art. 5.1.e, N
				LOST | lost | 24, Compromiso propio de la organización; RGPD, art. 5.1.e, N
				LEFT_ALONE | leftAlone | 1, RGPD, art. 21.3; LOPDGDD, art. 23, C
				SPAM | spam | 1, Compromiso propio de la organización; RGPD, art. 5.1.e, N
				""");
	}

	@TestFactory
	@DisplayName("How often a call may be put off (004-67)")
	Stream<DynamicTest> deferralLimit() {
		return examples("deferralLimit", """
				TOP_DOWN | topDown | 3
				BOTTOM_UP | bottomUp | 2
				""");
	}

	@TestFactory
	@DisplayName("By how much a ratio has to fall before somebody practises it (004-68)")
	Stream<DynamicTest> coachingMargin() {
		return examples("coachingMargin", """
				APPOINTMENT | appointment | true, 5, 20, true, 0, P10D, WORKING_DAYS
				PROPOSAL | proposal | true, 20, 10, false, 30, P10D, WORKING_DAYS
				CLOSE | close | true, 15, 10, true, 0, P10D, WORKING_DAYS
				""");
	}

	@TestFactory
	@DisplayName("Which discount is asked about first, and when whoever got a quote is called (002-13)")
	Stream<DynamicTest> quoteTerms() {
		return examples("quoteTerms", """
				0 | none | false, P3D, WORKING_DAYS
				1 | small | false, P2D, WORKING_DAYS
				5 | small | false, P2D, WORKING_DAYS
				6 | large | true, P2D, WORKING_DAYS
				""");
	}

	@TestFactory
	@DisplayName("Who delivers what was sold, and by when (002-15)")
	Stream<DynamicTest> deliveryStart() {
		return examples("deliveryStart", """
				0 | small | sales, P5D, WORKING_DAYS
				9999 | small | sales, P5D, WORKING_DAYS
				10000 | large | supervisors, P10D, WORKING_DAYS
				""");
	}

	@TestFactory
	@DisplayName("Who is called some days after what, by whom, and how often it is tried (004-57)")
	Stream<DynamicTest> followUpPolicy() {
		return examples("followUpPolicy",
				"""
						COMPLAINT, false, true, GOLD | dropped | false, P1D, WORKING_DAYS, OWNER, PHONE, 4, 1, PT4H, WORKING
						PURCHASE, false, false, STANDARD | dropped | false, P1D, WORKING_DAYS, OWNER, PHONE, 4, 1, PT4H, WORKING
						COMPLAINT, true, true, GOLD | complaintSaid | false, P1D, WORKING_DAYS, OWNER, PHONE, 4, 1, PT4H, WORKING
						COMPLAINT, true, false, SILVER | complaint | true, P5D, WORKING_DAYS, OWNER, PHONE, 4, 3, PT4H, WORKING
						COMPLAINT, true, false, GOLD | complaintGold | true, P3D, WORKING_DAYS, SUPERVISORS, PHONE, 4, 5, PT4H, WORKING
						ESCALATION, true, true, STANDARD | escalationSaid | false, P1D, WORKING_DAYS, OWNER, PHONE, 4, 1, PT4H, WORKING
						ESCALATION, true, true, SILVER | escalationSaidDear | true, P15D, WORKING_DAYS, OWNER, PHONE, 8, 3, PT4H, WORKING
						ESCALATION, true, false, STANDARD | escalation | true, P15D, WORKING_DAYS, OWNER, PHONE, 4, 3, PT4H, WORKING
						SALE, true, false, STANDARD | sale | true, P10D, WORKING_DAYS, OWNER, PHONE, 8, 3, PT4H, WORKING
						SALE, true, true, GOLD | saleDear | true, P5D, WORKING_DAYS, OWNER, VISIT, 8, 3, PT4H, WORKING
						PURCHASE, true, false, STANDARD | purchase | true, P5D, WORKING_DAYS, SALES, PHONE, 26, 2, PT4H, WORKING
						PURCHASE, true, true, GOLD | purchaseDear | true, P3D, WORKING_DAYS, SALES, PHONE, 13, 3, PT4H, WORKING
						""");
	}

	@TestFactory
	@DisplayName("Why customers leave, and whether we could have done something (004-32)")
	Stream<DynamicTest> lossCause() {
		return examples("lossCause", """
				DIED | died | Falleció, false
				MOVED | moved | Se mudó lejos, false
				CLOSED | closed | Cerró el negocio, false
				QUALITY | quality | Bajó la calidad, true
				VALUE | value | No le sale a cuenta, true
				SERVICE | service | Empeoró el servicio, true
				OTHER | other | Otra causa, true
				""");
	}

	@TestFactory
	@DisplayName("Who calls a customer who seems to be leaving, by when, and how long a purchase is awaited (004-33)")
	Stream<DynamicTest> retentionTerms() {
		return examples("retentionTerms", """
				0, STANDARD | other | sales, P3D, P90D, WORKING_DAYS
				9999, SILVER | other | sales, P3D, P90D, WORKING_DAYS
				9999, GOLD | gold | sales, P1D, P60D, WORKING_DAYS
				10000, STANDARD | large | sales, P1D, P60D, WORKING_DAYS
				""");
	}

	@TestFactory
	@DisplayName("What reasons of losses are called (002-06, 002-16)")
	Stream<DynamicTest> lossReasons() {
		return examples("lossReasons", """
				NO_NEED | noNeed | No lo necesita
				NO_BUDGET | noBudget | No tiene presupuesto
				PRICE | price | Le parece caro
				TIMING | timing | No es el momento
				NO_DECISION | noDecision | No se decide nadie
				FEATURES | features | Le falta algo al producto
				SERVICE | service | No le convence el servicio
				TRUST | trust | No nos conoce o no se fía
				UNREACHABLE | unreachable | No se consigue hablar
				OTHER | other | Otro motivo
				""");
	}

	@TestFactory
	@DisplayName("What to say in a call (004-65)")
	Stream<DynamicTest> callScript() {
		return examples("callScript",
				"""
						TOP_DOWN | openingTopDown moneyTopDown questions objections closing | Apertura, Quién soy, por qué le llamo a usted y qué cambio de su empresa me ha hecho llamar, En sus números, Qué cuesta, qué ahorra al año y en cuántos meses se recupera, con las cifras de su empresa, Preguntas clave, Qué problema tiene, desde cuándo, qué le cuesta y qué ha probado ya, Objeciones, Escuche entera la objeción, repítala con sus palabras y conteste con un ejemplo, Cierre, Proponga el siguiente paso con día y hora, y repita lo acordado
						BOTTOM_UP | openingBottomUp questions objections closing | Apertura, Quién soy y qué trabajo suyo conozco; pregunto cómo lo hacen hoy, Preguntas clave, Qué problema tiene, desde cuándo, qué le cuesta y qué ha probado ya, Objeciones, Escuche entera la objeción, repítala con sus palabras y conteste con un ejemplo, Cierre, Proponga el siguiente paso con día y hora, y repita lo acordado
						""");
	}

	private static Stream<DynamicTest> examples(String key, String lines) {
		DecisionTable table = DecisionTable.of(key);
		List<String> examples = lines.lines().toList();
		List<String> hit = new ArrayList<>();
		Stream<DynamicTest> each = examples.stream().map((line) -> dynamicTest(line, () -> {
			String[] columns = line.split("\\|");
			List<Hit> hits = table.evaluate(table.read(columns[0]));
			hits.forEach((one) -> hit.add(one.rule()));
			assertThat(hits.stream().map((one) -> one.rule().replaceFirst("rule_[a-zA-Z]+_", "")))
				.containsExactly(columns[1].strip().split(" "));
			assertThat(String.join(", ", hits.stream().map(Hit::answer).toList())).isEqualTo(columns[2].strip());
		}));
		return Stream.concat(each, Stream.of(dynamicTest("every rule of " + table + " has an example",
				() -> assertThat(hit).containsAll(table.rules().stream().map(Rule::getId).toList()))));
	}

}
