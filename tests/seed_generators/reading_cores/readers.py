"""The readers the firm writes for, its kinds of article and its analysts (all invented)."""

# role: (name in a sentence, interviewees, what an article adds for this reader)
ROLES = {
    "CIO": (
        *("CIOs", "chief information officer|head of applications|IT director"),
        """
The architecture questions come in an annex.
Comes with a page on what to ask the platform team.
A closing box lists what has to be built and what can be bought.
The systems behind {anchor} are named one by one.
Technology leaders will find the order of work at the end.
Integration effort is estimated apart, for {anchor} and for {anchor2}.
CIOs are asked to bring one engineer to the discussion, and told why.
Half of the work turned out to be interfaces, and they are drawn.
A sketch shows the older systems around {anchor}.
The part that software can do is kept apart from the part that it cannot.
What IT is asked to contribute to {thing} is listed, in weeks.
What a CIO can refuse, and what not, is said openly.
We note which data is needed for {thing}, and who holds it.
Data flows for {anchor} are drawn on one page.
A paragraph for CIOs explains what not to automate yet.
The smallest useful tool for {thing} is described in a box.
""",
    ),
    "CFO": (
        *("finance chiefs", "finance director|group controller|chief financial officer"),
        """
One table sets the cost of {thing} beside the gain.
Comes with the three lines a finance committee will ask about.
Payback is given in months, with its range.
Finance chiefs get a version of the case without adjectives.
The budget line that pays for it is named.
The effect on the year's result is set out separately for {anchor}.
We show what the figures look like if only half of it works.
A worksheet helps to put one's own numbers to {anchor}.
The cost of waiting another year is worked out as well.
For the budget round, the sums are given per month and per {site}.
Savings are split into those that reach the ledger and those that do not.
CFOs will want the appendix on {anchor}, where most of the money is.
The sceptical view from finance is given the last word.
Comes with a business case of one page.
What {thing} cost before and after is shown to the nearest thousand.
We separate cash from savings, since budgets so rarely do.
""",
    ),
    "CMO": (
        *("marketing chiefs", "marketing director|head of brand|chief marketing officer"),
        """
Comes with a page on what may be said in public.
The effect on reputation is looked at on its own.
Marketing chiefs will find the view of {customers} in the last section.
How to explain {thing} to {customers} in two sentences is suggested.
A short section asks what {customers} will notice.
It ends with the message that worked and two that did not.
How to talk to {customers} about {thing} is the subject of a box.
CMOs get a page on promises that nobody should make.
We asked {customers} as well, and print what they said.
The words that {customers} use for {anchor} are listed beside our own.
For communication teams, there are three sentences to avoid.
What it does to trust is measured with two plain questions.
The part about {anchor} is written for those who have to explain it outside.
For brand teams, we say which parts of {thing} are worth a story.
There is a calendar for telling {customers}, and it starts early.
For marketing, a box asks how much of this {customers} would notice.
""",
    ),
    "COO": (
        *("operations chiefs", "operations director|head of operations|chief operating officer"),
        """
Comes with the daily routine that keeps it going.
The hand-overs between departments are drawn out.
Operations chiefs get the plan for the first ninety days.
We list what stops on the first morning.
The work is described from the place where it is done.
A one-page plan names who does what by when.
COOs will find a day at one {site} described hour by hour.
Effort is given in hours a week, for {anchor} first.
What {staff} said about it is reported without polish.
The sequence that disturbed the {sites} least is set out.
We show how to try it at one {site} before telling the others.
A short section deals with {peak}, when none of it can be done.
The morning meeting that made it stick is described.
Routine work around {anchor} is timed before and after.
There is a box on what {sites} should stop doing in exchange.
For operations, the order of steps matters more than their number.
""",
    ),
    "Head of HR": (
        *("heads of HR", "head of HR|people director|head of workforce"),
        """
What the change asks of job descriptions is set out at the end.
Comes with notes on training time and on who needs it.
We also asked the people whose week it changes.
Heads of HR will find the effect on workload measured.
It closes with the questions people asked, and honest answers.
Targets and bonuses that pull the other way are listed.
Who gains time and who loses it is shown by job.
We name the three roles whose working day changes most.
{Staff} were asked how it felt after six months, and answered.
Hiring needs around {anchor} are estimated for two years.
A box describes the skill that was missing in most places.
The people side of {thing} has a chapter of its own.
HR will want the pages on who should be told first.
How to choose the first team, and how not to, is described.
Workload around {anchor} is looked at hour by hour.
We say which habits had to be unlearnt, and by whom.
""",
    ),
    "Product": (
        *("product leaders", "head of product|product director|service owner"),
        """
Comes with the journey of {customers} before and after.
Product leaders get three small bets instead of one large one.
What {customers} noticed is kept apart from what they said.
The smallest version worth testing is described.
It says what to leave out of the first release.
Screens and wordings are shown as they were tested.
For product teams, we list the five requests to refuse.
A box shows how it was tested with a dozen people.
The backlog that came out of it is printed, cuts included.
What it means for {anchor} is told as a before and after.
Product owners will find a test plan for two weeks.
Three product ideas came of it, and one is shown to have failed.
The first release dealt with {anchor} and left the rest alone.
One measure of whether it works is proposed, and two are rejected.
One page separates what must be ready from what can follow.
The trial that failed is described in a sidebar.
""",
    ),
    "Risk": (
        *("risk officers", "chief risk officer|head of compliance|head of internal audit"),
        """
What could go wrong is listed, with an owner for each line.
Comes with the controls that proved worth keeping.
Risk officers will find the residual risk stated plainly.
The evidence an auditor will ask for is described.
It separates what is likely from what is merely frightening.
One page shows how the risk moves and who ends up with it.
A risk statement for {anchor} is offered in two sentences.
We note which control around {thing} can go without being missed.
Near misses are reported beside the losses.
The worst plausible month for {anchor} is worked through.
Compliance teams get the wording that survived a review.
A box looks at {anchor} with an auditor's eyes.
For the risk committee, the argument is put on one page.
Three questions a supervisor might ask are answered in advance.
For audit committees, there is a summary without jargon.
Early signs of trouble with {anchor} are described.
""",
    ),
    "Procurement": (
        *("procurement heads", "head of procurement|purchasing director|category manager"),
        """
The contract wording that goes with {thing} is included.
Comes with the clauses that made the difference.
Procurement heads get the questions for the next tender.
We show what vendors will concede and what they will not.
The supplier's side of the table is heard as well.
A list of what to put in the next contract closes the text.
Buyers will find a price for outside help with {thing}, and when to refuse it.
What to ask vendors about {thing} fits on a card, and is printed.
For procurement, a box deals with outside help bought by the week.
A tender for outside help is taken apart, requirement by requirement.
For buyers, it says which outside help with {thing} is worth its price.
Purchasing teams are told which vendor promise to test first.
What suppliers around {anchor} think of it is reported as well.
We spoke to five vendors about {thing} and report where they disagree.
Buyers who deal with {anchor} get three questions to ask.
For buyers, there is a page on who else is at the table.
""",
    ),
}

