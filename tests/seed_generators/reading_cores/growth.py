"""What the invented analysts know about marketing measurement and new products."""

MARKETING = """
# incrementality tests | experiments; incrementality
d switch advertising off in a few regions
g move {14-27}% of the budget to channels that cause something
w platforms mark their own homework
w nobody wants to be the one who went dark
s {w4-5} in ten counted conversions would have happened anyway
s a test of {w5-8} weeks in {w6-9} regions answers most questions
x a test pays in knowledge and costs in sales
a What would have happened anyway?
q Turn it off, and see
i We went dark for a month, and the phone rang as before
t what was last switched off on purpose
# media mix models | econometrics; media mix
d combine the model with one experiment a quarter
g narrow the range of estimates by {31-46}%
w models explain the past with great confidence
w inputs arrive late, and the answer is needed during {peak}
s two sound models differ by {w2-3} times on the same channel
s models checked by experiments are {w3-4} times as likely to change a budget
x an experiment that contradicts the model is blamed
a Which model would you bet on?
q Calibrate, then believe
i Both models were right, said both vendors
t which experiment the model was checked against
# brand tracking | brand; surveys
d track few questions for many years
g detect changes of {2-4} points instead of noise
w each new lead changes the questions
w trackers report wiggles
s {63-77}% of reported changes lie within the margin of error
s awareness hardly moves within a year in a calm market
x a long series keeps old questions alive
a Did it move, or did it wobble?
q The same question, for ten years
i We celebrated a rounding error
t which question has stayed the same for five years
# attribution reports | attribution; digital
d report what attribution cannot see
g end {w2-3} quarrels a quarter
w the last click is the easiest to bill
w each channel adds up to more than the whole
s channels together claim {135-210}% of sales
s {34-48}% of journeys cross a device or a person and are lost
x a list of blind spots comforts the sceptics
a Who claims the same sale?
q The sum of claims exceeds the sales
i We had sold it twice and delivered once
t by how much the channels' claims exceed the sales
# customer lifetime value | lifetime value; segmentation
d use lifetime value to refuse as well as to chase
g stop {11-19}% of acquisition that never pays back
w value is forecast by those who need it high
w the costly years come last
s forecasts at month three are {17-29}% too high by year three
s {w2-3} in ten campaigns buy {customers} who cost more than they bring
x refusing people by forecast can look like prejudice
a Whom should you not win?
q Value is known late and promised early
i They were cheap to get, and that was the warning
t which {customers} are won at a loss
# creative testing | creative; testing
d test ideas in rough form
g drop {w5-6} in ten weak ideas before production
w testing comes when the film is paid for
w the room laughs at what it made
s rough versions predict the result in {74-86}% of cases
s creative quality explains {38-52}% of the difference in effect
x rough tests are unkind to quiet ideas
a Would it work as a sketch?
q Draw it before you film it
i It tested best as a drawing on a napkin
t which idea was dropped before filming
# first-party data | first-party data; privacy
d ask for data at the moment it helps
g raise willing answers from {w2-3} in ten to {w5-6}
w data is gathered for a day that never comes
w asking is cheap and forgetting is not planned
s {54-69}% of collected fields are never used in a campaign
s {customers} give {w3-4} times as much when the use is visible
x visible use invites visible refusal
a What is it for?
q Ask when it helps them
i We knew her shoe size and got her name wrong
t which collected field was never used
# email and messages | email; frequency
d send less to those who open least
g keep revenue while sending {26-41}% fewer messages
w frequency is decided by the calendar of campaigns
w the cost of one more is paid by the next one
s the last {w2-3} messages of the month lose more than they bring
s {customers} who are rested for {w4-6} weeks open {w2-3} times as often
x fewer messages look bad in the week they are not sent
a Who would miss it?
q Rest the list
i We shouted until they moved house
t who has not opened anything since spring
# sponsorship and events | sponsorship; events
d set the aim before the logo
g drop {w2-3} in ten sponsorships without regret
w sponsorship begins with a lunch
w reach is counted in people who were looking elsewhere
s {41-55}% of sponsorships have no stated aim
s activation takes {w2-3} times the fee in those that worked
x ending a sponsorship is itself a message
a Why are we on that shirt?
q The logo is not the aim
i We sponsored it because we always had
t what aim the oldest sponsorship has
# marketing dashboards | dashboards; reporting
d keep five figures and one decision a page
g shorten the weekly meeting by {w2-4} tenths
w dashboards grow because nobody removes a chart
w green is a colour and not a meaning
s the median dashboard shows {34-61} figures, of which {w4-6} are discussed
s {w7-8} in ten charts have never led to a decision
x the removed chart is asked for on Monday
a What will you do if it falls?
q A chart should ask for something
i There were sixty charts, and we looked at the weather
t which chart led to a decision
# search advertising | search; paid media
d stop buying one's own name for a month
g save {8-17}% of the search budget
w own-name clicks are cheap and look superb
w rivals are feared more than they bid
s {w6-8} in ten paid clicks on the own name would have come free
s rivals bid on the name in {13-24}% of the weeks observed
x where rivals do bid, silence is expensive
a Were they looking for you anyway?
q Do not pay for your own front door
i They had typed our name, and we paid for the click
t what happens in a month without the own name
# agencies | agencies; contracts
d pay agencies for tests that were run
g see {w3-4} times as many tests a year
w fees grow with spending
w the agency that plans also measures
s {47-62}% of agency contracts reward spending and {5-11}% learning
s separating planning from measurement changes {w2-3} in ten decisions
x two agencies agree only about the client
a What is the agency paid to learn?
q Pay for learning
i They advised us to spend, warmly
t what the fee would be if spending halved
"""

