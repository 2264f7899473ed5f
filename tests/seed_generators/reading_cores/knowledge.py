"""What the invented analysts know about data governance and applied AI."""

DATA_GOVERNANCE = """
# data ownership | ownership; roles
d name one owner for each critical field
g resolve data disputes in {w3-6} days instead of weeks
w committees own data and people change it
w ownership is announced without time to exercise it
s {22-35}% of critical fields have an owner who knows it
s an owner needs {w2-4} hours a week and receives none
x owners leave, and the title stays on the page
a Who may say that this number is right?
q A committee cannot answer the telephone
i My name was in the catalogue, and nobody had told me
t who decides when two systems disagree
# data catalogues | catalogue; metadata
d describe the fifty tables that are used
g raise weekly use of the catalogue to {34-52}% of analysts
w everything is listed and nothing is explained
w descriptions are written by those who load the data
s {4-9}% of tables answer nine tenths of all questions
s most catalogues are opened {w2-3} times by each person and then never
x a short list needs a bouncer
a Which fifty tables matter?
q A short list that is true
i I searched for revenue and found sixty-one of it
t which tables were queried last month
# definitions of a customer | definitions; master data
d publish two definitions of a {customer} and their difference
g shorten the monthly argument by {w2-3} meetings
w each team counts what it is paid for
w one true definition would cost somebody a bonus
s {w4-7} definitions are in use at the same time in a typical organisation
s the highest count exceeds the lowest by {19-36}%
x a published difference is a published disagreement
a How many {customers} do you have?
q Two honest counts beat one imposed
i Marketing had more {customers} than there were people
t which count goes to the board
# data quality rules | data quality; monitoring
d attach each quality rule to a decision
g reduce open quality tickets by {41-58}%
w rules check what is easy to check
w defects are counted, and consequences are not
s {w7-8} in ten quality rules have never led to a correction
s {3-7}% of defects cause four fifths of the rework
x a rule tied to a decision dies when the decision moves
a Which error costs money?
q Perfect data is late data
i It was ninety-nine per cent correct, and wrong where it counted
t which decision each rule protects
# access to data | access; privacy
d grant access for a purpose and a period
g cut waiting time for data from {19-33} days to {w2-4}
w approvals are collected from people who know neither the data nor the asker
w a refusal is safe and a delay is free
s {53-68}% of granted access is never used after the first month
s analysts wait {16-28} days and by then have found another way
x expiring access annoys exactly those who use it well
a Why does a yes take three weeks?
q Access should expire like milk
i By the time it was granted I had changed jobs
t how much granted access was used this quarter
# retention and deletion | retention; privacy
d delete on schedule and _log that it was done
g remove {27-43}% of personal records without a complaint
w legal gives a minimum and everyone hears a maximum
w deletion has no sponsor until there is a breach
s {58-73}% keep personal data beyond their own stated limit
s records past their date make up {w3-4} in ten of those exposed in breaches
x what is deleted today may be asked for tomorrow
a What would you rather not have?
q The safest record is the one you no longer hold
i We had the addresses of people who had died
t which records are past their own date
# data contracts between teams | data contracts; engineering
d agree a data contract at each hand-over
g prevent {46-62}% of broken reports
w upstream teams change a field and downstream teams find out
w nobody upstream can see who depends on what
s {w5-6} in ten broken reports begin with a renamed field
s a contract for the top {20-40} feeds covers most of the damage
x contracts freeze mistakes as firmly as good design
a Who is told before the column changes?
q Promise less, keep it
i They had improved it, and payroll stopped
t who reads the field before it is renamed
# reference data | reference data; standards
d keep codes in one place with a history
g spare {w8-14} days of mapping in each project
w every system is born with its own list of countries
w mapping tables multiply in the dark
s the median organisation maps {31-57} lists of the same thing
s {9-16}% of mapped codes point to something that no longer exists
x one central list becomes the slowest queue in the house
a Why do you have nine lists of regions?
q Codes need an archive as well as an owner
i According to us, one country had been abolished twice
t how many lists of regions are in use
# lineage | lineage; audit
d trace the twenty figures that leave the house
g answer an auditor in {w2-4} days
w lineage tools draw everything and explain nothing
w the last step is always a copy by hand
s {44-59}% of published figures pass through a manual step
s tracing one figure by hand takes {w9-17} hours
x a perfect picture of a bad path is still a bad path
a Where does this number come from?
q Trace few figures, all the way
i The arrow ended at Brenda
t which published figure cannot be traced
# consent records | consent; privacy
d store the words that {customers} agreed to
g keep {82-93}% of consents usable after a change of purpose
w a tick is stored and the sentence beside it is not
w each channel asks in its own words
s {36-50}% of stored consents cannot be tied to a text
s {customers} who are asked again plainly agree {w5-6} times in ten
x asking again always loses some who would never have noticed
a Yes to what?
q Keep the question with the answer
i We had four million ticks and no sentence
t what sentence stood beside the tick
# data literacy | literacy; training
d teach data with the team's own reports
g double the number of reports that are questioned
w courses teach tools and work needs judgement
w nobody admits to not reading the chart
s {61-75}% of managers take decisions on charts they would not explain
s half a day on one's own reports beats {w3-4} days in a classroom
x people who ask good questions slow meetings down
a Would you bet on that chart?
q Literacy begins with doubt
i It went up, so we were pleased, and it was the complaints
t which report was last challenged, and by whom
# governance boards | governance; decisions
d let the board decide three things a month
g clear the backlog in {w4-7} months
w boards review progress because progress is easy to present
w the people who could decide send a deputy
s {48-63}% of governance meetings end without a decision
s decisions made outside the board are {w2-3} times as fast and as good
x a board that decides will also be blamed
a What did the board decide last month?
q Three decisions, then coffee
i We had met eleven times and agreed on a logo
t which decision waited longest
"""

