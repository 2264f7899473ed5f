"""What the invented analysts know about payments and working capital."""

PAYMENTS = """
# instant payments | instant; real-time
d offer instant payment at the point where {customers} ask for it
g bring late receipts down by {12-27}%
w instant rails were bought for speed and sold as a feature nobody asked for
w fraud checks were designed for a night that no longer exists
s {58-74}% of eligible payments still travel on the slower rail
s the extra cost is {w2-4} cents, and the extra calls cost more
x what cannot be recalled must be checked before, not after
a Who needs the money this minute?
q Speed is worth most at the counter
i Ten seconds is not long to have second thoughts
t which payments are worth having tonight rather than tomorrow
# card acceptance cost | fees; cards
d read the fee statement line by line once a year
g save {11-24}% of acceptance fees without changing provider
w statements are written so that nobody will read them
w fees are set by mix, and mix is nobody's job
s {21-34}% of fees come from settings that can be changed in an afternoon
s the effective rate drifts up by about {3-7} basis points a year
x a better rate on one card type can lose the {customers} who carry another
a What are you paying for on page nine?
q The rate is negotiated, the mix is managed
i There was a fee for not using a service we did not have
t which five fee lines nobody can explain
# failed payments | retries; recovery
d retry failed collections on payday
g recover {19-33}% of failures without a letter
w retries follow the system's calendar and not the payer's
w failure codes are merged before anyone reads them
s {w6-7} in ten failed payments are short of money by less than a day
s {customers} who fail once and are written to sternly leave {w2-3} times as often
x too many retries cost more in scheme fees than they bring in
a Did they refuse to pay, or was it the twenty-ninth?
q Most failures are a matter of timing
i We were collecting two days before everybody's wages
t on which day of the month most failures fall
# payment choice at checkout | checkout; conversion
d cut the list of payment methods to those in use
g raise completed checkouts by {2.1-5.8}%
w methods are added by campaigns and removed by nobody
w the order of buttons is decided by contract
s {w4-6} of the methods offered carry {1-3}% of the volume between them
s each additional button costs about {0.2-0.6}% of completions
x the least used method is often the only one some {customers} have
a Who is that button for?
q Fewer buttons, more payments
i We had a wallet in the list that had closed down
t which payment method nobody has used since spring
# reconciliation | matching; automation
d carry one reference from order to ledger
g match {91-97}% of receipts without a hand on them
w three systems each invent their own reference
w unmatched items are cleared in bulk during {peak}
s {8-15}% of receipts need a person, and those take {61-74}% of the time
s the oldest unmatched item is usually {w5-9} months old and perfectly harmless
x a high match rate can hide a wrong match
a Whose money is in the suspense account?
q One reference, all the way down
i The suspense account had become a savings account
t how old the oldest unmatched receipt is
# refunds | refunds; service
d refund within a day to the method that paid
g reduce payment calls by {16-29}%
w refunds are approved by those who feel the loss
w outgoing money passes more hands than incoming
s a refund takes {6-13} days and draws {w2-3} calls
s {w7-8} in ten repeat {customers} name an easy refund among their reasons
x fast refunds attract those who collect them for a living
a Why is money quicker in than out?
q A quick refund is cheap advertising
i We held forty in suspicion to stop one
t how many people must approve a small refund
# payment outages | outages; fallback
d practise taking payment with the system down
g keep {64-82}% of takings during an outage
w the fallback is in a drawer and the key is at head office
w offline limits are set by people who have never stood at a counter
s {sites} lose {w2-4} hours a year to payment outages and plan for none
s only {w2-3} in ten of the {staff} have ever used the fallback
x offline acceptance trades an outage today for chargebacks next month
a What do {staff} do when the terminal says no?
q Cash is a plan only if there is change in the till
i We wrote card numbers on napkins, and I am not proud
t when the fallback was last used on purpose
# cross-border payouts | cross-border; foreign exchange
d quote the amount that arrives, not the amount that leaves
g cut payout queries by {28-44}%
w correspondents deduct on the way and report weeks later
w the rate is chosen by whoever presses the button
s {4-9}% of cross-border payouts arrive short
s the margin on currency is {w3-5} times the visible fee
x guaranteeing the arriving amount moves the currency risk in-house
a How much reached the other side?
q The receiver's amount is the only one that counts
i It left as a round number and landed as an insult
t what the last ten receivers actually got
# account-to-account payments | open banking; bank transfer
d steer large amounts to account-to-account payment
g lower the cost of collection by {31-52}% on those amounts
w nobody tells {customers} why they should change a habit
w the savings land in finance and the work in product
s above a few hundred, {22-36}% will pay by transfer when it is put first
s consent journeys lose {w3-4} in ten between two screens
x without a chargeback right, trust has to be earned elsewhere
a What would make a bank transfer feel safe?
q Put it first, say why, make it two screens
i We saved on fees and paid in questions
t at which screen {customers} turn back
# recurring payments | subscriptions; mandates
d tell {customers} before the amount changes
g reduce disputes on recurring payments by {25-40}%
w mandates outlive the reason they were given
w notices are worded to be legal, not to be understood
s {13-22}% of mandates belong to {customers} who could not say what for
s a notice {w3-5} days ahead halves the number of disputes
x a reminder of payment is also a reminder to cancel
a Do they remember saying yes?
q A surprise is a dispute in waiting
i Our most honest letter was our best retention campaign
t what {customers} are told before the amount changes
# virtual cards for spending | virtual cards; expenses
d issue one virtual card per purchase
g close {70-86}% of small purchases without a claim form
w shared cards are convenient and belong to nobody
w limits are set by grade instead of by purchase
s {w3-4} in ten subscriptions paid by shared card have no known owner
s claims under fifty cost {w2-3} times their value to process
x a card for everything needs a name for everything
a Whose subscription is that?
q One purchase, one number, one owner
i The card had left with its holder in 2023 and went on paying
t which subscriptions have no owner
# payment data | data; insight
d read payment data for behaviour as well as for balance
g flag {w4-6} in ten leaving {customers} a month ahead
w payment records belong to finance and behaviour to marketing
w merchant names are a mess that each team cleans for itself
s payment timing predicts leaving better than any survey score
s {customers} in difficulty shorten their payments {w5-8} weeks before they miss one
x {customers} accept insight that helps and resent insight that sells
a What does a late payment say before it is late?
q The ledger knows first
i They told us with their payment dates, and we were reading surveys
t who is allowed to look at payment timing
"""

