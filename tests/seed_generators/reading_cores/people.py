"""What the invented analysts know about staffing plans and skills."""

WORKFORCE = """
# rota design | scheduling; shifts
d publish rotas four weeks ahead
g bring short-notice absence down by {13-24}%
w rotas are finished when the last gap is filled
w planners guard flexibility that {staff} pay for
s {w6-7} in ten changes to a rota come within a week of the shift
s {staff} value a fixed rota at about {3-6}% of pay
x a rota fixed early must be paid for in mild overstaffing
a When do people learn when they work?
q Notice is a form of pay
i I plan my life on Thursday evenings
t how many shifts changed within a week
# agency spending | agency; contingent
d fill agency shifts from an internal pool first
g replace {28-43}% of agency hours
w agency is quick to call and slow to question
w line managers own the gap and finance owns the bill
s agency hours cost {34-58}% more and are booked {w2-3} days ahead
s {w4-5} in ten agency shifts cover gaps that were known a month before
x an internal pool empties first during {peak}
a Was that gap really a surprise?
q Most emergencies are on the calendar
i We rented our own people back
t which agency shifts were known a month ahead
# attrition in the first year | retention; onboarding
d call each newcomer in the second week
g keep {7-14} more newcomers in a hundred past the first year
w the promise made at interview meets the rota
w leavers are asked why when it is too late to matter
s {31-46}% of leavers go within the first year, most within {w9-14} weeks
s {w5-6} in ten early leavers name the work and not the pay
x a call that only listens soon goes unanswered
a What did they expect on the first day?
q The second week decides
i Nobody had told me about the lifting
t what newcomers expected and did not find
# workforce forecasts | forecasting; demand
d forecast work in tasks rather than in posts
g bring the gap between plan and reality under {4-8}%
w last year's posts are taken as need
w budgets count heads and work arrives in hours
s headcount plans miss actual need by {11-19}% in either direction
s {23-35}% of hours go into tasks that appear in no plan
x counting tasks can feel like counting people
a What work is there, in hours?
q Plan the work, then the people
i We hired for the organisation chart of 2019
t which tasks appear in no plan
# older workers | ageing; retention
d offer part-time roles before retirement age
g delay {w3-4} in ten departures by two years
w retirement is a date in a system
w lighter work exists but has no job title
s {27-39}% of {staff} can retire within ten years
s {w5-6} in ten would stay longer for fewer hours
x part-time experts need full-time successors beside them
a Who would stay for three days a week?
q Retirement can be a slope
i They gave me a clock and then rang me every week
t who would stay if asked
# vacancies that stay open | recruitment; vacancies
d drop requirements that nobody checks
g fill open posts {15-28} days faster
w adverts are copied from the last one
w every interviewer adds a wish
s {w4-5} in ten listed requirements are never tested
s posts open for more than {80-120} days cost the team another leaver
x a broader door brings more people to turn away
a Which requirement do you actually use?
q The advert is older than the job
i We wanted ten years of something seven years old
t which requirement was never tested
# absence | absence; wellbeing
d look at teams before individuals
g lower short absence by {11-21}%
w absence is managed one letter at a time
w a bad manager looks like bad luck
s {w2-3} in ten teams account for half of short absence
s absence rises {w3-5} weeks after a rota change
x looking at teams points at managers
a Is it the person, the team or the rota?
q Absence has an address
i It followed him from site to site
t which team's absence changed most
# spans and layers | organisation design; management
d measure how managers spend their week
g return {w4-7} hours a week to the team
w layers are added to reward people
w spans are set by formula and filled with forms
s managers spend {39-54}% of the week on reports and approvals
s teams of {w7-9} with a present manager outperform teams of five with an absent one
x broad spans work until something goes wrong
a What does a manager do all day?
q Presence, not span
i I managed a spreadsheet about people
t how many hours managers spend with their people
# internal moves | mobility; careers
d open posts inside for a week first
g fill {w3-4} in ten posts with insiders
w managers hide their best people
w insiders must apply and outsiders are asked
s leaving is {w2-3} times easier than moving inside
s insiders are productive {w5-8} weeks sooner
x each move opens another gap
a Why is it easier to leave than to move?
q Let them go, so that they stay
i I found my next job here on a public website
t how long an internal move takes
# pay progression | pay; reward
d show people the next two steps in pay
g reduce resignations by {9-17}%
w new people are paid today's price and old ones yesterday's
w steps exist and are secret
s newcomers earn {4-9}% more than those who train them in {w4-5} of ten teams
s {52-67}% of {staff} do not know what the next step would pay
x a visible ladder shows who is standing on it
a What would I earn in two years?
q Secrecy costs more than raises
i I trained her, and then I saw the advert
t who trains people that earn more
# union and council talks | consultation; labour relations
d bring plans to councils before they are final
g agree changes {w5-9} weeks sooner
w consultation begins when the slides are printed
w both sides negotiate over numbers only one of them can see
s {w6-7} in ten disputes concern how rather than what
s early drafts draw {w3-4} times as many usable proposals
x a draft can leak before it has learnt to walk
a When is it too late to ask?
q Bring the draft, not the decision
i For once, they had not decided the colour of the chairs
t when the council saw the first draft
# skills-based staffing | skills; deployment
d staff projects by skill and not by department
g shorten project start by {w2-4} weeks
w departments lend people like neighbours lend ladders
w profiles are filled in once and age quietly
s {w5-6} in ten skills used at work appear in no profile
s idle skill and agency spending coexist in {47-61}% of organisations
x the most skilled are asked everywhere at once
a Who can do this, and who says so?
q Skills sit in the wrong drawer
i We hired a translator, and three of us spoke it
t which skill was bought while it sat idle
"""