APPLIED_AI = """
# drafting assistants | generative AI; writing
d use AI to draft and people to decide
g save {staff} {25-55} minutes a day
w drafts are quick to make and slow to check
w nobody is told what a good draft looks like
s {w6-7} in ten drafts are sent with fewer than three changes
s time saved in writing returns as time spent reading
x readers soon recognise the voice, and trust it less
a Who reads what nobody wrote?
q Faster to write, slower to believe
i It wrote a lovely letter to the wrong person
t who checked the last ten drafts
# pilot projects that never end | pilots; scaling
d give each pilot an end date and a budget for after
g bring {w3-4} in ten pilots into daily use
w pilots are judged by demonstrations
w integration is the second budget that nobody requested
s {72-86}% of pilots end without a decision either way
s the step from pilot to daily use costs {w4-6} times the pilot
x an end date kills some slow starters that would have paid
a What would make you stop?
q A pilot without an end is a hobby
i It was in its third year and still promising
t which figure would end the pilot
# document reading | document processing; automation
d let machines read the clean nine tenths
g clear {68-83}% of documents without a hand
w vendors quote accuracy per field and work happens per page
w exceptions are sent to those who left
s {93-97}% per field becomes {55-71}% per page
s handwritten notes cause {w4-5} in ten of the exceptions
x the remaining tenth is the hard tenth, and it tires people
a Accurate per what?
q Count pages, not fields
i It read everything, including the coffee stain
t how many pages pass without any correction
# forecasting models | forecasting; machine learning
d publish the model's misses beside its hits
g improve use of forecasts from {w3-4} in ten planners to {w6-7}
w planners are asked to trust and not shown why
w overrides are made quietly and never scored
s human overrides make {52-64}% of good forecasts worse
s planners override least where the misses are shown
x a visible miss has a long memory
a Do your overrides help?
q Keep score on both sides
i I was sure, and I was wrong in the same direction every time
t who was closer last month, the model or the planner
# model monitoring | monitoring; drift
d watch inputs before outcomes
g notice drift {w4-9} weeks sooner
w outcomes arrive long after the damage
w monitoring is built by the team that has moved on
s {41-57}% of live models have nobody on call
s inputs drift in {w6-7} of ten cases before accuracy falls
x alarms on inputs ring for every holiday
a Who is on call for the model?
q Look at what goes in
i It was still confident, and it was about last summer
t who is called when the model is wrong
# AI policies for staff | policy; guidance
d replace the policy with ten examples
g raise declared use from {17-26}% to {54-71}%
w the policy forbids what everyone does
w rules are written about tools, and tools change monthly
s {63-79}% of {staff} use AI at work and {19-31}% say so
s ten worked examples answer {w8-9} in ten questions
x examples age faster than principles
a What may I paste?
q Ten examples beat ten pages
i I pasted it first and read the policy after
t what a new colleague would paste on the first day
# agents that act | agents; automation
d let agents propose and a person release
g handle {w4-5} in ten routine cases from end to end
w rights are granted to the tool as if it were its owner
w each step is likely to work and the chain is not
s a task of {w8-12} steps succeeds {58-72}% of the time
s {w2-3} in ten failures are reported by the agent as success
x people stop looking after the hundredth correct proposal
a What may it do while you sleep?
q Nine good steps make one bad chain
i It apologised very politely for the wrong refund
t which step cannot be undone
# chatbots for {customers} | chatbots; service
d offer a person from the first message
g keep satisfaction level while closing {28-43}% of chats
w bots are measured on chats that end, not on problems that do
w the way to a person is hidden on purpose
s {w4-5} in ten contained chats come back by telephone
s {customers} who see a way out use it {w3-4} times in ten
x an open door needs somebody behind it
a Did it end, or was it solved?
q A visible exit keeps people inside
i They were not satisfied, they had given up
t how many closed chats returned within a week
# AI risk reviews | risk; regulation
d review uses of AI instead of models
g approve low-risk uses in {w2-5} days
w every idea takes the road built for the most dangerous one
w forms ask about algorithms and harm comes from use
s {77-88}% of proposed uses are low risk by anyone's measure
s a full review costs {w9-16} working days across five functions
x a light review needs someone who may say stop later
a What could go wrong for whom?
q Judge the use, not the engine
i We spent six weeks on a tool that sorts the canteen menu
t who would be harmed if it were wrong
# training data | data; labelling
d label a thousand cases with your own experts
g match {89-96}% of the accuracy of a bought model
w experts are too dear to label and too dear to be wrong
w bought data answers somebody else's question
s experts agree with each other on {71-84}% of cases
s {800-1500} careful labels beat {w9-10} times as many bought ones
x experts label as the rule says, not as they act
a Do your experts agree?
q Your own thousand beat anybody's million
i We disagreed on what a complaint was
t how often two experts give the same answer
# cost per answer | unit economics; models
d send easy questions to small models
g lower cost per answer by {45-68}%
w everything is sent to the best model because it was tried first
w nobody sees the price of a question
s {w6-8} in ten questions could be answered by a model a tenth of the price
s a cached answer serves {14-27}% of questions
x routing adds a judge, and the judge can be wrong
a What does an answer cost?
q Small questions, small models
i We asked a professor for the time
t what the last thousand answers cost
# jobs changed by AI | jobs; work design
d redesign the job before buying the licence
g move {w5-8} hours a week to work that was left undone
w licences are bought by seat and work is done in teams
w time saved in minutes is spent in minutes
s {w7-8} in ten users save time and {w2-3} in ten teams do
s the gain is largest among those in their first two years
x beginners who never struggle may never become experts
a Where did the saved hour go?
q Tasks vanish, jobs shift
i I finish earlier and wait for everyone else
t what the team stopped doing
"""