WORKING_CAPITAL = """
# early-payment discounts | discounts; payables
d offer sliding early-payment discounts
g earn {5.5-9.5}% a year on cash that was idle
w discounts are offered once, on a form, to everybody alike
w approval takes longer than the discount window
s {36-51}% of offered discounts lapse while the invoice waits for approval
s small suppliers accept {w3-4} times as often as large ones
x a supplier who always accepts may be telling you something
a Why is the invoice approved after the discount ends?
q Approval speed is the real discount
i We had the cash and the offer, and no signature
t how many days an invoice waits for its first look
# overdue receivables | collections; receivables
d call before the due date instead of after
g bring days outstanding down by {5-11}
w collectors start when the delay is already a habit
w disputes hide as late payment
s {w3-4} in ten overdue invoices are undisclosed disputes
s a call {w4-6} days before the date does more than three after it
x large {customers} notice who is called and who is not
a Late, or waiting for an answer?
q Ask early, ask kindly, ask who signs
i Half our overdue list was a missing order number
t how many overdue invoices are really disputes
# cash forecasting | forecasting; treasury
d forecast cash from the largest twenty movements
g halve the error of the thirteen-week forecast
w every unit adds a cushion and the cushions add up
w the forecast rewards caution and the plan rewards hope
s the thirteen-week forecast misses by {14-26}% and mostly on one side
s {w2-3} dozen movements explain four fifths of the error
x a better forecast exposes who was padding
a Who is hiding a cushion in the forecast?
q Twenty large numbers beat two thousand small ones
i Everyone was careful, and together we were wrong
t which twenty movements make the month
# payment terms | terms; suppliers
d set terms by what suppliers pay for money
g share {1.2-2.6}% of spend between both sides
w long terms are counted as a win by those who do not see the price
w small suppliers borrow dearly to lend to large buyers
s {w6-7} in ten suppliers put the terms into the price
s moving from thirty to ninety days raises quotes by {1.4-3.1}%
x public pledges on prompt payment leave little room to differ
a Who is lending to whom, and at what rate?
q Long terms are a loan at the supplier's rate
i We were borrowing from a man who used his credit card
t what the smallest supplier pays for an overdraft
# slow-moving stock | inventory; write-offs
d give slow stock an owner and a date
g release {6-13}% of inventory value within a year
w write-offs hurt one budget and storage another
w slow stock is visible only when it is counted
s {19-31}% of stock has not moved since the last count but one
s holding slow stock costs {17-24}% of its value a year, mostly unseen
x a clearance teaches {customers} to wait
a Who will say that it will never sell?
q Stock does not mature
i It had a birthday, and we had not noticed
t which items have not moved for two counts
# invoice disputes | invoicing; disputes
d log disputes by cause on the day they are raised
g resolve {w6-7} in ten disputes within a week
w disputes travel from desk to desk without a ticket
w credit notes are treated as defeat
s {9-16}% of invoices carry an error the sender could have seen
s price and quantity explain {71-83}% of all disputes
x quick credits are kind to cash and cruel to causes
a Which error do you send out every month?
q The first cause of late payment is the invoice
i Our invoices were wrong in a very consistent way
t which three causes make most disputes
# trapped cash | treasury; liquidity
d sweep balances from dormant accounts each week
g bring {3-8}% of group cash within reach
w local accounts outlive the people who opened them
w nobody asks a {site} to justify its balance
s the average group holds {31-64} accounts it cannot explain
s {w2-3} in ten accounts have a signatory who has left
x tax and law can make the last tenth not worth the trouble
a How many accounts do you have, exactly?
q Every account is somebody's comfort
i We found a balance older than our treasurer
t which accounts have a signatory who has left
# supply chain finance | financing; disclosure
d cap supplier finance at a share of payables
g avoid the cliff that followed {w2-3} recent withdrawals
w programmes grow quietly until the funder leaves
w disclosure rules turned a footnote into a headline
s {27-42}% of programmes depend on one funder
s suppliers joined for the rate and stayed for the certainty
x shrinking a programme is itself read as a signal
a What happens on the day the funder leaves?
q Cheap until it is called
i It was off the page, and then it was the page
t how long the largest suppliers could wait without the programme
# milestone billing | contracts; billing
d bill on evidence that already exists
g bring invoices forward by {9-18} days
w milestones are written for engineers and billed by clerks
w acceptance forms wait on the desk of those who pay
s {w4-5} in ten milestones are reached weeks before they are billed
s the average acceptance form waits {11-23} days for one signature
x frequent bills invite frequent objections
a When was the work really done?
q Bill what is already proven
i We finished in May and proved it in August
t how many days pass between done and billed
# cash culture | incentives; behaviour
d pay part of the bonus on cash
g convert {6-12}% more of profit into cash
w profit has a target and cash has a lecture
w the people who move cash do not know that they do
s only {14-25}% of {site} managers can name their cash figure
s units with a cash target hold {w4-8} fewer days of stock
x whatever is counted at year end is staged at year end
a Who is rewarded for the money arriving?
q Cash follows the bonus
i Nobody had told the warehouse that it was a bank
t whose bonus depends on cash
# deposits and prepayments | prepayment; customers
d ask for deposits where work is made to order
g fund {22-39}% of bespoke work from the buyer
w asking for a deposit feels like a lack of trust
w sales promises terms before finance sees the order
s {w7-8} in ten buyers of bespoke work would pay a deposit if asked
s cancellations fall by {w3-4} in ten once a deposit is paid
x a deposit is a debt, and it belongs on the right page
a What stops you from asking?
q The first payment is the real order
i They had been waiting for us to ask
t which orders are made for one buyer alone
# reporting of days outstanding | metrics; reporting
d report medians and tails instead of one average
g direct collectors to the {5-9}% of accounts that matter
w the average is improved by billing later
w a good month hides behind a large payer
s one large payer moves the average by {w4-7} days
s {64-78}% of reports show no tail at all
x a report with a tail needs a reader with patience
a What does the average not tell you?
q Watch the tail, not the mean
i The number was green, and the account was empty
t how the figure looks without the largest payer
"""
