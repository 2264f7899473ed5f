"""What the invented analysts know about sustainability and energy."""

SUSTAINABILITY = """
# supplier emissions data | scope 3; suppliers
d collect primary data from the largest fifty suppliers
g replace {46-64}% of estimates with measurements
w small suppliers are asked for what they cannot know
w averages are safer to publish than real figures
s {71-86}% of reported supply chain emissions are spend multiplied by an average
s the largest {40-60} suppliers make up two thirds of the total
x better data usually makes the figure go up
a Measured, or multiplied?
q Fifty real figures beat five thousand guesses
i Our emissions fell because prices did
t which suppliers sent a measured figure
# double materiality | materiality; disclosure
d ask those affected before those who report
g cut material topics from {w16-22} to {w7-10}
w everything is material to somebody in the workshop
w a long list offends no one
s {w5-6} in ten material topics have no target
s peers in the same trade share {77-90}% of their lists
x a short list must be defended line by line
a What would you leave out?
q Material means that something was left out
i Nobody dared to vote against bees
t which topic was dropped, and why
# assurance of sustainability figures | assurance; audit
d let internal audit test figures a year early
g halve the findings of the first external review
w figures are gathered by mail and agreed by telephone
w factors are updated without a note
s {39-53}% of reported figures cannot be rebuilt from their sources
s first reviews raise {w14-23} findings, most about boundaries
x early tests tell you what you must then disclose
a Could a stranger rebuild this figure?
q Sustainability figures deserve a ledger
i The source was a conversation
t which figure could not be rebuilt
# climate targets | targets; transition plans
d break the long target into yearly budgets
g keep {w6-7} in ten sites on their path
w the date is far enough away to be somebody else's
w plans name technologies and no money
s {62-76}% of targets have no budget line behind them
s those with yearly budgets cut emissions {w2-3} times as fast
x yearly budgets punish a cold winter
a What must happen by next December?
q Distant targets need near budgets
i I will have retired twice by then
t what the plan asks of next year
# waste and packaging | waste; packaging
d weigh waste by {site} every week
g reduce mixed waste by {18-32}%
w waste is charged by the bin and thought about by no one
w packaging is chosen by marketing and paid for by operations
s {33-47}% of what leaves as mixed waste could be sold
s {sites} that see their figure beside a neighbour's cut waste {w2-3} times as fast
x recyclers' prices can turn a gain into a fee within a month
a What is in the bin?
q Weigh it, show it, watch it fall
i We were paying to throw away what we bought that morning
t what the fullest bin holds
# water use | water; sites
d meter water at the five largest uses
g save {11-23}% of water within a year
w water is cheap until it is missing
w bills come quarterly and leaks do not
s leaks and overnight flow make up {17-29}% of use
s {26-38}% of {sites} lie in areas that will be short of water
x savings in wet places do nothing for dry ones
a What runs at night?
q Water is local, and so is the risk
i The meter turned while everyone slept
t what flows at three in the morning
# green claims | claims; communication
d publish the proof beside each claim
g withdraw {w3-4} in ten claims before anyone asks
w words are approved by those who like them
w proof is promised in a link that leads home
s {42-56}% of environmental claims could not be substantiated within a week
s {customers} trust a modest figure {w2-3} times as much as a large word
x proof invites the kind of reader who checks
a Green compared with what?
q A small figure, well proven
i We were natural, and so is arsenic
t which claim could be proven by Friday
# sustainability teams | organisation; roles
d put carbon staff into finance and purchasing
g double the number of decisions that count carbon
w a central team writes reports about other people's choices
w the report eats the year
s {54-68}% of the team's time goes into reporting
s embedded staff influence {w4-5} times as many decisions
x embedded people adopt the goals of those they sit with
a Who decides, and who merely reports?
q Sit where the money is spent
i We knew everything and changed nothing
t how much of the week goes into reporting
# carbon accounting tools | software; carbon accounting
d settle boundaries before choosing software
g save {w3-5} months of reconfiguration
w tools arrive before the questions
w each vendor brings its own factors
s the same data gives results {9-19}% apart in different tools
s {w4-5} in ten tools are replaced within three years
x changing tools breaks the time series that targets need
a Which factor did the tool choose?
q Boundaries first, buttons later
i We changed software, and our emissions fell by a tenth
t which factors changed since last year
# biodiversity | nature; sites
d begin with land near the {sites}
g complete a first assessment in {w7-11} weeks
w nature has no unit that everybody accepts
w maps come first and decisions never
s {19-31}% of {sites} lie within a mile of protected land
s {w2-4} sites usually carry most of the risk
x local gains rarely add up to a group figure
a What lives next door?
q Nature is a map before it is a metric
i We found out from a school class
t which {site} lies nearest to protected land
# social indicators | social; workforce
d report pay gaps with their causes
g narrow unexplained gaps by {1.1-2.7} points a year
w averages are published and reasons withheld
w agency workers fall outside every figure
s {27-41}% of those who work on site appear in no social figure
s gaps explained by grade return as gaps in promotion
x causes once published become commitments
a Who is not in the figure?
q Count everyone who wears the badge
i The cleaners were in nobody's headcount
t who works here and appears in no figure
# reporting deadlines | process; calendar
d close sustainability figures with the ledger
g publish {w5-9} weeks sooner
w carbon data is gathered after the accounts are signed
w factors come out in summer and reports in spring
s the median report appears {w15-21} weeks after the accounts
s {w6-7} in ten delays come from {w2-3} late {sites}
x a faster close uses more estimates
a Why does carbon take longer than cash?
q One close for money and carbon
i By the time we knew, it was next year
t which {site} is always last
"""

