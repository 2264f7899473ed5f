"""What each topic is about in each industry: two things to point at, in the order of TOPICS."""

ANCHORS = {
    "Banking": """
card blanks and terminals | cash in transit
core banking vendors | print and mail houses
salary runs and standing orders | merchant settlements
trade finance desks | receivables lending
overdraft fees | mortgage offers
account takeovers | mule accounts
nightly risk calculations | mobile banking
the core ledger | mortgage processing
customer master records | risk data
credit memos | call summaries
teller log-ins | corporate banking portals
payment-system outages | data theft
instant payments at weekends | mortgage completions
liquidity returns | large-exposure reports
financed emissions | green bonds
branch heating | lending for heat pumps
cash machines | data centre cooling
branch rotas | contact-centre shifts
adviser certificates | credit training
back-office teams | trading floors
lost cards | mortgage enquiries
account opening | business accounts
savings campaigns | card acquisition
mobile apps | small-business accounts
""",
    "Insurance": """
repair parts for insured cars | assistance networks
claims assessors | software hosts
claims payouts | premium instalments
premium debtors | reinsurance recoverables
motor renewals | small commercial lines
staged accidents | inflated claims
catastrophe models | quote engines
policy administration | actuarial models
policy records | broker submissions
claims notes | submission triage
broker portals | claims handlers
their own policies | the small-business book
storm surges in claims | renewal weekends
solvency returns | conduct reports
underwriting portfolios | property exposures
insured wind farms | office estates
office estates | assistance vehicles
claims surges | underwriting teams
underwriting academies | claims authority levels
underwriting rooms | claims teams
first notice of loss | renewal queries
quote journeys | broker onboarding
price-comparison traffic | brand campaigns
pay-by-use cover | add-on covers
""",
    "Retail": """
seasonal ranges | chilled goods
own-label makers | shopfitters
checkouts and click-and-collect | gift cards
seasonal stock | supplier terms
markdowns | loyalty prices
refund abuse | stolen vouchers
online peak traffic | recommendation engines
till software | warehouse systems
product data | loyalty records
product descriptions | demand forecasts
shared tills | seasonal staff accounts
online shop outages | card data
tills on a Saturday | peak trading
product safety files | packaging returns
own-label goods | packaging
shop refrigeration | delivery vans
chillers and escalators | automatic doors
Christmas temps | evening shifts
till training | department managers
head-office buyers | store managers
delivery queries | returns
loyalty sign-up | marketplace sellers
promotions | leaflets and local media
own-label ranges | click-and-collect
""",
    "Consumer goods": """
flavours and fragrances | packaging film
co-packers | ingredient houses
retailer settlements | direct-to-consumer orders
promotional deductions | finished goods
promotions with retailers | pack sizes
counterfeit goods | false deductions
demand planning runs | brand websites
factory scheduling | trade promotion tools
product master data | consumer data
consumer feedback | recipe development
factory terminals | agency accounts
line stoppages | brand websites
bottling lines | the run-up to Christmas
ingredient declarations | packaging levies
palm oil and cocoa | plastic packaging
process heat | refrigerated transport
filling lines | boilers
seasonal line crews | field sales teams
line operators | brand managers
brand teams | regional sales offices
consumer carelines | retailer queries
retailer listings | subscription boxes
shelf promotions | television campaigns
recipe changes | pack redesigns
""",
    "Manufacturing": """
castings and bearings | electronic components
tool makers | surface treatment shops
distributor settlements | milestone invoices
work in progress | customer tooling
spare-part prices | made-to-order quotes
changed bank details | scrap theft
simulation runs | plant historians
production planning | drawing archives
bills of material | machine data
service reports | visual inspection
shared shop-floor terminals | machine vendors' remote access
plant stoppages | design theft
paint lines | single presses
export declarations | product conformity files
purchased steel | process emissions
furnaces and compressors | forklift fleets
presses and spindles | cranes
shift crews | setters and toolmakers
welders and fitters | apprentices at the bench
engineering offices | planners away from the line
spare-part enquiries | warranty cases
distributor set-up | dealer portals
trade fairs | technical content
machine options | connected machines
""",
    "Automotive": """
wiring harnesses | chips
tier-two stampers | logistics hubs
dealer settlements | charging sessions
vehicles in transit | tooling advances
option packages | service contracts
warranty claims | dealer bonuses
driving data | crash simulation
dealer systems | plant control software
vehicle data | parts master data
warranty texts | damage photographs
dealer log-ins | owner apps
dealer outages | connected vehicles
just-in-sequence deliveries | body shops
type approval files | recall reports
battery materials | supplier steel
battery plants | paint shops
robots | press lines
shift patterns in final assembly | workshop technicians
high-voltage training | diagnostics
development centres | supplier quality teams
workshop bookings | recall questions
leasing applications | dealer appointments
model launches | test drives
over-the-air updates | interior options
""",
    "Energy and utilities": """
transformers | cable joints
line contractors | meter readers
direct debits | prepayment meters
unbilled energy | network spares
fixed tariffs | connection fees
meter tampering | false switching
smart-meter data | weather models
billing engines | control-room systems
meter points | network maps
fault descriptions | load forecasts
control-room access | field crews' tablets
control systems | customer data
storm response | the winter peak
price-cap returns | network performance reports
methane leaks | supply contracts
grid upgrades | heat networks
turbines and pumps | overhead lines
storm crews | control-room shifts
line workers | heat-pump fitters
planning engineers | dispatch rooms
bill shock | moving home
tariff switching | heat-pump orders
switching campaigns | energy-saving advice
time-of-use tariffs | home charging
""",
    "Healthcare": """
theatre sets | contrast media
sterilisation partners | locum agencies
private invoices | co-payments
insurer receivables | consumables on wards
private treatment prices | diagnostic packages
phantom visits | supplier invoices
imaging archives | appointment portals
patient administration | laboratory systems
patient records | waiting lists
discharge letters | referral sorting
ward terminals | visiting clinicians
electronic records | theatre downtime
emergency departments | winter pressure
activity returns | incident notifications
anaesthetic gases | single-use items
hospital boilers | operating-theatre air
scanners | lifts and generators
nurse rosters | theatre teams
clinical refreshers | ward leadership
booking teams | remote consultations
appointment lines | test results
first appointments | transfers between hospitals
screening invitations | vaccination campaigns
virtual wards | patient portals
""",
    "Life sciences": """
active ingredients | cold-chain packaging
contract manufacturers | trial sites
wholesaler settlements | investigator payments
batches in quarantine | rebates
tender prices | launch prices
falsified medicines | duplicate trial subjects
sequence analysis | trial data platforms
batch records | laboratory systems
trial data | product identifiers
deviation reports | literature screening
laboratory log-ins | contract researchers
trial data theft | plant outages
sterile filling | shipment at minus seventy
safety reports | batch certificates
solvents | inhaler propellants
clean-room air | freeze dryers
autoclaves | filling lines
validation engineers | trial monitors
good-practice training | laboratory analysts
research sites | regulatory affairs teams
medical enquiries | pharmacy hotlines
trial site activation | pharmacy accounts
prescriber campaigns | congresses
dose forms | companion apps
""",
    "Transport and logistics": """
truck tyres and parts | pallets
subcontracted hauliers | terminal operators
freight invoices | fuel cards
detention charges | fuel advances
spot rates | fuel surcharges
cargo theft | fake carriers
route optimisation | tracking data
dispatch software | customs systems
shipment records | address data
customs papers | arrival-time forecasts
depot terminals | drivers' handsets
terminal outages | booking portals
hub sorting | the pre-Christmas weeks
customs declarations | driving-hours records
freight emissions | empty miles
electric trucks | depot charging
conveyors | trailers and tail lifts
driver rosters | night sorting crews
driver training | dangerous-goods certificates
dispatchers | customs clerks
missed deliveries | tracking questions
shipper accounts | haulier sign-up
shipper campaigns | driver recruitment
parcel lockers | delivery time slots
""",
    "Telecoms and media": """
handsets and routers | fibre ducts
tower owners | content rights holders
monthly bills | top-ups
handset instalments | roaming balances
bundle prices | contract renewals
swapped SIM cards | subscription fraud
streaming traffic | call records
billing stacks | network inventory
subscriber records | viewing data
fault tickets | subtitles
shop log-ins | subscriber accounts
network outages | subscriber data
live broadcasts | mobile core sites
outage notifications | lawful-access requests
set-top boxes | handset materials
mast power | exchange cooling
masts and batteries | street cabinets
installer rounds | newsroom shifts
fibre splicing | data journalism
newsrooms | network planning
slow broadband | bill queries
number transfers | home installation
subscriber acquisition | programme launches
family bundles | streaming add-ons
""",
    "Public sector": """
school meals | road salt
outsourced care | software framework holders
benefit payments | parking fees
grants paid in advance | unpaid council charges
permit fees | leisure charges
benefit claims | procurement cartels
citizen portals | mapping services
tax registers | case files
population registers | property data
letters to residents | planning applications
shared counters | councillors' accounts
council systems | school networks
emergency call rooms | election weeks
statistical returns | grant reports
public buildings | road works
street lighting | school heating
bridges | school boilers
care-worker rotas | inspectors
planning officers | front-desk staff
town hall offices | inspectors on the road
waste collection queries | permit questions
permit applications | school registration
recycling campaigns | staff recruitment
online permits | appointment booking
""",
}
