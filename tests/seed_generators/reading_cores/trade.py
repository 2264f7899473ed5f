"""What the invented analysts know about pricing and fraud."""

PRICING = """
# discount discipline | discounting; margin
d give each seller a discount budget rather than a ceiling
g hold back {1.1-2.4} points of margin
w a ceiling soon becomes the usual price
w approvals go to those who are measured on volume
s {47-63}% of discounts sit exactly on the limit that needs no approval
s the deepest discounts go to {customers} who never asked
x a budget is spent in the last week if nobody explains it
a Who gave that away, and for what?
q A ceiling is where discounts go to live
i Everybody had five per cent, so nobody had a price
t how many discounts sit exactly on the limit
# price increases | inflation; communication
d announce increases with a reason and a date
g keep {92-97}% of {customers} through the rise
w increases are announced in the tone of an apology
w the letter is written for lawyers and read by {customers}
s {w6-8} in ten complaints concern the letter and not the amount
s a dated reason lowers cancellations by about a {third|quarter}
x a reason once given will be asked for when costs fall
a Is it the amount or the letter?
q People forgive a price sooner than a surprise
i We spent a year on the number and an hour on the letter
t who rewrote the letter, and for whom
# good-better-best ranges | tiers; packaging
d build three tiers around one clear difference
g move {11-19}% of buyers up a tier
w tiers differ in twelve features that no buyer can compare
w the cheapest tier is built to embarrass
s {customers} can recall {w2-3} differences at most
s {56-70}% choose the middle whatever is in it
x a middle tier that suits everyone leaves nothing above it to buy
a What is the one difference that matters?
q Three tiers, one difference
i Our own sellers could not explain the middle one
t whether a new colleague can explain the tiers
# price transparency | trust; fees
d show the full price before the last step
g reduce abandoned journeys by {7-15}%
w extras are owned by teams with their own targets
w the first screen is designed to win the comparison
s the average journey adds {w3-5} charges after the first price
s {customers} who meet a late charge return {w2-3} times less often
x the honest price loses the first click before it wins the second
a At which step does the real price appear?
q The last screen writes the review
i We were cheapest until page four
t how many charges appear after the first screen
# value-based pricing | value; research
d interview buyers about the money they save
g defend a premium of {6-14}% in renewal talks
w cost is known to a cent and value by anecdote
w buyers tell researchers what they tell no seller
s only {16-27}% can put a figure on what their buyers gain
s {w8-10} good interviews move the price more than a thousand survey answers
x a buyer who has done the sum may keep the result
a What is it worth on their side of the table?
q Cost is a floor, not a compass
i They had been waiting for us to notice
t what the buyer's finance chief believes it saves
# dynamic prices | dynamic pricing; algorithms
d limit how far prices may move in a day
g keep {70-85}% of the gain with a tenth of the complaints
w the model was trained on weeks without headlines
w nobody has told it what would look unfair
s {62-77}% of the gain comes from the first two moves of the day
s one unexplained jump undoes {w5-8} weeks of gain
x limits are quietly lifted in the first poor quarter
a Would you explain this price at a counter?
q Let prices move, but not run
i The machine was right, and it was on the evening news
t how large a jump {staff} can defend
# price tests | experiments; testing
d test prices by {site} rather than by {customer}
g settle {w4-6} pricing arguments a year with evidence
w tests run until someone likes the result
w fear of unfairness stops the fair tests first
s {40-55}% of price tests end early, nearly always on a good day
s elasticity measured in a survey is about twice that measured at the till
x a test in one {site} is news in the next
a When did a price last change somebody's mind?
q Decide the end before the start
i The test lasted until the meeting
t what result would have made us stop
# contract price reviews | contracts; indexation
d tie long contracts to an index both sides can read
g spare {w2-4} renegotiations over the life of a contract
w indices are chosen for their direction
w reviews are due in months when nobody has time
s {37-49}% of long contracts have an index that neither side follows
s unindexed contracts lost {4-9}% of real value in three years
x an index protects the price and not the relationship
a Which way was the index going when you chose it?
q An index is a truce
i We had tied ourselves to the price of something nobody buys
t when either side last looked the index up
# free services | unbundling; services
d show the value of free services on the invoice
g convert {13-22}% of free users into paying ones
w services are given away one favour at a time
w sellers fear the first invoice line more than buyers do
s services given away equal {3-8}% of sales
s {w4-5} in ten buyers did not know that they received anything
x charging for a favour ends it
a What are you giving away that they would pay for?
q First show it, then price it
i They thanked us for something we had forgotten we did
t which favours were granted more than ten times
# small-account pricing | segmentation; cost to serve
d price small accounts by what they cost to serve
g turn {w2-3} in ten loss-making accounts around
w cost to serve is averaged until it means nothing
w everyone remembers the small account that grew
s the smallest {38-46}% of accounts take a fifth of service time and pay a twentieth
s {w1-2} in a hundred small accounts ever becomes large
x a fee that is meant to steer can read as a farewell
a Can you afford to be this kind?
q Serve small differently, not badly
i We loved them at a loss
t what the smallest account cost last year
# subscription prices | subscription; retention
d let {customers} pause instead of cancel
g bring back {24-39}% of those who pause
w the only button says goodbye
w retention offers teach loyal {customers} to threaten
s {w3-4} in ten cancellations come from people who will want it again
s saved {customers} who were bribed stay {w4-6} months, those who paused stay {w13-17}
x pauses flatter the numbers until they end
a Why is the only button goodbye?
q Offer a pause before a bribe
i We paid people to complain
t what share of pauses end in a return
# pricing skills | capability; organisation
d give pricing one owner with a veto
g add {0.7-1.6}% to sales within two years
w price is set by four functions and owned by none
w analysts who know prices leave for those who pay for them
s {w2-3} people know how prices are made in a typical organisation
s teams with a pricing owner review prices {w3-5} times as often
x a veto used twice a month becomes a bottleneck
a Who, by name, sets the price?
q Everyone touches the price, no one holds it
i It was in a file, and the file was on holiday
t who would notice a wrong price, and when
"""

