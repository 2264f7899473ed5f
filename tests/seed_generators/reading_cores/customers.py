"""What the invented analysts know about service and onboarding."""

CUSTOMER_SERVICE = """
# avoidable contacts | contact reduction; root cause
d publish the ten reasons for contact each week
g remove {12-23}% of contacts at their cause
w service answers for faults that others make
w contacts are counted by channel and not by cause
s {41-56}% of contacts ask where something is or why it changed
s {w5-7} causes explain half of all contacts
x a cause owned by another department stays a cause
a Why did they have to call?
q The best contact is the one not needed
i I apologise all day for other people's letters
t which cause made most people call last week
# first-contact resolution | resolution; quality
d let {staff} decide small matters on the spot
g solve {8-15} more in a hundred at first contact
w authority is kept where no {customer} ever calls
w rules are made for the worst case
s {w3-4} in ten cases are passed on for a decision worth less than the call
s repeat contacts cost {w2-3} times the favour in dispute
x freedom without examples makes two people give two answers
a What may {staff} decide alone?
q A small yes saves three calls
i I knew the answer and was not allowed to give it
t up to what amount {staff} may decide
# service channels | channels; digital
d match the channel to the worry
g shift {17-28}% of contacts without pushing anyone
w channels are chosen by cost and feared by {customers}
w the number is hidden, and so is the reason for calling
s {w6-7} in ten callers had tried another way first
s worry predicts the choice of channel better than age does
x a channel that works well is soon full
a How worried are they?
q People call when they are afraid
i They do not want a chat, they want a voice
t what {customers} tried before they called
# service metrics | metrics; targets
d drop handling time from individual targets
g improve resolution by {5-11} points at the same cost
w what is timed is shortened
w averages reward those who pass cases on
s handling time explains {6-14}% of cost per solved case
s {w5-6} in ten {staff} admit ending a call for the clock
x without a clock, the slow need a kind word
a Faster at what?
q Time the problem, not the person
i I could see the clock in her voice
t what {staff} do when the clock runs out
# complaint handling | complaints; recovery
d answer complaints in the words they were written in
g settle {w6-7} in ten complaints with the first reply
w replies are built from approved sentences
w an apology is treated as an admission
s {staff} use {w3-5} of the two hundred approved sentences
s complainants who hear a name and a date escalate {w3-4} times less
x plain words can be quoted
a Did you answer what they wrote?
q Sorry is cheaper than silence
i They sent me a paragraph about a problem I did not have
t which words of the complaint appear in the reply
# knowledge articles | knowledge base; content
d have {staff} mend the article while on the case
g raise trust in answers from {w4-5} in ten to {w7-8}
w articles are written by people who take no calls
w nobody is thanked for correcting a sentence
s {w3-4} in ten articles are out of date
s {staff} ask a neighbour {w5-7} times a shift rather than search
x everyone mending means someone must read
a Whom do you ask when the page is wrong?
q The neighbour is the search engine
i We all knew that page was wrong
t which article {staff} avoid
# vulnerable {customers} | vulnerability; care
d ask one open question before any script
g recognise {w2-3} times as many people in need
w needs are recorded in free text that nobody reads
w scripts have no place for silence
s {21-34}% of {customers} are in a hard spell in any given year
s {w6-7} in ten would tell if they were asked once and not again
x a note about need follows a person for years
a What would help today?
q Ask once, remember kindly
i I had told the story four times by lunch
t how often a {customer} must repeat the story
# waiting and queues | queues; waiting time
d offer to call back at a set time
g take {24-37}% off the longest waits
w queues are staffed for the average hour
w announcements say that the call is important
s the busiest {w2-3} hours a week hold a third of lost calls
s {58-72}% prefer a promised hour to a shorter wait
x a call-back missed is worse than a queue
a When will you ring?
q A promise is shorter than a wait
i I knew the music by heart
t how often a promised call was late
# service recovery | recovery; loyalty
d make amends before being asked
g retain {9-16}% more of those affected
w amends are granted to those who insist
w faults are known inside long before anyone is told
s {w7-8} in ten people affected by a fault never complain
s a small unasked credit is remembered {w3-4} times as long as a large one demanded
x amends announce the fault to those who missed it
a Who was hurt and said nothing?
q Unasked is worth double
i The note came before I had noticed
t who was affected and did not complain
# outsourced service | outsourcing; partners
d pay partners for problems that stay solved
g bring repeat contacts down by {19-30}%
w partners are paid by the minute or by the call
w the partner hears first and reports last
s repeat contacts are {w2-3} in ten under price-per-call
s partners who join weekly reviews suggest {w4-6} usable fixes a month
x paying for solved problems needs agreement on solved
a What is the partner paid to want?
q Buy silence, not calls
i They were very good at answering
t what the partner earns from a repeat call
# self-service | self-service; design
d mend the three pages where people give up
g let {11-19}% more finish alone
w pages are tested by people who know the answer
w the words on the page are the words of the department
s {w3-4} pages cause half of all abandoned tasks
s changing {w5-9} words moved completion by {6-13} points in the median test
x those who still call are the hard cases
a Where do they give up?
q Nine words can be a project
i Nobody outside knows what a mandate is
t at which word {customers} stop
# service staffing | staffing; forecasting
d forecast contacts from events and letters
g bring overstaffed hours down by {13-22}%
w letters are sent on the day that suits the printer
w forecasts know last year and not tomorrow's mailing
s {28-41}% of contact peaks follow a letter or a bill
s spreading one mailing over {w4-6} days flattens the week
x letters have lawful dates
a Who sent the letter?
q The postman makes the peak
i Everyone got it on Monday, and everyone called
t which letter caused the last peak
"""

