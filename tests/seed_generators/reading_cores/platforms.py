"""What the invented analysts know about cloud bills and old systems."""

CLOUD_COST = """
# idle test environments | test environments; waste
d switch off test environments at night
g cut the compute bill by {9-19}%
w no team owns the schedule
w starting up again is feared more than paying
s {38-56}% of non-production hours are billed while everyone sleeps
s one test environment in {w4-6} has had no visitor for a quarter
x savings vanish within a year unless someone sees the invoice
a Who turns the lights off at night?
q The cheapest server is the one that sleeps
i We were heating an empty house
t which environments run at three in the morning, and for whom
# reserved capacity | commitments; discounts
d commit to reserved capacity in small steps
g lower unit prices by {18-33}% without stranded contracts
w commitments are signed at year end on last year's curve
w discounts are visible and unused hours are not
s {14-25}% of committed capacity goes unused
s teams that buy monthly waste a {third|quarter} of what yearly buyers waste
x a good discount can hold an old design in place
a What did you promise to use?
q A discount on what you do not need
i We saved thirty per cent on twice too much
t how much of last year's commitment was used
# chargeback | chargeback; accountability
d show each team its own bill every week
g slow growth in spending by {11-22}%
w bills reach finance and decisions are made elsewhere
w shared costs are spread like butter
s {57-72}% of engineers have never seen what their service costs
s spending bends within {w4-7} weeks of the first visible bill
x a bill without a lever only spoils the mood
a Does the person who starts it see what it costs?
q Show the bill where the button is
i The engineer fixed it in an hour, once he had seen it
t how long after the spending the team hears of it
# data transfer charges | egress; architecture
d place chatty services next to each other
g take {20-37}% off transfer charges
w diagrams show services and not the distance between them
w transfer is priced per gigabyte and argued per project
s transfer makes up {6-14}% of the bill and {w2-3} in ten surprises
s a single nightly copy explains {31-46}% of transfer in a typical estate
x moving services together can undo the reason they were apart
a What is travelling, and why every night?
q Data has a commute
i We paid for a round trip that nobody had booked
t which copy runs every night, and who reads it
# storage that nobody deletes | storage; retention
d give every bucket an expiry date
g shrink stored volume by {24-42}%
w keeping is free for the keeper
w nobody was ever thanked for deleting
s {46-64}% of stored objects have not been read since they were written
s backups of backups fill {9-17}% of storage
x legal holds make a mess of any simple rule
a When was this last read?
q Forgetting is a feature
i There were snapshots of a machine we had sold
t what share of storage was read this year
# cloud forecasts | forecasting; budgeting
d forecast from orders and {customers} instead of last month
g bring forecast error below {6-10}%
w budgets are set by trend and broken by launches
w finance asks in March and engineers know in June
s forecasts miss by {17-29}%, nearly always downwards
s {w3-4} launches a year explain most of the gap
x drivers that predict today stop predicting after a redesign
a What makes the bill grow, in one word?
q Forecast the cause, not the curve
i We drew a straight line through a staircase
t which business figure the bill follows
# unit cost | unit economics; metrics
d express the bill per thousand transactions
g settle the argument over growth in {w2-3} meetings
w a total tells nobody whether to worry
w everyone has a different denominator
s {19-31}% can state what one transaction costs
s unit cost fell by {8-16}% a year where it was published, and rose where it was not
x a good unit price hides a useless transaction
a What does one transaction cost?
q Totals alarm, units explain
i Our bill doubled, and it was good news
t which unit the board would understand
# oversized machines | rightsizing; performance
d resize machines after the first month of use
g remove {21-35}% of capacity without a slower page
w the first size is a guess and becomes a standard
w nobody was ever paged for being too large
s the median machine uses {11-19}% of its processor
s {w7-8} in ten sizes were copied from another project
x averages hide what {peak} needs
a Who chose that size, and from what?
q Guess, run, shrink
i It had been sized for a launch that was cancelled
t what the machine does in its busiest hour
# multi-cloud arrangements | multi-cloud; strategy
d choose one main provider and one way out
g save {9-18}% of platform effort
w two providers were the result of two departments
w portability is bought early and used never
s {63-78}% run on several clouds and {5-11}% ever moved a workload between them
s a second provider adds {13-24}% to platform staffing
x a single provider negotiates from strength
a Is it a strategy, or an accident with two invoices?
q Two clouds, one team, half the skill
i We are portable in theory and exhausted in practice
t which workload has ever moved
# marketplace purchases | licences; procurement
d route marketplace purchases through one buyer
g recover {7-15}% of software spending
w a click counts as engineering and not as procurement
w commitments reward spending through the marketplace
s {w3-4} in ten marketplace tools duplicate one already licensed
s {27-39}% of marketplace spend renews without review
x a slow buyer sends people back to their cards
a Who bought this with a click?
q A purchase order in disguise
i We owned four of them and used the trial
t which tools renew themselves next month
# AI workloads on the bill | AI; GPUs
d set a monthly ceiling for model experiments
g keep {78-90}% of results for half the money
w experiments have an owner and no end
w the largest model is tried first
s model experiments grew from {2-4}% to {11-19}% of the bill in two years
s {w5-6} in ten accelerator hours wait for data
x ceilings bite on the one experiment that mattered
a How much does one more try cost?
q Start small, stop often
i The accelerator was idle and the meter was not
t when each experiment will be switched off
# savings programmes | FinOps; governance
d keep two engineers on cost all year round
g sustain savings of {13-22}% over three years
w savings weeks are heroic and brief
w waste returns in the shape of new projects
s {62-75}% of one-off savings are gone after {w12-16} months
s every full-time post on cost returns {w4-7} times its salary
x the easy savings make the next year look like failure
a Where did last year's savings go?
q Tidying is a habit, not a project
i We cleaned the kitchen once and called it done
t what happened to the savings of the year before
"""

