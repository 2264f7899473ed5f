"""How the firm words its titles and abstracts; names in braces are filled per article."""

SUBTITLES = """
{thing} at {orgs}
{thing} in {industry}
lessons from {nordic}{orgs}
what {n} {orgs} taught us
the view from {industry}
{nordic}{orgs} and {thing}
why {orgs} should {do}
notes from a visit to {an_org}
{thing} with an eye to {anchor}
{anchor} as a test case
a lesson from {anchor}
{doing} at {orgs}
what {orgs} can learn from {anchor2}
"""

TITLES = {
    "": """
{quip}
{quip}: {sub}
{quip}: {sub}
{ask}
{ask} {Thing} at {orgs}
{ask} A question for {nordic}{orgs}
{ask} {Thing} in {industry}
{ask} Notes on {anchor}
Why {why}
Why {why}: {sub}
{Thing}: why {why}
""",
    "Report": """
{Thing} in {industry}: what {n} {orgs} taught us
The state of {thing} among {nordic}{orgs}
{Orgs} that {do} {gain}
From {anchor} to {anchor2}: {thing} in {industry}
What {nordic}{orgs} do about {thing}
{Thing} and the {org}
Two years of {doing}: results from {orgs}
{Thing} after the easy wins
Beyond good intentions: {orgs} and {thing}
""",
    "Note": """
A second look at {thing} in {industry}
{Thing} and {anchor}
The case for {doing}: {orgs}
What {orgs} get wrong about {thing}
What nobody tells {orgs} about {thing}
{Thing}: a smaller start for {orgs}
Less talk of {anchor}, more of {thing}
In praise of {doing}
Second thoughts on {doing} at {orgs}
Let {orgs} {do}
""",
    "Case study": """
How {an_org} in {city} {did}
How {an_org} in {city} {did}
The {org} that {did}
How {an_org} {gained}
{Months} months in {city}: {thing} at {an_org}
{City} tries something else: {doing}
A {nordic_org} learns to {do}
What {an_org} in {city} changed first: {thing}
It started with {anchor}: how {an_org} {gained}
""",
    "Benchmark": """
{Thing}: how {nordic}{orgs} compare
{Thing} in {industry}, measured
Where {nordic}{orgs} stand on {thing}
{Thing} by the numbers: {n} {orgs}
The best quarter of {orgs} and the rest: {thing}
Ahead or behind? {Thing} at {nordic}{orgs}
{Thing} benchmark for {orgs}
How good is good? {Thing} across {n} {orgs}
""",
    "Interview": """
“{quote}”
“{quote}”: {thing} at {an_org}
“{quote}”: {a_person} in {city} on {thing}
“{quote}”: a talk about {thing} in {industry}
{A_person} on {thing} and {anchor}
In conversation: {doing} at {an_org}
“{quote}”: looking back with {a_person}
""",
    "Forecast": """
{Thing} in {industry} to {year}
What {year} holds for {thing} at {orgs}
By {year}, most {orgs} will {do}
{Orgs} in {year}: three scenarios for {thing}
Where {thing} will stand in {year}: {nordic}{orgs}
{Thing}: what {nordic}{orgs} should expect by {year}
The road to {year}: {thing} in {industry}
""",
    "Checklist": """
Before you {do}: {k} questions for {orgs}
{K} questions on {thing} for {orgs}
A checklist for {thing} at {orgs}
What to ask about {thing} before {peak}
{Doing}: a short list for {orgs}
{Thing} in {industry}: {k} checks
Ready to {do}? A checklist for {orgs}
{K} things to settle before {doing}
""",
    "Data brief": """
{Stat}
{Stat}
{Thing} at {nordic}{orgs} in one chart
The number behind {thing}: {orgs}
One figure on {thing} in {industry}
{Orgs} that {do} {gain}
{Thing}: what the figures for {orgs} say
{Thing} at {orgs}: the chart to show
""",
}