PRODUCT = """
# discovery interviews | discovery; research
d talk to five {customers} before writing a line
g abandon {w2-3} in ten ideas before they cost anything
w ideas come with a sponsor and a date
w research is asked to confirm
s {38-53}% of shipped features are used by fewer than one {customer} in twenty
s five conversations change the plan in {w6-7} of ten teams
x five polite people can all be wrong
a Who asked for this?
q Five talks are cheaper than one sprint
i They were kind about it, and that was the trouble
t which idea was dropped after a conversation
# feature removal | simplification; roadmap
d remove one feature for every two added
g reduce support contacts by {9-18}%
w every feature has one loud friend
w removal has no launch party
s the least used half of features takes {31-44}% of maintenance
s {w8-9} in ten removals draw fewer than {w5-12} complaints
x the twelve who complain can be the twelve who write reviews
a Who would miss it?
q Subtract in public
i We removed it and waited, and the silence was wonderful
t which feature nobody opened this year
# prototypes | prototyping; testing
d test with something that looks unfinished
g hear {w2-3} times as much criticism
w polish asks for praise
w prototypes are built to be kept
s rough prototypes cost a {tenth|fifth} and find {71-85}% of problems
s {w4-5} in ten prototypes end up in the product as they are
x sponsors cannot see past a rough edge
a Is it rough enough to be argued with?
q Ugly gets honest answers
i They were afraid to hurt it, so we drew it badly
t what was thrown away after the test
# roadmaps | roadmap; planning
d publish problems by quarter and dates by month
g keep {w7-8} in ten promises
w dates are asked for, and dates are given
w the roadmap is a sales document with a delivery problem
s {52-66}% of items more than two quarters out are never built
s teams that publish problems change course {w2-3} times more cheaply
x a problem without a date sells badly
a Is it a promise or a guess?
q Problems keep better than dates
i We delivered on the day, and nobody needed it
t which promise was broken last
# product metrics | metrics; outcomes
d choose one measure of use that {customers} would recognise
g settle priorities in {w2-3} meetings a quarter
w clicks are at hand and value is not
w each team picks the figure it can move
s {58-73}% of product measures could rise while {customers} are worse off
s the chosen measure moved with retention in {w5-6} of ten cases
x one figure is easily served
a Would a {customer} be glad of it?
q Measure what they would thank you for
i Use was up because it had become harder to find
t whether a {customer} would recognise the measure
# experiments in products | experiments; A/B tests
d write the decision before the result
g halve the tests that end in a shrug
w tests are run to settle a quarrel
w the winner is whatever stood ahead at lunch
s {w7-8} in ten tests show no difference worth having
s {33-47}% of tests were too small to find what they sought
x small changes test well and rarely matter
a What would you do if it lost?
q Decide first, look second
i It won, so we ran it again, and it lost
t what would have been done with the opposite result
# service design | service design; journeys
d follow ten cases from first letter to last
g take {w2-4} steps out of {w3-4} in ten journeys
w departments improve the part they own
w the gap between two departments has no owner
s the average case crosses {w6-9} desks and waits at {w4-5}
s {64-78}% of elapsed time is waiting between desks
x ten cases convince those who were there
a Where does it wait?
q Follow the case, not the chart
i It spent nine days in a tray called urgent
t at which desk a case waits longest
# hardware and software together | hardware; integration
d bring hardware and software teams to one calendar
g save {w6-12} weeks on each launch
w one side plans in years and the other in fortnights
w late faults are mended in software because they can be
s {w4-5} in ten launch delays begin at the border between the two
s a fault found after tooling costs {w9-16} times as much
x one calendar moves at the pace of the slower
a Who waits for whom?
q Two clocks, one launch
i The device was ready, and it had nothing to say
t which side waited for the other last time
# customer councils | customer council; feedback
d invite the {customers} who left
g learn {w3-4} things that the faithful never said
w councils are filled with friends
w members are asked to react and not to choose
s {71-84}% of council members have stayed ten years or more
s those who left name other problems in {w6-7} of ten cases
x people who left owe you nothing
a Whom did you not invite?
q The empty chair knows more
i The most useful guest was the angriest
t who left and was never asked
# launch decisions | launch; go-to-market
d launch to a tenth and _wait
g catch {w6-7} in ten serious faults in time
w the date is printed before the product is ready
w launch is treated as the end
s a small launch costs {w2-3} weeks and saves {w5-8} on average
s {w4-5} in ten full launches are followed by a quiet repair
x the first tenth feels like a test, and is
a Who gets it first?
q Small first, loud later
i We launched to everyone and repaired in public
t how a launch can be taken back
# platform products | platforms; partners
d treat the first ten partners as designers
g reach {40-90} live integrations in two years
w interfaces are opened and nobody is invited
w partners are counted at signature
s {w6-7} in ten published interfaces have fewer than {w3-5} users
s partners who saw the plan build {w2-3} times as often
x ten partners can design for ten
a Who would build on it tomorrow?
q A platform is a guest list
i We opened the door to an empty street
t which partner shipped something this year
# product costs | cost; design to value
d open the product cost with design and purchasing in one room
g take {7-14}% out of cost without a visible change
w designers choose, buyers pay, and they meet at the end
w tolerances are copied from the drawing before
s {72-85}% of cost is fixed before purchasing is asked
s {w2-3} in ten specifications exceed what any {customer} notices
x what no {customer} notices, a repairer may
a Which part does nobody notice?
q Cost is designed, not negotiated
i We were paying for a finish that faced the wall
t which specification no {customer} would notice
"""
