"""What the invented analysts know about resilience and regulatory reporting."""

RESILIENCE = """
# incident rehearsals | exercises; crisis
d rehearse with one key person missing
g halve the time to the first decision
w exercises are scripted so that everybody shines
w the same three people rescue every rehearsal
s {64-78}% of exercises end on time, which no incident does
s decision time doubles when {w2-3} named people are absent
x surprise exercises cost goodwill that real incidents need
a Who decides when she is on holiday?
q Rehearse the absence, not the plan
i We took the hero out of the room, and learnt everything
t who decides when the first two names do not answer
# important services | mapping; tolerance
d name ten services that may not stop
g focus {70-84}% of resilience money on them
w everyone's service is important when money follows
w lists are drawn by department and felt by {customers}
s the average list of critical services has {48-96} entries
s {customers} name {w4-6} services that they would miss within a day
x whatever is left off the list learns that it is
a What may never stop?
q A list of ninety is no list
i We had a hundred and four top priorities
t which ten services {customers} would miss first
# impact tolerances | tolerance; metrics
d set tolerances from harm to {customers}
g win agreement on limits in {w3-5} weeks
w tolerances are set at what can be achieved today
w hours of outage are easy to count and harm is not
s {w6-7} in ten tolerances equal last year's recovery time
s harm rises steeply after {w5-9} hours and then hardly at all
x a tolerance that is honest is failed at once
a After how long does it hurt?
q Measure harm, not hours
i Our limit was whatever we had managed last time
t who is harmed first, and after how long
# backups | backup; recovery
d restore one system from scratch every month
g raise tested recovery from {w2-3} in ten systems to {w7-8}
w backups are monitored and restores are hoped for
w no one schedules a rebuild during {peak} or after it
s {29-42}% of restores fail the first time
s a full rebuild takes {w3-5} times the estimate
x restoring in a corner proves little about restoring everything
a When did you last restore it?
q Nobody wants a backup, everybody wants a restore
i The backup was green for two years and empty for one
t which system was last rebuilt from nothing
# change freezes | change; risk
d shorten freezes to the days that matter
g spread changes so that failures fall by {16-27}%
w freezes are extended after each incident and never cut
w work piles up behind the gate and leaves all at once
s {w4-5} in ten failed changes fall within ten days of the end of a freeze
s the average freeze lasts {19-37} days and protects {w4-6}
x a short freeze needs trust that a long one spares
a What does the freeze protect?
q Everything breaks the week after
i We froze until we were solid, and then we cracked
t how many failures follow the end of a freeze
# status communication | communication; customers
d say what is known every thirty minutes
g bring calls during an outage down by {35-52}%
w every sentence waits for a lawyer
w engineers know early and {customers} hear late
s the first public word comes {70-140} minutes after the first complaint
s {customers} forgive {w2-3} times as readily when told before they notice
x regular words with no news test patience
a Who tells {customers}, and when?
q Say what you know, and when you will say more
i The newspaper knew our cause before we did
t how long the first public word took last time
# shared platforms | concentration; dependency
d list what depends on each shared platform
g find {w3-6} hidden chains in a month
w shared platforms are cheap because many depend on them
w each owner knows who is above and none who is beside
s {w5-6} in ten major outages begin in a service with no business owner
s one directory or name service sits beneath {83-95}% of everything
x separation costs exactly what sharing saved
a What sits beneath everything?
q The most boring service is the most critical
i It was a clock, of all things
t what stops if the directory does
# manual workarounds | workarounds; continuity
d keep paper procedures for the first four hours
g continue {41-63}% of work by hand
w the forms were thrown away in the last tidy-up
w those who worked by hand have retired
s {staff} under thirty have done the work by hand in {6-13}% of {sites}
s manual work can be kept up for {w5-9} hours before errors mount
x what was written by hand must be typed in afterwards
a Could you do it with a pencil?
q Paper is a system with no outages
i The oldest colleague became the most popular
t who has ever done it by hand
# root-cause reviews | post-mortem; learning
d ask how it made sense at the time
g turn {w6-7} in ten actions into lasting changes
w reviews look for a person and find one
w actions are written for closure
s human error is named in {58-71}% of reviews and explains little
s {w3-4} in ten incidents repeat one already reviewed
x a blameless review can feel like a lack of care to those who were hurt
a Why did it seem right at the time?
q Human error is where the review should start
i I pressed the button that the procedure told me to
t which action of the last review changed anything
# severe but plausible scenarios | scenarios; planning
d write scenarios with people from the {sites}
g surface {w4-7} weaknesses that head office had missed
w head office imagines what it can present
w scenarios grow more dramatic and less useful every year
s {w7-8} in ten scenarios begin with a cyber attack, {w2-3} in ten outages do
s the commonest cause of a lost day is still power or water
x small scenarios rarely move large budgets
a What would really happen on a wet Tuesday?
q Dull scenarios find more
i We had a plan for a meteor and none for the lift
t what stopped work last year, really
# recovery order | recovery; priorities
d agree the order of recovery before the outage
g bring key services back {w5-11} hours sooner
w the loudest owner is restored first
w dependencies run against the order of importance
s {52-66}% have no agreed order of recovery
s identity and network stand near the bottom of the average list and are needed first
x an agreed order is torn up by the first powerful call
a What comes back first?
q Recovery follows dependencies, not rank
i Finance was up first, and nobody could log in
t what must be up before anything else
# resilience reporting to boards | board; reporting
d show the board one failure in detail
g lead to {w2-3} funded actions a meeting
w dashboards are green by design
w near misses are reported as successes
s boards see {38-70} indicators and remember {w2-4}
s {69-82}% of indicators have been green for a year
x a failure told well can crowd out five that were not
a When was it last red?
q One story, told honestly
i It was green on the day it fell over
t which indicator has ever been red
"""