OPENINGS = {
    "Report": """
Across {n} {orgs}{in}, {stat}.
Interviews with {n} {orgs}{in} show that {stat}.
Our study of {n} {orgs}{in} finds that those that {do} {gain}.
{Stat}, according to our survey of {n} {orgs}{in}, and the reason given most often is that {why}.
Followed for {months} months, {orgs}{in} that {did} {gained}.
What {orgs}{in} do about {thing}, what it costs them and what it brings: {stat}.
We asked {n} {orgs}{in} how they deal with {thing}: {stat}, and {why}.
Two years of records from {n} {orgs}{in} suggest that those that {do} {gain}.
The debate about {thing} is long on opinion, so we counted: {stat} among {n} {orgs}{in}.
Fieldwork at {n} {orgs}{in} tells the same story at almost every visit: {why}.
{Orgs}{in} speak of {thing} as settled, yet {stat}.
For this report we spent {months} months with {n} {orgs}{in} and learnt that {stat}.
{Orgs}{in} have tried for years to {do}; the {n} in this study that managed it {gained}.
Where {orgs}{in} fall short on {thing}, it is mostly because {why}.
An account of {thing} at {n} {orgs}{in}, from the first attempt to the second budget.
This study sets {anchor} beside {anchor2} at {n} {orgs}{in} and finds one thing in common: {why}.
""",
    "Note": """
{Why}, and {stat}.
{Why}; that is the best argument for {doing}.
Most advice on {thing} stops short of the hard part: {snag}.
With {thing}, the trouble begins where {why}.
When {orgs} discuss {thing}, they rarely mention that {stat}.
A visit to {an_org} in {city} prompted this note: {why}.
If {orgs} did one thing about {thing} this year, it should be to {do}.
We have changed our mind about {thing}: {snag}.
Three conversations with {orgs}{in} left the same impression: {why}.
Plenty has been written about {thing}, and little of it says that {stat}.
It is fair to ask {orgs} to {do}, and fair to say that {snag}.
A reader at {an_org} asked {test}; the honest answer is that few can say.
The talk at {orgs}{in} is of {anchor}, while {stat}.
A few {orgs}{in} have begun to {do}, and those {gain}.
There is a quiet way to improve {thing}, which is to {do}.
Nobody we met at {orgs}{in} could say {test}.
{Orgs}{in} keep asking us about {thing}, usually after noticing that {stat}.
""",
    "Case study": """
{An_org} in {city} {did} and {gained}.
When {an_org} in {city} {did}, it {gained} within {months} months.
It took {an_org} in {city} {months} months to {do}, and it would not go back.
{Why}: that finding led {an_org} in {city} to {do}.
{An_org} in {city} wanted to {do} and met the usual obstacle: {why}.
Step by step through a project in {city}: who asked for it, what it cost and how {an_org} {gained}.
A visit to {an_org} in {city}, {months} months after the change: what stayed and what slipped back.
{An_org} in {city} shows its figures before and after; it {gained}.
Work at {an_org} in {city} began with {anchor}, because {why}.
The second attempt succeeded: {an_org} in {city} {gained} once it had learnt that {why}.
Nobody at {an_org} in {city} could say {test}, and that settled the argument for {doing}.
A new {person} at {an_org} in {city} found that {why}, and decided to {do}.
{An_org} in {city} {gained}; this is the diary of the people who did the work.
With a small budget and {months} months, {an_org} in {city} {did}.
Two teams at {an_org} in {city} disagreed about {thing} until they looked at {anchor} together.
""",
    "Benchmark": """
{N} {orgs}{in}, one scale: {stat}.
How {n} {orgs}{in} compare on {thing}: {stat}.
{Stat}; the benchmark covers {n} {orgs}{in} and gives medians and quartiles.
In our sample of {n} {orgs}{in}, the best quarter {do} and {gain}.
Figures from {n} {orgs}{in}, by size and by year, on {thing} and what moves them.
We lined up {n} {orgs}{in} and found that {stat}.
The middle of {n} {orgs}{in} is further from the top than anyone expected, largely because {why}.
Measured the same way at {n} {orgs}{in}, {stat}.
The gap between the first and the last quarter of {n} {orgs}{in} has one main cause: {why}.
Those that {do} {gain}; the other {orgs} in a sample of {n} stay where they were.
Quartiles for {thing} at {n} {orgs}{in}, with {anchor} and {anchor2} shown separately.
""",
    "Interview": """
The {person} of {an_org} in {city} on {thing}: {why}.
The {person} of {an_org} in {city} looks back on the decision to {do} and on what followed.
A conversation with the {person} of {an_org} in {city} about {thing}, and about {anchor} above all.
Why {an_org} in {city} chose to {do}, as its {person} tells it.
“{quote},” says the {person} of {an_org} in {city}, and explains the decision to {do}.
The {person} of {an_org} in {city} spent two years on {thing} before it became clear that {why}.
“{quote},” the {person} of {an_org} in {city} remembers; since then it has become normal to {do}.
The {person} of {an_org} in {city} explains why {why} and what it took to change that.
On {thing}, the {person} of {an_org} in {city} begins with {anchor} and closes on a warning.
Half an hour with the {person} of {an_org} in {city}, who would do it again and would start sooner.
""",
    "Forecast": """
By {year}, we expect {x}% of {orgs}{in} to {do}; today it is fewer than {y}%.
We expect {thing} to move up the agenda of {orgs}{in} before {year}, because {why}.
Three scenarios for {thing} among {orgs}{in} to {year}; in the likeliest, those that {do} {gain}.
Today, {stat}; by {year} we expect the figure for {orgs}{in} to have moved by about a third.
{Orgs}{in} that {do} before {year} will {gain}, and the others will follow at a higher price.
What has to happen before {year} for {orgs}{in} to {do} as a matter of course.
Our view of {thing} to {year} rests on {n} conversations with {orgs}{in} and on one fact: {stat}.
Most {orgs}{in} will {do} by {year}, we believe, and those that start now will {gain}.
The share of {orgs}{in} that {do} should pass {x}% in {year}, from under {y}% today.
Until {year}, little will change for {orgs}{in} as long as {why}.
""",
    "Checklist": """
{K} questions for {orgs} that want to {do}, beginning with {test}.
Before {doing}, find out {test}, {test2} and who will be asked to sign.
A list to take into the next meeting on {thing}: {test}, {test2}, and {k2} more.
{K} checks on {thing}, each to be answered in a sentence, from {test} to {test2}.
For {orgs} that would like to {do} before {peak}: what to settle, with whom and in which order.
{K} checks that take an afternoon at {an_org} and show {test}.
Everything to agree before {doing}, on one page, drawn from {n} visits to {orgs}{in}.
The points that {orgs}{in} forgot when they set out to {do}, in the order in which they hurt.
An afternoon is enough to learn {test}, and {k} short checks show how.
It begins with {test} and ends with a date: {k} checks for {thing}.
""",
    "Data brief": """
One chart, {n} {orgs}{in}: {stat}.
{Stat}: a chart and a paragraph of caution.
The figure of the month: {stat}, measured at {n} {orgs}{in}.
{Stat}, and {stat2}; both figures come from {n} {orgs}{in}.
{N} {orgs}{in} sent us their figures on {thing}, and {stat}.
A small sample, {n} {orgs}{in}, and a clear direction: {stat}.
We counted at {n} {orgs}{in} and found that {stat}.
Records from {n} {orgs}{in} show that {stat}, while {stat2}.
Of {n} {orgs}{in}, only a handful {do}; that handful {gain}.
Plotted for {n} {orgs}{in}, {thing} and {anchor} tell a simple story: {why}.
""",
}

