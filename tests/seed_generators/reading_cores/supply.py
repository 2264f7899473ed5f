"""What the invented analysts know about supply chains and suppliers."""

SUPPLY_CHAIN = """
# second sources | dual sourcing; resilience
d qualify a second source before it is needed
g shorten the worst supply gap by {18-45}%
w qualification is paid for by buyers and enjoyed by operations
w the second supplier is chosen from the same valley as the first
s {41-63}% of critical inputs have a second source on paper only
s it takes {w5-9} months to approve an alternative that was already known
x a source that gets no orders stops answering the telephone
a Who will pick up when the first supplier does not?
q A second source is a relationship, not a list
i Our backup was four streets away from the thing it backed up
t how many orders the second source received in the last year
# buffer stock | inventory; lead times
d size buffers by lead-time spread instead of by value
g free {9-17}% of stock without a single extra shortage
w safety stock is set once and inherited for years
w planners are blamed for empty shelves and never for full ones
s {30-44}% of buffer stock protects items that have never run out
s lead times have settled, yet buffers are still set for the worst of 2022
x the freed cash is spent before the method has proved itself
a How much of the safety stock is for safety?
q Most safety stock guards the past
i We found eleven months of something nobody had asked for since the move
t which items have never once run short, and what is held of them
# supplier mapping below tier one | visibility; mapping
d map suppliers beyond the first tier
g spot {w3-6} shared bottlenecks that contracts had hidden
w first-tier partners treat their own sources as a trade secret
w mapping is commissioned after a shock and abandoned before the next
s only {12-23}% can name the maker of their most critical component
s {w2-4} out of ten supposedly independent chains meet again at tier three
x maps age by about a third a year unless someone is paid to redraw them
a Do your suppliers' suppliers know that you exist?
q The bottleneck is always one tier further down
i Two vendors, two contracts, one kiln
t who makes the part inside the part
# nearshoring decisions | nearshoring; total cost
d compare landed cost over five years rather than unit price
g reverse {24-38}% of sourcing decisions once delay is priced in
w unit price is visible on the day and delay only at year end
w freight, scrap and waiting sit in four different budgets
s nearshored inputs cost {6-13}% more to buy and {4-9}% less to own
s {17-28}% of announced relocations have moved nothing but the invoice address
x local capacity is thin and two large orders can fill it
a Is closer cheaper once waiting has a price?
q Near is a price, not a place
i We moved the order home and the raw material stayed abroad
t what a week of delay costs, and who signed that figure
# early warning signals | monitoring; forecasting
d watch a dozen leading signals each week
g gain {9-21} days of notice before a shortage
w alerts arrive in hundreds and nobody is allowed to act on one
w the best signals sit with drivers and receptionists, not in a feed
s {70-84}% of disruption alerts are closed without any action
s late acknowledgements foretell a shortage better than any news service
x a signal without a budget to respond is merely bad news early
a Which warning would you act on by Monday?
q Fewer alarms, more arguments
i The first sign was that they stopped inviting us to lunch
t which alert last led to a purchase order
# crisis playbooks | continuity; playbooks
d rehearse a shortage with the people who would ration
g halve the hours between alarm and first decision
w playbooks name functions and crises need names
w nobody has agreed beforehand which {customers} wait
s {55-71}% of playbooks list somebody who has since left
s the first {w3-6} hours of a shortage go to finding out who may decide
x a rehearsal that hurts nobody's feelings teaches nothing
a Who goes without first, and who tells them?
q Rationing is a decision best made in fair weather
i The plan was excellent and locked in a building we could not enter
t which {customers} would be served last, and whether they know
# expediting | expediting; freight
d put a monthly ceiling on rush orders
g cut premium freight by {22-41}% within two quarters
w rush orders are booked where nobody looks
w planning errors are cheaper to fly than to discuss
s {w3-5} in ten rush orders arrive and then wait longer than the normal ones
s premium freight equals {1.1-2.9}% of input spend, and half of it is habit
x a hard ceiling simply moves the hurry to the suppliers' side
a What was so urgent that it is still in the yard?
q Speed bought twice, used once
i We flew in a pallet and then lost it for a week
t how long the last ten rush orders waited after arrival
# demand sharing with suppliers | collaboration; forecasting
d share the raw forecast with the ten largest suppliers
g lift delivery in full by {4-9} points
w forecasts are polished before they are shared
w sales and purchasing plan from different numbers
s suppliers who see raw demand hold {11-19}% less stock and miss less
s {38-52}% of shared forecasts are never opened by the receiver
x trust collapses if the numbers are used in the next price round
a What would happen if suppliers saw the real numbers?
q An honest forecast beats a precise one
i They had been guessing our guesses
t whether sales and purchasing would name the same number
# critical spare capacity | capacity; contracts
d reserve capacity with an option fee
g secure deliveries in {w8-10} of ten tight weeks
w capacity is promised in meetings and sold in the evening
w option fees look like waste in any quiet year
s a fee of about {2-4}% of contract value buys first call in most trades
s only {9-18}% of framework agreements reserve anything that can be measured
x the fee is the first thing to go in a savings round
a What does it cost to be first in the queue?
q You cannot rent a queue position on the day
i The fee felt silly until the week it did not
t what the contract says about who is served first
# ports and gateways | logistics; routing
d keep two gateways warm
g save {w4-8} days in {w2-3} of the last five disruptions
w routing follows last year's tariff
w forwarders are measured on price per box alone
s {61-76}% of inbound volume passes through one gateway
s switching gateways takes {15-29} days when it has never been tried
x splitting volume costs a discount that finance will remember
a Could a shipment find the other door?
q A detour must be driven once in peacetime
i The alternative route existed, but no form did
t when the second route was last used for real
# demand peaks | peaks; planning
d book capacity for {peak} before budgets are final
g bring overtime during {peak} down by {14-26}%
w everyone is surprised by {peak} every year
w budgets are approved after the cheap capacity has gone
s {staff} learn of the peak plan {w9-10} days before they must work it
s a quarter of the year's shortages fall during {peak}
x booking early ties up money that a mild season never needs
a Surprised by {peak} again?
q The calendar is the cheapest forecast
i We plan for it every year in the week after
t on what date the plan for {peak} is signed
# substitute materials | substitution; design
d approve substitutes at design time
g keep {83-94}% of output running through a shortage
w substitution is a purchasing problem with an engineering signature
w approvals name one brand where they mean one property
s {46-59}% of specifications name a brand rather than a property
s an emergency substitute costs {w3-5} times what a planned one does
x too many approved variants confuse maintenance for years
a What else would do?
q Specify the property, not the brand
i The drawing said the name of a plant that had closed
t which three specifications name a brand
"""

