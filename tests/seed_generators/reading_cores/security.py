"""What the invented analysts know about identity and cyber insurance."""

IDENTITY = """
# leavers' accounts | leavers; access
d close accounts from the payroll date
g remove {88-96}% of leavers' access on the day
w managers report arrivals and forget departures
w contractors leave a site and stay in the directory
s {7-14}% of active accounts belong to people who have left
s access of contractors survives {38-75} days on average
x a wrong date in payroll locks out someone who is still working
a Who left, and who can still log in?
q Payroll knows before the directory does
i He had been gone for a year and was very active
t how many accounts belong to nobody on the payroll
# privileged access | privileged; admin
d lend administrator rights by the hour
g cut standing privileges by {61-79}%
w rights are granted for a crisis and kept for convenience
w the emergency account has a name and a birthday cake
s {w5-6} in ten administrators use their rights less than once a week
s the typical estate has {w3-5} times as many administrators as it believes
x borrowed rights fail at the moment when nobody can lend
a Who needs the keys tonight?
q Rights on loan, not on hand
i Everyone was an administrator except the new one
t how many people hold standing rights
# passwordless access | passkeys; usability
d start passwordless with the people who reset most
g reduce reset calls by {33-51}%
w projects begin with those who have the newest devices
w recovery is designed last and attacked first
s {w2-3} in ten calls to the help desk are about passwords
s {64-79}% keep using a passkey once they have used it three times
x the way back in becomes the weakest door
a What happens when the phone is lost?
q Recovery is the real login
i It took four seconds to sign in and four days to recover
t how a person who lost everything gets back in
# access reviews | reviews; certification
d review the unusual tenth and _skip the rest
g remove {w4-6} times as many wrong rights in half the time
w managers approve lists they cannot read
w a refusal costs a conversation
s {92-98}% of reviewed rights are approved, most within seconds
s the average line of an access review is looked at for {w2-4} seconds
x skipping the ordinary needs a good idea of the odd
a Did anybody read the list?
q Nine seconds, nine hundred lines
i I approved my own predecessor
t how many rights the last review removed
# machine identities | machine identity; secrets
d give every service account an owner and a term
g retire {29-44}% of service accounts in a year
w service accounts are born in projects and orphaned at the end
w secrets never expire because nobody knows what would break
s machine accounts outnumber people by {w13-19} to one
s {46-62}% of secrets are older than two years
x an expiry that hits at night is blamed on security
a Who owns the account that never sleeps?
q Robots need managers too
i The password was the project's name, and the project was cancelled
t which secrets are older than their author's contract
# single sign-on gaps | single sign-on; applications
d bring the twenty most used applications behind one sign-in
g cover {81-92}% of log-ins within two quarters
w small applications charge extra for the safe way in
w departments buy with a card and a new password
s {w4-5} in ten applications stand outside single sign-on
s the safer sign-in costs {15-40}% more in {w5-6} of ten contracts
x one door is also one lock
a How many doors does a morning have?
q Count log-ins, not applications
i I had a notebook, and I am the security lead
t which ten applications people open first
# {customer} log-ins | customer identity; conversion
d ask for a second factor only when something is odd
g recover {6-13}% of abandoned sign-ins
w security counts breaches and never the people who gave up
w every step was added after an incident and none removed
s {18-27}% of {customers} give up at sign-in at least once a year
s {w8-9} in ten second factors are asked of people who have not moved an inch
x odd to a machine can be perfectly normal for a nurse on nights
a How many gave up at the door?
q Ask more when more is strange
i We had protected the account from its owner
t how many {customers} gave up at the door last month
# contractors and partners | third parties; access
d let partners manage their own people's access
g shorten partner onboarding from {w9-15} days to {w2-3}
w a partner's leaver is nobody's leaver
w shared log-ins survive because they work
s {33-46}% of partner accounts are shared
s partners report {w2-3} in ten departures and usually late
x delegation works as long as somebody samples it
a Whose employee is this?
q Their people, their list, your rules
i Seven people, one password, no regrets until June
t which partner accounts are shared
# roles and entitlements | roles; design
d derive roles from what people use
g cut the number of roles by {48-66}%
w roles are added for exceptions and exceptions for friends
w nobody dares to take what was once given
s there are {1.1-1.8} roles for each employee in the median organisation
s {57-71}% of granted entitlements go unused for half a year
x usage forgets what is needed once a year, during {peak}
a How can there be more roles than people?
q Roles should be few enough to name
i We had a role for Thursdays
t how many roles have a single member
# identity proofing | proofing; documents
d accept more than one way to prove identity
g let {w5-8} more people in a hundred complete unaided
w one document is asked for because one is checked
w failure is counted as suspicion
s {8-15}% of honest applicants fail the first proof
s those who fail are older, newer to the country or simply poorer
x each further route is a route for impostors too
a Who is honest and has no passport?
q More doors, same lock
i Everyone I could not verify was somebody's grandmother
t who fails the first proof
# shared devices | frontline; devices
d sign people in by badge on shared devices
g save {staff} {9-17} minutes a shift
w the first to arrive logs in for everyone
w policy was written at desks for desks
s {w6-7} in ten shared devices run all day under one name
s {staff} sign in {14-26} times a shift where no badge is used
x a badge left in a reader is a shared log-in again
a Who is Reception Two?
q Security must be faster than the bypass
i The nearest password was on the ceiling tile
t how long a sign-in takes with gloves on
# identity incidents | incidents; detection
d treat odd sign-ins as incidents within the hour
g contain {66-82}% of account takeovers before damage
w sign-in alerts go to the desk that resets passwords
w impossible travel turns out to be a telephone
s an attacker with a valid account stays {9-21} days unseen
s {w7-8} in ten takeovers show an odd sign-in on the first day
x sessions ended by mistake are remembered by those who were on stage
a Why did she sign in from two places?
q The first sign-in tells the story
i The alert was right, and it was unread
t who reads sign-in alerts on Sundays
"""