ONBOARDING = """
# application forms | forms; conversion
d ask only what the first decision needs
g raise completion by {9-18}%
w each department wants its question asked first
w forms are never read from start to end by their owners
s the median form has {31-54} fields and the first decision needs {w7-11}
s {w4-5} in ten who give up do so at a question about somebody else
x what is not asked now must be asked later, and later is easy to forget
a What do you need to know today?
q Every question costs someone
i I gave up at my employer's fax number
t which question no decision uses
# document collection | documents; upload
d show a good example before asking for a document
g get {19-32}% more documents right the first time
w people photograph what they have
w rejections arrive days later in a code
s {w3-4} in ten documents are sent more than once
s a rejection within the minute is mended {w4-5} times as often as one next day
x clear examples help those who copy
a What does a good one look like?
q Refuse at once, or accept
i My passport was fine, and my thumb was not
t how long until someone hears that a document is wrong
# time to first use | activation; early life
d bring {customers} to a first success within a day
g keep {7-13} more in a hundred after three months
w onboarding ends with a signature
w the welcome letter describes the house and not the door
s those who use it in the first {w3-5} days stay {w2-3} times as often
s {37-51}% of new {customers} do nothing in the first month
x a first success that is staged is soon found out
a When did they first get something out of it?
q Signed is not started
i I had it for a month before I needed it, and by then I had forgotten
t what new {customers} do in their first week
# identity checks at the start | identity; checks
d explain each check in one line
g reduce drop-out at checks by {14-25}%
w checks are announced like accusations
w failures give no reason and no way back
s {11-19}% of honest applicants fail an automatic check
s a one-line reason keeps {w5-6} in ten of them
x reasons for a check teach how to pass it
a Why are you asking?
q Say why, and they will wait
i It said no, and did not say to what
t what an honest person sees after a refusal
# business applicants | business customers; due diligence
d let several people complete one application
g shorten time to open from {18-31} days to {w7-10}
w one form expects one person who knows everything
w owners, signatories and users are asked the same things
s {w4-5} people touch the average business application
s {62-77}% of waiting time is spent on the applicant's side
x shared applications raise the question of who agreed
a Who has the answer, and are they invited?
q A business is not one person
i I needed three signatures and a cousin
t on whose side the application waits
# hand-over from sales | sales; hand-over
d send the promise along with the contract
g halve early disappointments
w sellers leave when the signature is dry
w what was promised lives in a call nobody recorded
s {w3-4} in ten early complaints concern a promise no document holds
s a page of promises takes {w8-12} minutes and saves {w2-3} hours
x written promises are promises
a What did the seller say?
q Hand over the promise too
i He had said by Friday, and nobody else had heard of Friday
t what was promised that no document holds
# waiting during onboarding | waiting; communication
d say who is waiting for whom
g bring status calls down by {31-46}%
w in progress is the only word the system knows
w both sides think that the other has the ball
s {26-39}% of elapsed time passes while each waits for the other
s one message naming the next step saves {w2-3} calls
x naming who waits names who is slow
a Whose turn is it?
q Say whose turn it is
i We were both being patient
t whose turn it is right now
# welcome communication | welcome; email
d send three messages in place of nine
g lift opening of the ones that matter to {48-63}%
w each team welcomes the newcomer on its own
w messages follow the calendar and not the {customer}
s new {customers} receive {w7-12} messages in the first fortnight
s opening falls by {w4-5} in ten after the third
x the fourth message is somebody's target
a Which message would they miss?
q Welcome once
i Six departments were delighted to meet me
t which welcome message nobody opens
# accessibility | accessibility; inclusion
d test with five people who use other means
g open the journey to {4-9}% more people
w guidelines are checked and people are not asked
w help is offered at the end, where nobody arrives
s {w6-7} in ten barriers are found by the first five testers
s a barrier-free journey is finished {12-20}% faster by everyone
x a single inaccessible document at the end undoes it
a Who never got this far?
q Easier for some is easier for all
i The box was there, and the screen reader said box
t who never reaches the last page
# branch and assisted onboarding | assisted; {sites}
d let people start at home and finish at a {site}
g save {staff} {12-23} minutes a case
w each channel begins from the first page
w help at {sites} is measured as failure of the website
s {w3-4} in ten who visit had already typed everything once
s assisted {customers} stay {w2-3} years longer in {w5-6} of ten samples
x help that is easy to get is used by those who do not need it
a Why begin again?
q Continue, do not restart
i I had done it all, and she asked for my name
t what must be typed a second time
# consent and terms | terms; consent
d put the three surprising terms first
g cut later disputes by {15-27}%
w terms are ordered by law and not by surprise
w agreement is timed in seconds
s the median reader spends {w9-15} seconds on the terms
s {w3-4} clauses cause {66-79}% of later disputes
x surprises placed first put some people off
a What would surprise them?
q Lead with the surprise
i It was on page nineteen, in fairness
t which three terms surprise people later
# referrals and first months | referral; growth
d ask for a referral after the first success
g double the number of useful referrals
w referrals are asked for in the welcome letter
w rewards are paid for names and not for friends
s referred {customers} stay {18-31}% longer
s {w7-8} in ten referrals come within {w2-3} weeks of a good moment
x rewards turn friends into lists
a When are they glad they came?
q Ask when they smile
i I told my sister before you asked me
t after which moment people tell a friend
"""