REGULATORY_REPORTING = """
# report inventories | inventory; simplification
d list every return with its reader
g drop {13-24}% of returns after asking who reads them
w returns are added by law and removed by nobody
w teams fear that stopping will be noticed
s {w2-3} in ten returns have no known reader
s the inventory held by the regulator and one's own differ by {11-21}%
x asking whether a return is needed may renew the interest in it
a Does anybody read this?
q Stop one, and listen
i We stopped sending it, and they thanked us
t which return has no known reader
# late corrections | quality; resubmission
d lock figures earlier and _explain differences
g reduce resubmissions by {32-49}%
w the ledger closes after the return is due
w explanations are written for each figure by someone new
s {w3-4} in ten returns are corrected at least once
s {61-76}% of corrections trace back to a late entry
x locking early moves the argument to the month after
a Why is the second version always better?
q Explain the difference, keep the date
i Version nine was the final one, until ten
t how many versions the last return had
# interpretation of rules | interpretation; legal
d record each reading of a rule with its reason
g save {w6-11} days at each rule change
w interpretations live in the heads of two people
w consultants leave a deck and not a reason
s {46-60}% of readings cannot be traced to a decision
s the same sentence is read in {w2-4} ways inside one group
x a written reading can be read by the other side
a Who decided what that word means?
q Write down the why
i The reason was in a mail from someone who had left
t who decided what the hardest paragraph means
# automation of returns | automation; efficiency
d automate the stable half first
g free {24-38}% of preparation time
w the hardest return is automated first because it hurts most
w formats change faster than projects end
s {w5-6} in ten returns have not changed for three years
s automated returns need {w2-3} hours a month, manual ones {w4-6} days
x an automated error arrives on time, every time
a Which return never changes?
q Automate what is boring
i We had automated the one that was abolished
t which returns have not changed for three years
# control evidence | controls; audit
d collect evidence while the control runs
g cut audit preparation by {29-45}%
w evidence is assembled afterwards from memory and mail
w testers ask for what testers asked for before
s {w6-7} in ten hours of an audit go into finding files
s {17-28}% of controls exist twice under two names
x evidence that collects itself is rarely looked at
a Where was the proof on the day?
q Proof is a by-product or a burden
i We took the screenshot in April, of January
t which proof was made after the event
# supervisory requests | ad hoc requests; regulators
d answer ad hoc requests from one desk
g bring the answer time down to {w4-8} days
w each request is new to the person who gets it
w four functions answer, and none compares
s {35-48}% of questions were answered before, elsewhere in the house
s contradictory answers draw {w2-3} follow-up questions each
x one desk soon becomes the place where requests wait
a Have we been asked this before?
q One memory, one voice
i We had told them two different truths
t who would notice two different answers
# rule-change radar | horizon scanning; change
d judge rule changes by the work they make
g discard {w7-8} in ten alerts on the first day
w feeds report everything and rank nothing
w the impact is assessed by those who will not do the work
s a mid-sized organisation receives {90-240} alerts a month
s {3-7}% of alerts lead to any change
x a quick no is occasionally an expensive one
a Which rule will change somebody's Monday?
q Count the work, not the pages
i We read it all and were surprised all the same
t which alert last changed a process
# data for regulators | data quality; granularity
d build granular data once and _aggregate from it
g reconcile returns with {w4-6} times fewer breaks
w each return was built from its own extract
w granular requests arrive one template at a time
s the same {customer} is reported {w5-8} times in different shapes
s {72-85}% of breaks come from timing rather than from error
x granular data shows more than the question asked
a Why do two returns disagree?
q Report once, in detail
i Our returns had never met
t which two returns should agree and do not
# sign-off | accountability; attestation
d give signatories a page about what is uncertain
g make {w3-4} in ten sign-offs a real conversation
w signatures are collected up a ladder of trust
w the signatory sees totals and the preparer sees doubts
s signatories spend {w6-14} minutes on a return of {80-160} pages
s {w5-6} in ten preparers had a doubt that never travelled
x a page of doubts is discoverable
a What did you sign?
q Let doubt travel upwards
i I signed because she had, and she had because he had
t which doubt never reached the signature
# cost of compliance | cost; efficiency
d measure compliance cost by rule
g redirect {8-15}% of the budget to higher risks
w costs are booked by department and caused by rule
w old rules are cheap to cite and dear to keep
s {w2-3} rules cause {38-52}% of the total cost
s {21-33}% of effort serves rules with no finding in five years
x a price on a rule can look like an argument against it
a What does this rule cost?
q Every rule has an invoice
i We spent most on what nobody feared
t which rule costs most and protects least
# regulatory technology | regtech; vendors
d buy tools for one rule at a time
g reach daily use within {w4-7} months
w platforms promise every rule and deliver a configuration
w vendors know the text and not the ledger
s {43-57}% of tools are used for fewer than half of the rules bought
s single-rule tools pay back {w2-3} times as fast as platforms
x five small tools want five small contracts
a Which single rule hurts most?
q Buy small, switch on soon
i We licensed the whole world and reported for Malta
t how many of the bought rules are in use
# reporting teams | team; workload
d rotate preparers across returns twice a year
g end dependence on single experts in {w7-8} of ten returns
w the person who knows is the person who may not leave
w the same six people work through {peak}
s {38-51}% of returns depend on one person
s overtime during {peak} is {w3-4} times the yearly average
x rotation makes each return slower twice before it gets faster
a Who can do this when she is ill?
q Knowledge should be boringly shared
i My holiday was fixed by the ministry
t which return only one person can prepare
"""
