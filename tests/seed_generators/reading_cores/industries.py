"""The industries the invented analysts write for: who is in them, and their words for things."""

# name: (adjective for titles, customers, customer, sites, site, staff, busiest time)
WORDS = {
    "Banking": (
        *("banking", "customers", "customer", "branches", "branch"),
        *("branch staff", "quarter end"),
    ),
    "Insurance": (
        *("insurance", "policyholders", "policyholder", "offices", "office"),
        *("claims handlers", "renewal season"),
    ),
    "Retail": (
        *("retail", "shoppers", "shopper", "stores", "store"),
        *("store staff", "the weeks before Christmas"),
    ),
    "Consumer goods": (
        *("consumer goods", "buyers", "buyer", "plants", "plant"),
        *("line operators", "the summer season"),
    ),
    "Manufacturing": (
        *("manufacturing", "customers", "customer", "plants", "plant"),
        *("shop-floor staff", "the autumn rush"),
    ),
    "Automotive": (
        *("the automotive trade", "customers", "customer", "plants", "plant"),
        *("assembly crews", "the launch quarter"),
    ),
    "Energy and utilities": (
        *("energy and utilities", "households", "household", "depots", "depot"),
        *("field crews", "the heating season"),
    ),
    "Healthcare": (
        *("healthcare", "patients", "patient", "hospitals", "hospital"),
        *("ward staff", "the winter months"),
    ),
    "Life sciences": (
        *("life sciences", "prescribers", "prescriber", "laboratories", "laboratory"),
        *("laboratory staff", "submission season"),
    ),
    "Transport and logistics": (
        *("logistics", "shippers", "shipper", "depots", "depot"),
        *("drivers", "the parcel peak"),
    ),
    "Telecoms and media": (
        *("telecoms and media", "subscribers", "subscriber", "shops", "shop"),
        *("shop and field staff", "the autumn launch season"),
    ),
    "Public sector": (
        *("the public sector", "residents", "resident", "offices", "office"),
        *("front-desk staff", "year end"),
    ),
}

# singular | plural
ORGANISATIONS = {
    "Banking": """
regional bank | regional banks
savings bank | savings banks
private bank | private banks
mid-sized bank | mid-sized banks
mortgage lender | mortgage lenders
cooperative bank | cooperative banks
card issuer | card issuers
digital bank | digital banks
""",
    "Insurance": """
motor insurer | motor insurers
mutual insurer | mutual insurers
life insurer | life insurers
health insurer | health insurers
specialty insurer | specialty insurers
mid-sized insurer | mid-sized insurers
commercial insurer | commercial insurers
reinsurer | reinsurers
""",
    "Retail": """
grocery chain | grocery chains
fashion retailer | fashion retailers
home-improvement chain | home-improvement chains
online retailer | online retailers
pharmacy chain | pharmacy chains
department store group | department store groups
furniture retailer | furniture retailers
discount chain | discount chains
""",
    "Consumer goods": """
food maker | food makers
drinks group | drinks groups
cosmetics house | cosmetics houses
household goods maker | household goods makers
family-owned food group | family-owned food groups
toy maker | toy makers
pet-food maker | pet-food makers
dairy group | dairy groups
""",
    "Manufacturing": """
machine builder | machine builders
pump maker | pump makers
electronics assembler | electronics assemblers
family-owned manufacturer | family-owned manufacturers
plastics processor | plastics processors
packaging producer | packaging producers
mid-sized manufacturer | mid-sized manufacturers
toolmaking group | toolmaking groups
""",
    "Automotive": """
parts supplier | parts suppliers
vehicle maker | vehicle makers
dealer group | dealer groups
truck maker | truck makers
leasing fleet | leasing fleets
seat and interior supplier | seat and interior suppliers
battery maker | battery makers
van converter | van converters
""",
    "Energy and utilities": """
network operator | network operators
municipal utility | municipal utilities
energy retailer | energy retailers
water utility | water utilities
wind-farm operator | wind-farm operators
heat supplier | heat suppliers
regional utility | regional utilities
gas distributor | gas distributors
""",
    "Healthcare": """
hospital group | hospital groups
university hospital | university hospitals
care provider | care providers
diagnostics chain | diagnostics chains
rehabilitation clinic | rehabilitation clinics
district hospital | district hospitals
dental group | dental groups
community health service | community health services
""",
    "Life sciences": """
generics maker | generics makers
biotech scale-up | biotech scale-ups
medical device maker | medical device makers
contract research house | contract research houses
vaccine producer | vaccine producers
mid-sized drug maker | mid-sized drug makers
diagnostics maker | diagnostics makers
animal health group | animal health groups
""",
    "Transport and logistics": """
parcel carrier | parcel carriers
freight forwarder | freight forwarders
haulage group | haulage groups
port operator | port operators
contract logistics provider | contract logistics providers
rail freight operator | rail freight operators
airline cargo unit | airline cargo units
cold-chain operator | cold-chain operators
""",
    "Telecoms and media": """
mobile operator | mobile operators
cable operator | cable operators
fibre builder | fibre builders
regional broadcaster | regional broadcasters
newspaper group | newspaper groups
streaming service | streaming services
business network provider | business network providers
publishing house | publishing houses
""",
    "Public sector": """
city council | city councils
tax office | tax offices
regional administration | regional administrations
county council | county councils
transport authority | transport authorities
social insurance office | social insurance offices
school authority | school authorities
national agency | national agencies
""",
}

# where: (in it, of it, cities)
REGIONS = {
    "United Kingdom": ("the United Kingdom", "British", "Leeds;Bristol;Glasgow;Cardiff"),
    "Nordics": ("the Nordics", "Nordic", "Aarhus;Gothenburg;Tampere;Bergen"),
    "Germany, Austria, Switzerland": (
        *("Germany, Austria and Switzerland", "German-speaking"),
        "Stuttgart;Graz;Basel;Leipzig",
    ),
    "Benelux": ("the Benelux countries", "Benelux", "Utrecht;Ghent;Rotterdam;Liège"),
    "France": ("France", "French", "Lyon;Nantes;Lille;Toulouse"),
    "Iberia": ("Spain and Portugal", "Iberian", "Valencia;Porto;Bilbao;Seville"),
    "Italy": ("Italy", "Italian", "Turin;Bologna;Verona;Genoa"),
    "Central Europe": ("Central Europe", "Central European", "Brno;Gdańsk;Győr;Ljubljana"),
    "Ireland": ("Ireland", "Irish", "Cork;Dublin;Galway;Limerick"),
    "North America": ("North America", "North American", "Ohio;Ontario;Denver;Minneapolis"),
    "Latin America": ("Latin America", "Latin American", "Medellín;Monterrey;Curitiba;Rosario"),
    "Gulf": ("the Gulf states", "Gulf", "Dubai;Doha;Muscat;Jeddah"),
    "India": ("India", "Indian", "Pune;Chennai;Hyderabad;Jaipur"),
    "South-East Asia": ("South-East Asia", "South-East Asian", "Penang;Cebu;Surabaya;Da Nang"),
    "Japan and Korea": ("Japan and Korea", "Japanese and Korean", "Nagoya;Busan;Fukuoka;Daegu"),
    "Australia and New Zealand": (
        *("Australia and New Zealand", "Australian and New Zealand"),
        "Brisbane;Adelaide;Wellington;Perth",
    ),
    "Southern Africa": (
        "Southern Africa",
        "Southern African",
        "Durban;Gaborone;Windhoek;Cape Town",
    ),
    "Global": ("", "", "Lisbon;Toronto;Singapore;Zurich"),
}