SUPPLIER_RISK = """
# supplier questionnaires | questionnaires; onboarding
d replace the long questionnaire with twelve questions
g raise the share of answers that anyone reads to {62-81}%
w every department adds questions and none removes one
w answers are collected for the file, not for a decision
s the average supplier answers {140-260} questions and hears nothing back
s {w7-9} in ten answers never change a decision
x short forms need people who can tell a good answer from a fluent one
a Which answer would ever make you say no?
q A questionnaire is not a control
i We asked two hundred questions and missed the fire exit
t which question last stopped a contract
# financial health checks | credit; monitoring
d read payment behaviour before the annual accounts
g see distress {w3-6} months earlier
w accounts are a year old on the day they are filed
w a rating is bought once and quoted for years
s {w6-8} in ten failures showed in payment terms before they showed in ratings
s small critical suppliers are unrated in {57-72}% of portfolios
x asking a supplier about money can start the very run one fears
a Would you have noticed that they were going under?
q Ratings follow, invoices lead
i They asked to be paid in ten days, and we called it service
t which suppliers asked for faster payment this year
# single points of failure | concentration; dependency
d rank suppliers by the cost of a lost week
g move attention to the {5-9}% of contracts that could stop work
w spend decides attention and criticality does not
w small vendors sit in the long tail with large consequences
s {44-60}% of the suppliers that could stop work are outside the top hundred by spend
s nobody owns {w3-5} out of ten truly critical small contracts
x a criticality list that everyone negotiates ends with everyone on it
a Which cheap contract could close a {site}?
q Small invoice, large lever
i It was four thousand a year and it opened every door
t which contract under ten thousand could stop work
# fourth parties | outsourcing; mapping
d ask each key vendor for its own three key vendors
g reveal that {29-43}% of services rest on the same host
w subcontracting clauses ask for consent and no one keeps the list
w vendors change their own vendors more often than their contracts
s {w2-4} in ten critical services share an unseen common supplier
s consent to subcontract was filed, and lost, in {35-49}% of contracts sampled
x knowing the dependency does not give anyone a lever over it
a Who does your vendor call at night?
q Concentration hides one contract further down
i We left one host for another and met ourselves there
t whom the vendor calls when its own service fails
# exit plans | exit; outsourcing
d test one exit a year on a small service
g cut the estimated exit time from {w8-10} months to {w3-5}
w exit plans are written by those who hope never to use them
w data formats are agreed at signature and forgotten at renewal
s only {7-15}% of exit plans have ever been tried
s {w6-8} in ten plans assume help from the party being left
x a test exit is dear, and the savings from not needing it stay invisible
a Could you leave by Christmas?
q An untested exit is a wish
i Page one said that the vendor would help
t who would do the work of leaving, by name
# supplier audits | audits; assurance
d send operators along with the auditors
g double the number of findings that lead to a change
w audits check papers because papers travel
w dates are announced and floors are swept
s announced visits find {w3-5} times fewer safety issues than unannounced ones
s {50-66}% of audit findings repeat a finding of the year before
x unannounced visits must be in the contract or the gate stays shut
a What does an auditor see that a mechanic would not?
q Walk the floor before the file
i The binder was perfect and the roof leaked on it
t when somebody last arrived unannounced
# contract renewals | contracts; negotiation
d start renewals a full notice period earlier
g improve terms on {31-47}% of contracts without a tender
w notice dates live in inboxes
w renewal is nobody's project until it is everybody's emergency
s {33-48}% of contracts roll over because the date was missed
s a renewal begun early takes {w2-3} meetings, a late one {w7-9}
x early talks show the vendor how much it is needed
a When does the silence in this contract become a yes?
q The calendar negotiates better than the lawyer
i We missed it by a Friday
t which notice dates fall within the next ninety days
# ethical sourcing | due diligence; human rights
d follow one complaint to its end each quarter
g settle {w3-5} times more cases at the place where they arise
w hotlines are translated and never advertised
w due diligence is scored on policies instead of on remedies
s {73-88}% of suppliers have a policy and {6-14}% a single closed case
s most grievances reach the buyer through a journalist
x walking away leaves the workers exactly where they were
a Has anybody ever been helped by the policy?
q A policy without a case is a poster
i The number on the poster had been out of service since spring
t what happened to the last complaint
# price increase requests | inflation; negotiation
d open the cost model before the price
g settle increases {2-5} points below the request
w increases are argued in percentages and earned in pennies
w buyers know the index and suppliers know the invoice
s {w4-6} in ten requests quote an index that has since fallen
s labour is cited in {68-79}% of requests and explains a third of them
x an open cost model binds both sides when prices fall
a What exactly went up?
q Negotiate the model, not the number
i We asked to see the gas bill and the letter was withdrawn
t which index the request quotes, and where it stands now
# supplier scorecards | scorecards; performance
d score suppliers on three figures they can see
g lift on-time delivery by {5-11} points in a year
w scorecards measure what the system happens to record
w suppliers see the score a quarter after the fault
s {52-67}% of suppliers do not recognise the score they were given
s a third of late deliveries were late because the {site} could not unload
x a score that moves volume will be contested line by line
a Would the supplier agree with its own score?
q Score fewer things, sooner
i Half their late marks were our closed gate
t how many late marks were caused at our own door
# innovation with suppliers | innovation; collaboration
d publish problems instead of specifications
g draw {w4-7} usable proposals a year from existing vendors
w specifications describe the last solution
w the vendor's engineer and the user never meet
s {w7-9} in ten supplier ideas die in the buyer's inbox
s the best proposals come from vendors ranked below fifty by spend
x sharing a problem shares a plan, and rivals buy from the same people
a When did a supplier last surprise you?
q Ask for help, not for quotes
i They had solved it for somebody else in March
t what became of the last unsolicited idea
# onboarding new vendors | onboarding; cycle time
d let low-risk vendors through in a day
g free {23-37}% of the risk team's week
w every vendor takes the road built for the riskiest
w checks run one after another because the forms do
s it takes {34-58} days to onboard a vendor worth less than a laptop
s {w5-7} in ten requesters have worked around the process at least once
x a fast lane needs a tripwire for those who grow out of it
a Why does a florist need a penetration test?
q Risk-based means that someone goes through
i The caterer had been waiting since the last party
t how long the smallest vendor waited
"""