SKILLS = """
# mandatory training | compliance training; time
d test first and _train only those who fail
g give back {w4-9} hours a person each year
w training proves that training took place
w every incident adds a module
s {58-74}% would pass the final test before the course
s {staff} finish mandatory modules in {36-52}% of the intended time
x a test first upsets those who write the courses
a Could you pass without the course?
q Let those who know go home
i I clicked next for an hour and learnt to click
t who would pass the test today
# apprenticeships | apprentices; talent
d let apprentices finish one real product a quarter
g keep {w7-8} in ten apprentices after training
w apprentices rotate before they are useful
w mentors are volunteers without a lighter load
s a mentor gives {w4-6} hours a week and is credited with none
s apprenticeship pays back after {w15-22} months in {w6-7} of ten schemes
x real work includes real mistakes
a What did they make?
q Rotation teaches corridors
i In my third year I was finally allowed to touch it
t what apprentices finished this quarter
# learning platforms | e-learning; platforms
d cut the catalogue to what is finished
g raise completion from {11-19}% to {41-58}%
w licences are counted in courses and used in minutes
w recommendations follow what is popular, not what is needed
s {4-8}% of courses make up nine tenths of the hours
s {w6-7} in ten people open the platform only when told to
x a small catalogue leaves the rare need unserved
a Which fifty courses are ever finished?
q Forty thousand courses, nobody home
i I searched for pumps and was offered mindfulness
t which courses anyone finished
# skills inventories | skills data; taxonomy
d infer skills from work and _let people correct them
g keep {w7-8} in ten profiles up to date
w people fill in profiles when they want to leave
w taxonomies are finished just as jobs change
s self-reported skill overstates by a full level in {24-37}% of cases
s a taxonomy of {900-2400} terms is used through {w3-4} dozen of them
x people object to being inferred
a Who knows what you can do?
q Work is the better profile
i According to the system I am an expert in fax
t which thirty skills people actually search for
# manager training | managers; leadership
d train new managers before the first appraisal round
g lift team retention by {4-9} points
w promotion rewards the work that one must then stop doing
w the course comes a year after the job
s new managers wait {w9-14} months for their first training
s {w4-5} in ten would return to their old job at the same pay
x early training without practice fades in a month
a When did you learn to say no kindly?
q The course comes a year too late
i I was given a team on Monday and a leaflet in May
t how long a new manager waits for help
# coaching at work | coaching; practice
d free one experienced person a week to coach
g reduce errors of newcomers by {19-33}%
w the best are too busy to be watched
w coaching has no cost centre
s an hour of coaching changes more than {w5-7} hours of class
s {staff} name a colleague, not a course, as the source of {w7-8} in ten skills
x the best doer is not always the best teacher
a Who showed you?
q Someone beside you
i She stood next to me for a week and said almost nothing
t who coached whom last week
# certification | certificates; quality
d renew certificates by showing the work
g find {w2-3} in ten certified people who need help
w renewal is a date and a fee
w the certificate proves a good morning years ago
s skill falls by {13-22}% a year when it is not used
s {w6-7} in ten renewals involve no demonstration
x a demonstration takes {sites} out of service
a When did you last do it?
q Paper keeps better than skill
i I was certified for a machine we had scrapped
t who has done it within a year
# digital basics | digital skills; inclusion
d teach basics on the device people use
g bring {w6-8} in ten hesitant users to daily use
w courses assume a desk and an hour
w those who need help have learnt to hide it
s {17-28}% of {staff} avoid at least one tool they are expected to use
s {w4-5} short lessons at the place of work beat one full day
x lessons at work are the first thing dropped during {peak}
a Who is quietly avoiding the tool?
q Teach where the gloves are
i He had asked his daughter to do it at home
t which tool people avoid
# AI skills for everyone | AI skills; adoption
d let teams pick one task and improve it together
g reach steady use in {w5-6} of ten teams
w training shows the tool and not the task
w early users keep quiet about what they save
s general courses raise use for {w3-4} weeks
s teams that shared one task still used it {w7-9} months later
x one task well done can hide ten done badly
a Which task will you stop doing by hand?
q One task, together
i We started with the minutes, and the meetings got shorter
t which single task changed
# career paths | careers; progression
d describe the move and not only the role
g raise applications for internal roles by {21-38}%
w paths are drawn upwards
w nobody meets the person who took the odd turning
s {w6-7} in ten good moves were sideways
s {49-63}% of {staff} cannot name a role they could do next
x stories of odd turnings flatter those who tell them
a Which way is up?
q Most careers are crooked
i My best promotion was on the same floor and pay
t which sideways move went well
# knowledge of leavers | knowledge transfer; retirement
d record the exceptions and not the manual
g save successors {w5-9} weeks
w handover begins with the farewell card
w experts describe the rule and work by the exception
s {52-66}% of what successors miss are exceptions
s {w3-4} recorded hours with an expert replace a hundred pages
x experts who are recorded speak like manuals
a What do you do when it goes wrong?
q Ask for the odd days
i Listen for the pump, he said, and left
t what only one person would know on a bad day
# training budgets | budget; return
d fund skills that appear in the plan
g move {26-41}% of the budget to shortages
w budgets are shared out by headcount
w courses are chosen like chocolates
s {w3-4} in ten training hours serve a skill that is not short
s the scarcest skills receive {5-11}% of the money
x fairness is also a reason to train
a Which shortage did training end?
q Spend where it is short
i We were superbly trained in what we had
t which shortage the budget reduced
"""
