"""What the invented analysts know about hybrid work and asset maintenance."""

HYBRID_WORK = """
# anchor days | office days; teams
d agree one anchor day by team
g double the hours that teams spend together
w fixed days fill the building and split the team
w attendance is counted and company is not
s people meet their own team on {27-41}% of the days they come in
s one agreed day brings {w6-7} in ten team members together
x the favourite day is everyone's favourite day
a Whom did you meet?
q Come in for someone
i I commuted for an hour to sit in calls alone
t whom people met when they came in
# desk sharing | desks; real estate
d share desks by neighbourhood
g cut floor space by {21-34}% with fewer complaints
w ratios are set for a Wednesday and felt on a Monday
w booking works until someone leaves a coat
s desks are occupied {31-44}% of the time, and {78-92}% on Wednesdays
s {w3-4} in ten bookings are never used
x a neighbourhood can become a territory
a Who is sitting there?
q Share with people you know
i The coat had a better attendance than its owner
t how full it is on the fullest day
# meeting load | meetings; focus
d cancel standing meetings once a year
g return {w2-4} hours a week to each person
w meetings are cheap to call and rude to refuse
w status is told because nobody writes it down
s {37-49}% of meeting hours are spent by people who say nothing
s {w2-3} in ten cancelled meetings come back
x what returns is sometimes longer
a Which meeting would you miss?
q Cancel all, keep some
i We met to prepare the meeting about meetings
t which meeting nobody asked to have back
# frontline flexibility | frontline; flexibility
d let {staff} swap shifts without asking
g reduce unfilled shifts by {14-26}%
w flexibility was written for those with laptops
w supervisors approve swaps on a wall of paper
s {61-75}% of {staff} have no say in when they work
s swaps agreed between colleagues fail {w2-3} times less often than imposed ones
x good shifts gather around the well connected
a Flexible for whom?
q The other half cannot work from home
i I do not want home, I want Thursday
t who has no say over the hours
# managers of hybrid teams | managers; trust
d write down what is expected by result
g narrow the rating gap between home and office by {w4-6} in ten
w presence is remembered at appraisal
w expectations are felt and not said
s those seen most are rated {6-13}% higher for equal work
s {w5-6} in ten managers have changed nothing but the calendar
x written results reward what is easy to write
a Did you see it, or did it happen?
q Out of sight, out of bonus
i I became visible and was promoted
t how ratings differ between home and office
# newcomers in hybrid teams | onboarding; early career
d give newcomers company for the first eight weeks
g bring independence forward by {w3-5} weeks
w newcomers sit where the experienced do not
w questions that take a minute wait for a call
s newcomers ask {w2-4} times fewer questions at a distance
s {staff} under twenty-five come in most and meet the fewest
x company for newcomers must be somebody's duty
a Who is there when they are?
q The first eight weeks need company
i I had the whole floor to myself and nobody to ask
t who sits beside the newest person
# office design | offices; design
d build rooms for two and quiet for one
g raise days in the office by {11-22}% without a rule
w offices are drawn for photographs
w open floors serve those who pass through
s {w4-5} in ten people come in for quiet they do not find
s rooms for eight hold {w2-3} on average
x small rooms are claimed by nine in the morning
a What is the office for?
q Two chairs and a door
i The slide was lovely, and we met on the stairs
t which rooms are always full
# remote hiring | recruitment; location
d hire within two hours of an office
g widen the pool by {w3-5} times and _keep the team together
w anywhere turned out to mean anywhere with good trains
w pay bands follow postcodes and resentment follows pay bands
s {43-57}% of remote hires live within {60-110} minutes
s those farther away leave {w2-3} times as often
x a line on a map is always unfair to someone
a How far is too far?
q Near enough for Thursday
i Anywhere was fine until the first budget meeting
t how far away those who left were living
# wellbeing | wellbeing; workload
d agree when not to answer
g lower evening messages by {33-48}%
w nobody asks for an answer and everybody gives one
w the boss writes late to clear the desk
s {w5-6} in ten evening messages are sent by {w1-2} in ten people
s {staff} who may ignore messages report {12-21}% less exhaustion
x quiet evenings need someone on duty
a Who expects an answer tonight?
q Silence must be allowed out loud
i He only wrote at midnight so as not to forget
t who sends most of the evening messages
# return-to-office rules | policy; attendance
d explain what each office day is for
g keep {w8-9} in ten people through a tighter rule
w rules are set by a number that sounded fair
w badges count bodies
s resignations rise by {4-9} points in the quarter after an unexplained rule
s attendance rises for {w9-14} weeks and then slides back
x a reason that is not true is worse than none
a Why Tuesday?
q A reason fills a room longer than a rule
i I badge in, drink a coffee and go home
t what each office day is for
# collaboration tools | tools; communication
d give each kind of message one place
g reduce time spent searching by {17-29}%
w every team adopts the tool of its favourite colleague
w old tools are kept for one group that will not move
s the average person looks in {w5-8} places for one document
s {24-36}% of messages ask where something is
x one place for each kind is broken by the first executive
a Where did we put it?
q One place for each kind of word
i It was in the chat of a meeting I had missed
t in how many places people look
# travel and gatherings | travel; offsites
d spend travel on gatherings instead of routines
g cut travel cost by {19-31}% while teams meet more
w routine visits survive because the diary does
w gatherings have agendas that leave no time to meet
s {w4-5} in ten trips could have been a call and were dull
s two gatherings a year hold a distributed team for about {w4-6} months each
x those with children pay for gatherings twice
a What was the trip for?
q Meet rarely, properly
i We flew nine people to read slides aloud
t which trips changed anything
"""