# a kind of article with its weight, its lengths and its levels
KINDS = {
    "Report": (20, "medium long long", "practice practice deep"),
    "Note": (19, "short", "introduction practice practice"),
    "Case study": (17, "short medium medium", "practice practice deep"),
    "Benchmark": (11, "medium medium long", "practice deep"),
    "Interview": (10, "short medium", "introduction practice"),
    "Forecast": (8, "medium long", "practice deep"),
    "Checklist": (8, "short", "introduction introduction practice"),
    "Data brief": (7, "short", "introduction practice deep"),
}
PAGES = {"short": (2, 7), "medium": (8, 20), "long": (21, 64)}

# name: topics (numbers in the order of TOPICS, from 1)
ANALYSTS = """
Maren Aldous: 1 2
Tobias Quill: 1 17
Ingrid Falkenberg: 1 13
Ravi Sundaresan: 1 4
Chiara Bellandi: 1 16
Hester Okonjo: 2 12
Lukas Brandauer: 2 14
Petra Valtonen: 2 15
Dermot Kinsale: 2 11
Amara Osei-Lund: 3 6
Joost van Eyck: 3 22
Nadia Ferrante: 3 4
Samir Haddadi: 3 9
Greta Lindqvist: 4 14
Colin Marchbank: 4 5
Yuki Tanabe: 4 24
Beatriz Salgado: 5 23
Henrik Solberg: 5 24
Priya Raghunath: 5 22
Owen Tregarth: 6 11
Lucía Montalbán: 6 10
Fergus Abernethy: 6 12
Mei-Ling Chow: 7 10
Stefan Kuzmin: 7 8
Rosalie Dufour: 7 4
Anders Nyholm: 7 16
Jonah Whitcombe: 8 9
Katarzyna Wilk: 8 13
Bram Osterhout: 8 18
Ottilie Krämer: 9 14
Desmond Achebe: 9 23
Silvia Moravec: 9 10
Hannah Prewitt: 10 21
Arjun Mehrotra: 10 19
Elif Karadağ: 10 24
Gareth Pennant: 11 13
Noor Al-Rashidi: 11 3
Viktor Sandqvist: 11 8
Imogen Rathbone: 12 13
Paolo Ventresca: 12 11
Ulrike Baumgart: 12 14
Thandiwe Mokoena: 13 17
Rory Cathcart: 14 15
Agnieszka Dorn: 14 6
Freya Thorburn: 15 16
Mateus Carvalhal: 15 2
Linnea Aspgren: 15 24
Dominik Hruska: 16 17
Celeste Armitage: 16 1
Kofi Brempong: 17 18
Sinead Garrity: 17 19
Marguerite Lasalle: 18 20
Pekka Rautio: 18 19
Zara Whitlock: 18 21
Daniel Obuya: 19 20
Annika Seifert: 19 18
Tamsin Gorse: 20 18
Emeka Nwosu: 20 19
Isolde Hartung: 20 21
Rashid Benomar: 21 22
Philippa Crane: 21 23
Mikkel Dahlgaard: 21 22
Esther Vanterpool: 22 3
Leon Strasser: 22 11
Giulia Pontecorvo: 23 5
Maxwell Oduya: 23 21
Sofie Laurent: 23 24
Nikhil Deshpande: 24 10
Constance Merriweather: 24 16
Bogdan Ilić: 24 8
"""