SECONDS = """
The usual cause is that {why}.
Interviews point the same way, for {why}.
The reason is a plain one: {why}.
It persists because {why}.
Ask around, and the answer is that {why}.
Nobody planned it; {why}.
Part of the answer is that {why}.
Behind the figures stands a simple fact: {why}.
What {anchor} and {anchor2} have in common is that {why}.
The pattern is the same for {anchor}, where {why}.
Too often, {why}.
{Why}, and {anchor} are no exception.
Much of it comes down to habit, as {why}.
Be warned that {snag}.
The limit is known too: {snag}.
It does not come free, since {snag}.
The second year brings a caution, which is that {snag}.
Not everybody gains, because {snag}.
Where it failed, {snag}.
We also report what went wrong, namely that {snag}.
The catch comes later, when {snag}.
Even so, {snag}.
{Snag}, which is why we advise starting with {anchor}.
Two {orgs} turned back, having found that {snag}.
The weak point is that {snag}.
Critics reply that {snag}, and they have a point.
Those that {do} {gain}.
It can be otherwise, and those that {do} {gain}.
{Orgs} that {do} {gain}, although {snag}.
In our sample, {orgs} that {did} {gained}.
The few that {do} {gain}.
We suggest that {orgs} {do}.
Our advice is to {do}, beginning with {anchor}.
A first step fits into a quarter: {do}.
The remedy is unglamorous, which is to {do}.
We argue for {doing}, and for patience.
Examples come from {anchor} and {anchor2}.
{Anchor} and {anchor2} serve as examples.
The figures are shown separately for {anchor} and for {anchor2}.
Most of the evidence comes from {anchor}.
The examples are taken from {anchor}, where the stakes are easiest to see.
A longer section deals with {anchor}.
{Orgs} will recognise it from {anchor}.
For scale, {stat}.
The survey behind it covers {n} {orgs}{in} and shows that {stat}.
Elsewhere, {stat}.
By our count, {stat}.
The question to begin with is {test}.
Ask first {test}.
If nobody can tell {test}, start there.
By the last page, readers should be able to say {test}.
We would start by asking {test}.
It closes with a test for {anchor}: {test}.
At {an_org}, nobody could say {test}.
“{quote},” as {a_person} told us.
“{quote},” said {a_person} in {city}, and the room agreed.
One {person} summed it up: “{quote}.”
"""