MAINTENANCE = """
# predictive maintenance | sensors; prediction
d start with one failure that everybody knows
g avoid {w3-4} in ten breakdowns of that kind
w sensors are fitted where they fit
w the model finds what fitters already hear
s {w7-8} in ten alerts tell the fitter nothing new
s a warning is worth having {w5-9} days ahead and worthless at one
x a failure that is prevented leaves no evidence
a Which failure would you pay to foresee?
q Start with the failure, not the sensor
i The machine had been telling us, and so had Frank
t which breakdown hurts most
# work order quality | work orders; data
d let fitters dictate what they found
g turn {61-76}% of work orders into usable history
w orders are closed with a full stop
w drop-down lists offer other
s {34-49}% of closed orders carry the cause other
s {w2-3} minutes of speech hold more than a page of codes
x spoken notes must be read by somebody
a What was wrong with it?
q Other is not a cause
i Fixed, it said, forty-one times
t how many orders give the cause as other
# spare parts | spares; inventory
d hold spares by consequence rather than price
g cut stockouts of critical parts by {29-44}%
w dear parts are refused and cheap ones forgotten
w parts for scrapped machines are still on the shelf
s {23-36}% of spares fit nothing that is still in use
s {w3-4} in ten long outages wait for a part under two hundred
x a part held for ten years may fail when it is fitted
a What is missing when it matters?
q The cheap part stops the dear machine
i A washer, and eleven hours
t which cheap part could stop a {site}
# maintenance backlog | backlog; risk
d rank the backlog by what happens if nothing is done
g close {w5-6} in ten risky items within two quarters
w the oldest and the loudest go first
w backlog is counted in orders, which are not alike
s {19-32}% of open orders have already been done or no longer matter
s {4-8}% of the backlog carries most of the risk
x a ranked backlog tells you what you knew and did not fix
a What if nobody did it?
q Half the backlog is memory
i We had an order to repair a wall we had removed
t which open order would be regretted most
# shutdown planning | shutdowns; planning
d freeze shutdown scope eight weeks ahead
g finish {w7-8} in ten shutdowns on time
w scope grows until the first day
w each department has waited a year for its turn
s scope added in the last {w4-6} weeks costs {w2-3} times as much
s {41-55}% of delay comes from work found once things are open
x a frozen scope has a side door
a When does the list close?
q The last addition costs the most
i Someone always remembers a valve
t when the last item was added
# contractor maintenance | contractors; outsourcing
d pay contractors for hours that run
g lift availability by {3-7} points
w contracts pay for visits
w knowledge leaves in the contractor's van
s {w4-5} in ten visits repeat one within ninety days
s paying by availability costs {5-9}% more and saves {w2-3} times that
x availability can be bought by postponing what matters
a What are you paying them to want?
q Pay for running, not for repairing
i They were always here, and that should have told us
t how many visits repeat an earlier one
# asset registers | asset register; data
d walk the {site} with the register in hand
g correct {17-29}% of entries in a week
w registers are filled from purchase and not from sight
w things move and codes do not
s {13-24}% of registered assets cannot be found
s {8-15}% of what is found is in no register
x a corrected register begins to age at once
a Where is it, exactly?
q Go and look
i The asset was listed, insured and gone
t how many listed assets were seen this year
# condition inspections | inspections; drones
d inspect more often and more simply
g find defects {w3-5} months earlier
w thorough inspections are rare because they are thorough
w findings are graded so as not to alarm
s {57-71}% of serious defects were visible a year before
s a ten-minute look by {staff} finds {w6-7} in ten of them
x more looking finds more that cannot be mended now
a Who walks past it every day?
q Ten minutes, every week
i I had seen the crack, and nobody had asked me
t who walks past it every day
# ageing assets | ageing; investment
d show renewal need by year of failure
g win {9-18}% more renewal money without a crisis
w age is quoted where condition is meant
w every budget pushes the hump one year on
s {33-47}% of assets are past their book life and fit
s the hump of deferred renewal grows by {4-7}% a year
x a picture of a wave invites someone to wait for it
a Old, or worn out?
q Age is not condition
i It was sixty and better than the new one
t which asset is young and worn
# mobile tools for technicians | mobile; field work
d design the app for one thumb and no signal
g save technicians {21-38} minutes a day
w forms were made for offices with chairs
w the network ends where the work begins
s {w3-4} in ten jobs are done without coverage
s {46-61}% of photographs are taken twice, once for a friend
x a simple app hides what planners want to know
a Can it be used in the rain?
q One thumb, no signal
i I write it on my hand and type it in the van
t what works without a signal
# safety at work | safety; near misses
d reward the report of a near miss
g lower lost-time injuries by {18-31}%
w a clean record is easier to reach by silence
w reports lead to forms and forms to nothing
s near misses outnumber reports by {w5-9} to one
s {sites} with the most reports have {w3-4} in ten fewer injuries
x rewards for reports draw reports for rewards
a What nearly happened?
q A quiet site is not a safe site
i We had a thousand days without a report
t what nearly happened last month
# maintenance skills | technicians; skills
d train operators to do first-line care
g free {15-27}% of technicians' hours
w a bulb needs a ticket
w operators were told not to touch
s {w4-5} in ten calls need no tool at all
s first-line care takes {w6-11} minutes a shift
x lines between trades were drawn after quarrels
a Who may tighten a screw?
q Care is not repair
i It was unplugged, and I drove for an hour
t which calls needed no tool
"""