CYBER_INSURANCE = """
# policy exclusions | exclusions; wording
d read exclusions together with the incident plan
g close {w3-5} gaps before renewal
w the policy is read by brokers and the plan by engineers
w war, outage and supplier clauses overlap in the dark
s {44-58}% of insured organisations could not say whether a supplier's outage is covered
s {w2-3} in ten claims meet an exclusion nobody had discussed
x clearer wording usually means narrower wording
a Is it covered if it happens to somebody else?
q Read it before it rains
i Page forty-one took away what page two had given
t what the policy says about a supplier's outage
# proposal forms | underwriting; disclosure
d answer the proposal form with evidence attached
g shorten renewal by {w2-4} weeks
w the form is filled in by those who hope
w a yes means sometimes to one side and always to the other
s {w3-4} in ten answers about multi-factor sign-in are too generous
s {11-19}% of disputed claims turn on one answer in the form
x evidence given once will be asked for every year
a Did you mean always, or mostly?
q A hopeful yes is an expensive word
i We ticked everywhere, and it was nearly everywhere
t which answer on the form could not be proven
# premiums after a claim | premiums; claims
d show what was mended before renewal talks
g limit the increase to {9-17}%
w underwriters price silence as risk
w lessons are written for the regulator and filed
s premiums rise by {28-47}% after a claim and by half that when repairs are shown
s {w6-7} in ten organisations bring no repair evidence to renewal
x a tidy story invites a closer look
a What changed after the last time?
q Repairs are the cheapest argument
i They asked what was different, and the room went quiet
t which repair since the incident can be shown
# waiting periods | business interruption; downtime
d compare the waiting period with the real cost per hour
g recover {21-36}% more of interruption losses
w waiting periods are copied from property cover
w the costly hours come first
s {w5-6} in ten interruptions end before cover begins
s the first {w8-12} hours carry {39-54}% of the loss
x each hour off the waiting period is priced as if it were two
a When does cover begin, and when does the damage?
q The first hours are always your own
i We were down for nine hours and insured from the tenth
t what the first eight hours cost
# panel vendors | incident response; panels
d agree response vendors with the insurer beforehand
g save {w9-20} hours in the first two days
w the preferred responder is not on the list
w approvals are needed on the one night nobody answers
s {37-51}% learn of the panel during their first incident
s costs of unlisted helpers are refused in {w3-4} of ten claims
x panel vendors are busiest on the day everyone needs them
a Whom may you call at three in the morning?
q Meet the fire brigade before the fire
i We called the best, and they were not on the list
t whom the insurer expects to be called first
# insurance limits | limits; quantification
d set limits from three written scenarios
g end the yearly argument about limits in {w2-3} meetings
w limits follow what peers are said to buy
w loss models impress more than they explain
s {59-73}% chose their limit without a scenario
s the median limit covers {31-48}% of a plausible bad month
x scenarios flatter the imagination of those who write them
a How bad is bad?
q Three stories beat one model
i Our limit was our neighbour's limit
t which three bad months the limit was set for
# ransom cover | ransomware; law
d decide on ransom before buying cover for it
g take {w2-3} days off the first crisis
w cover is bought in peace and questioned at night
w sanctions turn a payment into an offence
s only {16-28}% have a written position on paying
s those who pay wait {w5-9} days longer than planned for their data
x a position in writing may be found by the wrong reader
a Would you pay, and who says so?
q Decide by daylight
i We had cover for it and no stomach for it
t who would sign, and on whose advice
# small suppliers' cover | suppliers; requirements
d ask small suppliers for controls before cover
g bring {w3-4} in ten uninsured suppliers up to standard
w certificates are easier to collect than habits
w minimum cover is set without asking what it costs
s {52-67}% of small suppliers hold no cover at all
s the required limit would cost {w2-4}% of the turnover of the smallest
x controls cannot pay a claim
a What use is their certificate to you?
q Habits first, paper second
i He had bought the policy and left the door open
t which small supplier could not pay a claim
# captives and self-insurance | captive; risk financing
d keep the first loss and _insure the rest
g save {14-26}% of total risk cost over five years
w premiums buy comfort in the layer that happens every year
w finance fears volatility more than cost
s {w6-7} in ten losses fall below the first layer
s a captive pays off from about {w4-6} million in yearly premium
x two bad years in a row end the experiment
a Which losses can you carry yourself?
q Insure the rare, budget the usual
i We had been swapping coins with the insurer
t what the last five years would have cost uninsured
# claims evidence | claims; evidence
d keep incident logs with claims in mind
g raise the paid share of claims to {78-91}%
w responders repair first and write later
w hours are spent and not recorded
s {23-37}% of claimed hours cannot be evidenced
s logs are overwritten within {w7-14} days of the incident
x a claims writer in the crisis room changes what is said
a Can you prove the hours?
q Write while it burns
i The only record was a pizza receipt
t how long the logs are kept
# control investments | controls; premiums
d spend on the three controls that underwriters price
g earn back {19-34}% of the cost through premiums
w controls are chosen by fashion and premiums by losses
w nobody asks the underwriter what would help
s {w3-4} controls explain {58-71}% of the difference in premium
s restored backups count for more than any product
x priced controls are those that stopped last year's attack
a What would lower the price?
q Ask the person who prices it
i I asked, and she told me in five minutes
t which control the underwriter would pay for
# aggregation events | aggregation; systemic risk
d list what would fail together
g show the board {w2-4} shared failures it had not seen
w cover is sold one insured at a time
w everyone trusts the same few platforms
s {w4-5} in ten policies now limit losses from a widespread event
s a day's loss of one major platform would touch {31-46}% of insured sites
x shared failures are nobody's to fix
a What if it happens to everybody?
q Insurance is weakest when everyone claims
i Our backup plan and our supplier's were the same plan
t what would fail on the same day
"""