ENERGY = """
# power purchase agreements | PPA; contracts
d buy long-term power in three smaller slices
g lower price risk by {22-37}%
w a single signature must guess a decade
w volume is promised by those who expect to grow
s {31-45}% of buyers are over-contracted in at least one season
s three slices cost {1-3}% more and move half as much
x the best projects want one large buyer
a What if you need less?
q Buy a decade in slices
i We had sold ourselves the sun and used it in winter
t what happens if demand falls by a fifth
# electric fleets | fleets; charging
d choose routes before vehicles
g electrify {w5-6} in ten routes at no extra cost
w vehicles are ordered before the plugs are
w range is set by the worst day of the year
s {57-73}% of daily routes are within easy range
s chargers wait {w9-16} months for a grid connection
x easy routes first leaves a hard remainder
a Where will it stand at night?
q Plugs before vehicles
i The vans arrived in March and the cable in November
t which routes return to the same yard each night
# heat in buildings | heat; buildings
d lower flow temperatures before replacing boilers
g save {9-16}% of heating energy for almost nothing
w settings date from the opening of the building
w comfort complaints are settled with more heat
s {w6-7} in ten buildings are heated at weekends for nobody
s lowering flow by ten degrees costs {w2-3} hours of a fitter's time
x one cold corner can reverse a whole programme
a Who is the heating for on Sunday?
q Settings first, machines second
i We had been heating a corridor since 1994
t which buildings are warm on Sundays
# grid connections | grid; capacity
d ask for flexible connections instead of firm ones
g connect {w9-18} months earlier
w requests are padded because nobody is charged for padding
w queues are served by date and not by readiness
s {38-52}% of requested capacity is never used
s firm connections now take {w2-4} years in the busiest areas
x flexibility is limited most in the hour that matters most
a How much power do you need at once?
q The queue is the project
i We asked for ten, needed four, and waited for ten
t what could be switched off for one hour
# demand flexibility | demand response; tariffs
d shift load by an hour or two at {sites}
g earn {2-6}% of the power bill back
w production plans ignore prices that change hourly
w the person who could shift load never sees the tariff
s {12-21}% of load could move by two hours without being noticed
s {w4-6} hot or still weeks hold most of the value
x payments fall as more people join
a What could wait an hour?
q Time is a cheap battery
i The cold store did not mind at all
t which load nobody would miss for two hours
# energy efficiency projects | efficiency; investment
d bundle small measures into one decision
g approve {w3-4} times as many measures a year
w small measures cost as much to approve as large ones
w payback is judged by rules made for machines
s {63-77}% of known measures pay back within three years and wait
s a single request for thirty measures passes in {w5-8} weeks
x in a bundle the weak measures ride along
a Why does a three-year payback wait for five?
q Approve the list, not the lamp
i The meeting cost more than the valve
t which measures have waited longer than their payback
# solar roofs | solar; sites
d size solar to weekday load
g use {78-91}% of what is made on the roof
w arrays are sized to roofs and not to habits
w export prices looked permanent
s {29-43}% of on-site output is exported at a poor price
s roof surveys rule out {w2-3} in ten suitable-looking {sites}
x a roof filled early blocks the repairs that come later
a Who uses it at noon on a Sunday?
q Size it to the load, not the roof
i We were the cheapest supplier in the street
t how much of the output is used on site
# energy data | metering; data
d meter the ten largest uses by the quarter hour
g find {7-13}% of consumption that serves nothing
w bills arrive as one figure for a whole {site}
w meters were installed and never connected
s {34-48}% of installed sub-meters send no data
s base load at night is {41-57}% of the daytime load
x data without an engineer is a screensaver
a What runs when nobody is there?
q The night shift of forgotten machines
i The graph was flat, and that was the bad news
t what the {site} uses on a holiday
# hydrogen and other options | hydrogen; technology
d list the uses that electricity cannot reach
g narrow hydrogen plans to {w2-4} real uses
w options are kept open because closing one offends
w subsidies define the question
s {w7-8} in ten early hydrogen plans have a cheaper electric answer
s delivered cost remains {w2-4} times the figure in the first studies
x the few real uses are hard and will not be ready together
a What can only be done this way?
q Start from the use, not the molecule
i The molecule was looking for a job
t which use has no electric answer
# energy price hedging | hedging; risk
d hedge consumption that is certain
g narrow the swing in the power bill by {33-51}%
w hedges are judged by hindsight
w budgets want a number and markets give a range
s {w4-5} in ten hedges were placed within a month of the peak
s certain load is {58-72}% of the total and easily known
x a hedge that lost money has no friends
a Which share of the load is certain?
q A hedge is not a bet
i We bought insurance and mourned that nothing burned
t which part of the load is certain
# behaviour at {sites} | behaviour; operations
d give each {site} one energy habit a month
g reduce use by {5-9}% without investment
w posters ask everyone, and everyone is nobody
w {staff} control the switches and never see the meter
s habits that save a minute spread, and those that cost one do not
s {sites} of the same kind differ by {27-46}% in use
x habits fade in {w4-6} months without a neighbour to beat
a Why does the twin use a third less?
q The cheapest engineer is a habit
i Door closed, and that was most of it
t which twin {site} uses least
# transition finance | finance; capital
d link loans to measures instead of scores
g lower borrowing cost by {8-19} basis points
w scores move for reasons unrelated to the plant
w banks and engineers use different words for done
s {w5-6} in ten linked loans are tied to targets already met
s measure-based loans are signed {w6-9} weeks faster
x a missed measure costs more in reputation than in interest
a Would you have done it without the loan?
q Pay for the boiler, not for the rating
i The target had been met in the footnotes
t which target was not already met at signing
"""