LEGACY_SYSTEMS = """
# retirement of old systems | decommissioning; portfolio
d switch systems off read-only before removing them
g retire {w4-7} systems a year instead of one
w the last user is never found
w savings are booked when the new system starts, not when the old one stops
s {34-47}% of replaced systems are still running two years later
s the last {4-8}% of users account for most of the delay
x read-only is comfortable and can last a decade
a Who would notice if it stopped?
q A system is replaced when it is off
i We turned it off on a Tuesday and waited for a call
t who logged in last month, and why
# undocumented rules | knowledge; rules
d write down rules from what the system does
g recover {81-93}% of business rules before migration
w the code is the only document that is kept up to date
w those who knew retired with a cake
s {w3-4} in ten rules found in code serve a law that has changed
s half of the exceptions concern fewer than {12-40} {customers}
x old mistakes are faithfully carried over as requirements
a Which rule does nobody dare to remove?
q The code remembers what people forgot
i There was an exception for one person, by name
t which rules exist for fewer than ten cases
# batch windows | batch; mainframe
d break the nightly batch into pieces that can be repeated
g end the night {w2-3} hours earlier
w each job waits for one before it out of habit
w restart means starting from midnight
s {44-58}% of dependencies between jobs are historical
s the batch finishes within {20-50} minutes of opening time during {peak}
x shorter nights invite more jobs
a What if the night were too short?
q The batch is a queue in disguise
i We prayed at five every morning
t which jobs could start two hours earlier
# migration by slices | migration; incremental
d move one {site} before the rest
g uncover {61-77}% of defects in the first slice
w big dates are good for posters
w every slice needs a bridge and bridges have no sponsor
s sliced migrations run {12-22}% longer and fail {w3-4} times less
s the second slice takes {w4-5} tenths of the effort of the first
x two systems side by side tire everyone who must know both
a Which slice would teach you most?
q Move one, learn, move ten
i The first one was so small that we could laugh
t which {site} can be moved back
# mainframe skills | skills; mainframe
d pair each veteran with two apprentices for a year
g halve the number of sole experts
w the young are told that the platform is dying
w veterans are too busy to be copied
s {48-61}% of mainframe experts will retire within {w5-8} years
s an apprentice is useful after {w7-10} months and safe after two years
x apprentices with rare skills are hired away
a Who can read this in five years?
q The platform outlives its readers
i He had written it, and he was seventy-one
t how many people could restart it alone
# interfaces to old systems | APIs; integration
d put a stable interface in front of the old system
g let {w3-4} new services start before the migration ends
w every project builds its own tunnel
w the interface copies the old screen field by field
s the median old system has {37-82} interfaces and {w2-3} documents
s {w4-5} in ten interfaces carry a file that nobody opens
x a good interface takes away the urgency to replace what is behind it
a What would break if you changed one field?
q First a door, then a new house
i A file went out each night to an address that bounced
t which interface nobody reads
# business cases for modernisation | business case; funding
d argue with risk and hiring rather than savings
g win funding in {w6-7} of ten cases
w savings come late and belong to others
w the old system looks cheap because it was paid for long ago
s {71-84}% of approved cases overstate savings in the first two years
s the cost of change on old platforms rises by {6-11}% a year
x fear is an argument that works only once
a What does it cost to stand still?
q Standing still has a price list
i The board asked what happens if we do nothing, and we had the figure
t how many requests were refused because of the old system
# packaged software upgrades | ERP; upgrades
d undo customisations before upgrading
g remove {29-45}% of custom code that nobody missed
w each change was small and urgent at the time
w vendors set the date and consultants the price
s {51-66}% of customisations repeat something the package now does
s upgrades cost {w3-5} times as much where reports were rewritten
x some oddities turn out to be the reason {customers} stay
a Who asked for this, and are they still here?
q Subtract before you upgrade
i We had paid twice to make it look like 1998
t which customisation was never used this year
# spreadsheets that became systems | spreadsheets; shadow IT
d register spreadsheets that feed a decision
g bring {w5-6} in ten critical sheets under control within a year
w a spreadsheet is finished on the day it is needed
w official projects take longer than the question lives
s {67-81}% of the reports needed during {peak} pass through at least one private sheet
s one critical sheet in {w3-5} contains a formula error that moves a figure
x a register that scolds will stay empty
a Which sheet would stop {peak}?
q The most important system has tabs
i The file was called final version two, and payroll ran on it
t who may change the formula in the middle
# vendor end of support | end of life; risk
d plan for end of support two budgets ahead
g avoid {70-85}% of extended support fees
w dates are known for years and believed for weeks
w extended support is easier to sign than a project
s {26-39}% of core software is past its support date
s extended support costs {35-60}% more each year it is renewed
x some vendors move the date for those who shout
a What will you run on the morning after?
q The date was in the contract
i We extended it three times and called it strategy
t which products lose support before the next budget but one
# data migration | migration; data quality
d clean data at the source before it is moved
g halve the weekends needed for cut-over
w cleaning is left to the last weekend
w nobody will say which records may be dropped
s {18-29}% of records moved are never opened again
s {w3-4} trial runs find {86-94}% of faults, and two find half
x cleaning in the old system delays the very project it serves
a What are you bringing along, and why?
q Do not move house with the rubbish
i We migrated forty thousand people who had moved away
t which records nobody will miss
# parallel running | cut-over; testing
d end parallel running on a fixed date
g save {w6-10} weeks of double work
w every difference is investigated, and there is always a difference
w nobody is asked to accept that the old system was wrong
s {w6-7} in ten differences turn out to be errors of the old system
s {staff} enter the same data twice for {w5-9} weeks on average
x a fixed end needs a person who will defend it
a When is different good enough?
q The old system is a witness, not a judge
i We were matching an error to the penny
t what difference would be accepted, in writing
"""