FRAUD = """
# authorised scams | scams; payments
d slow down first payments to new payees
g stop {31-48}% of scam value with a pause of minutes
w the victim passes every check because the victim is real
w warnings appear when the mind is already made up
s {w7-8} in ten scam payments are made by the rightful owner
s warnings shown at the last step are read by {8-17}% of people
x every pause lands on thousands who are merely paying a builder
a What do you say to someone who is sure?
q A pause protects better than a warning
i She argued with us for twenty minutes on the thief's behalf
t which payments can wait an hour
# false positives | alerts; analytics
d measure what a wrong alarm costs
g cut refused good cases by {26-41}%
w losses are booked and insults are not
w rules are added after an event and never withdrawn
s {w8-9} in ten stopped cases turn out to be honest
s {customers} stopped by mistake spend {21-34}% less in the year after
x a rule withdrawn is remembered at the next loss
a What does it cost to suspect the wrong person?
q The alarm that nobody prices
i We had a rule from a case in 2011, and no one dared touch it
t how many good cases each rule stops
# insider fraud | insider; controls
d rotate access as well as people
g shorten detection from {w13-19} months to {w4-7}
w trust is granted by years served
w controls look outward because strangers are easier to suspect
s the median internal case runs {w12-18} months before it is found
s {w4-5} in ten cases come to light through a colleague's remark
x suspicion is expensive in any team that works
a Who has never taken two weeks off?
q Holidays are a control
i He was the most helpful person in the building
t who can both create and approve a payment
# invoice fraud | invoices; suppliers
d call back on a number that was already on file
g prevent {87-96}% of changed-account losses
w bank details are changed by whoever answers the mail
w urgency is part of the attack and of the office
s {w6-7} in ten attempts arrive during {peak} or on a Friday
s the average fraudulent change is found after {w2-4} payments
x call-backs fade after the third quiet month
a Who rang back, and on which number?
q One telephone call, made every time
i The letter even apologised for the inconvenience
t on which number the last change was confirmed
# synthetic identities | identity; onboarding
d check whether an identity has a past
g catch {22-36}% more invented people at the door
w each check confirms a fragment that is true
w invented people pay punctually until the day they vanish
s an invented identity behaves well for {w11-16} months
s {w3-4} in ten losses booked as credit risk are nothing of the kind
x newcomers and the young also lack a past
a Does this person have a yesterday?
q Too clean is a signal
i He had perfect papers and no cousins
t how the check treats those who have just arrived
# fraud rings | networks; graph analysis
d link cases by device, address and habit
g find {w3-5} times as many cases behind each confirmed one
w cases are closed one by one because they are opened one by one
w data sits with teams who may not share it
s {w5-6} in ten cases share something with another case nobody compared
s a ring reuses an address after {30-70} days
x a link is a reason to look and not yet a reason to accuse
a What do these strangers have in common?
q Cases come alone, fraudsters do not
i Nineteen people, one doorbell
t what links the last fifty cases
# claims and refunds abuse | refunds; abuse
d answer honest claims at once and odd ones slowly
g lower abusive claims by {17-31}% without a new form
w rules for all punish the honest majority
w abuse is learnt from the loopholes that {staff} describe
s {2-5}% of {customers} account for {28-41}% of abuse
s stricter forms deter honest claimants {w3-4} times as often as others
x a slow lane that is known becomes a map
a Can you be generous and hard to fool?
q Friction belongs to the few
i The forms caught everyone except the professionals
t who receives the slow lane, and who decided
# deepfake calls | deepfakes; social engineering
d agree a pass phrase for urgent requests
g foil {w9-10} of ten staged attempts
w a familiar voice is believed before it is heard
w nobody wants to ask the boss to prove who she is
s a usable voice copy needs {20-60} seconds of recorded speech
s {43-58}% of {staff} would act on a call from a known voice
x a phrase shared by mail is a phrase shared with everyone
a Would you hang up on your chief executive?
q Verify the request, not the voice
i It had his cough
t who may refuse an urgent request without fear
# fraud reporting | culture; reporting
d thank people who report a false alarm
g triple the number of early reports
w those who clicked keep quiet
w reports vanish into a mailbox without an answer
s only {12-21}% of those who fall for a test report it
s teams who hear back report {w2-3} times as often
x praise for every alarm fills the queue with noise
a Why did nobody say anything?
q Silence is the accomplice
i Four of us had seen it, and each thought she was alone
t what happens to someone who reports late
# data sharing against fraud | consortium; privacy
d share fingerprints of cases instead of names
g see {w2-4} in ten repeat offenders before the first loss
w lawyers say perhaps, and perhaps means no
w each hopes the fraudster goes next door
s a known fraudster is known to {w3-5} others on average
s {w6-7} in ten projects to share data end in the legal review
x a wrong entry follows an honest person everywhere
a What may you tell a competitor about a thief?
q Rivals in the market, neighbours in the street
i He had visited all of us in postcode order
t how a wrong entry would be removed
# fraud model upkeep | models; monitoring
d retrain fraud models on the cases they missed
g regain {9-18} points of detection within a quarter
w models learn from what was caught
w labels arrive months after the loss
s detection falls by {1.5-3.5} points a month when left alone
s {w5-6} in ten missed cases resemble one another
x a model retrained in haste forgets what it knew
a What has the model never seen?
q Teach it the misses, not the hits
i It had become very good at last year
t when the model last saw one of its own mistakes
# first-party fraud | customers; behaviour
d name the facts before asking for the signature
g reduce small exaggerations by {14-23}%
w the first lie is small and helped along by the form
w {customers} believe that everyone does it
s {w2-3} in ten admit in surveys to having rounded something up
s a promise of honesty read first changes {6-12}% of figures
x treating everyone as suspect invites what it fears
a Where does rounding up become lying?
q Honest forms make honest people
i Everyone's phone had been the latest model
t which question on the form invites a guess
"""
