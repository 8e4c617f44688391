"""Parts of the world and of countries, by the compass; countries with their demonyms and capitals."""

COMPASS = {
    "north": "north", "northern": "north", "south": "south", "southern": "south", "east": "east", "eastern": "east",
    "west": "west", "western": "west", "central": "central", "center": "central", "centre": "central",
    "northeast": "northeast", "northeastern": "northeast", "northwest": "northwest", "northwestern": "northwest",
    "southeast": "southeast", "southeastern": "southeast", "southwest": "southwest", "southwestern": "southwest",
}  # fmt: skip
SIDES = {"left": "left", "right": "right", "front": "front", "rear": "rear", "upper": "upper", "lower": "lower"}
CONTINENTS = {
    "africa": "africa", "african": "africa", "europe": "europe", "european": "europe", "asia": "asia", "asian": "asia",
    "america": "america", "american": "america",
}  # fmt: skip
NAMED_REGIONS = {
    "sahel": "sahel", "sahelian": "sahel", "maghreb": "maghreb", "balkan": "balkans", "balkans": "balkans",
    "baltic": "baltic", "caribbean": "caribbean", "scandinavian": "scandinavia", "scandinavia": "scandinavia",
    "mideast": "middle east", "caucasus": "caucasus",
}  # fmt: skip
_REALMS = (
    "country nation state republic kingdom island province county city town territory village region district suburb"
)
REALMS = frozenset(_REALMS.split())
"""Words by which a report calls again a place that it has named."""

_COUNTRIES = """
afghanistan afghan kabul|albania albanian tirana|algeria algerian algiers|angola angolan luanda
|argentina argentine argentinian argentinean|armenia armenian yerevan|australia australian canberra
|austria austrian vienna|azerbaijan azerbaijani azeri baku|bahrain bahraini manama|bangladesh bangladeshi dhaka
|belarus belarusian minsk|belgium belgian brussels|benin beninese|bolivia bolivian|bosnia bosnian sarajevo
|botswana|brazil brazilian brasilia|bulgaria bulgarian sofia|burkina burkinabé burkinabe ouagadougou
|burundi burundian|cambodia cambodian|cameroon cameroonian yaounde|canada canadian ottawa|chad chadian ndjamena
|chile chilean santiago|china chinese beijing|colombia colombian bogota|congo congolese kinshasa|croatia croatian zagreb
|cuba cuban havana|cyprus cypriot nicosia|czech czechia prague|denmark danish dane copenhagen|ecuador ecuadorian quito
|egypt egyptian cairo|eritrea eritrean asmara|estonia estonian tallinn|ethiopia ethiopian|finland finnish helsinki
|france french paris|gabon gabonese|gambia gambian|georgia georgian tbilisi|germany german berlin|ghana ghanaian accra
|greece greek athens|guatemala guatemalan|guinea guinean conakry|haiti haitian|honduras honduran|hungary hungarian
budapest
|iceland icelandic reykjavik|india indian delhi|indonesia indonesian jakarta|iran iranian tehran|iraq iraqi baghdad
|ireland irish dublin|israel israeli jerusalem|italy italian rome|jamaica jamaican|japan japanese tokyo
|jordan jordanian amman|kazakhstan kazakh astana|kenya kenyan nairobi|kosovo|kuwait kuwaiti|kyrgyzstan kyrgyz bishkek
|laos laotian|latvia latvian riga|lebanon lebanese beirut|liberia liberian monrovia|libya libyan tripoli
|lithuania lithuanian vilnius|malawi malawian|malaysia malaysian|mali malian bamako|mauritania mauritanian nouakchott
|mexico mexican|moldova moldovan chisinau|mongolia mongolian|montenegro|morocco moroccan rabat|mozambique mozambican
maputo
|myanmar burmese naypyidaw|namibia namibian|nepal nepalese nepali kathmandu|netherlands dutch hague
|nicaragua nicaraguan managua|nigeria nigerian abuja|niger nigerien niamey|norway norwegian oslo|oman omani muscat
|pakistan pakistani islamabad|palestine palestinian ramallah|panama panamanian|paraguay paraguayan|peru peruvian lima
|philippines philippine filipino manila|poland polish warsaw|portugal portuguese lisbon|qatar qatari doha
|romania romanian bucharest|russia russian moscow kremlin|rwanda rwandan kigali|saudi riyadh|senegal senegalese dakar
|serbia serbian belgrade|singapore singaporean|slovakia slovak bratislava|slovenia slovenian ljubljana
|somalia somali mogadishu|spain spanish madrid|sudan sudanese khartoum|sweden swedish stockholm|switzerland swiss bern
|syria syrian damascus|taiwan taiwanese taipei|tajikistan tajik|tanzania tanzanian|thailand thai bangkok|togo togolese
lome
|tunisia tunisian tunis|turkey turkish türkiye ankara|turkmenistan turkmen|uganda ugandan kampala|ukraine ukrainian kyiv
kiev
|uae emirates emirati|uruguay uruguayan|uzbekistan uzbek tashkent|venezuela venezuelan caracas|vietnam vietnamese hanoi
|yemen yemeni sanaa|zambia zambian lusaka|zimbabwe zimbabwean harare
"""
COUNTRIES = {name: names.split()[0] for names in _COUNTRIES.replace("\n", " ").split("|") for name in names.split()} | {
    "us": "us",
    "american": "us",
    "washington": "us",
    "uk": "uk",
    "britain": "uk",
    "british": "uk",
    "london": "uk",
}
"""A country's name, demonym or capital, folded, and the country. Capitals speak for governments: Paris drafted."""
_STATE_WORDS = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming carolina dakota
    england scotland wales ontario quebec
"""
STATES = frozenset(_STATE_WORDS.split())
"""Words of the names of parts of countries in which many towns lie."""
PHRASES = {
    ("united", "states"): "us", ("united", "kingdom"): "uk", ("great", "britain"): "uk", ("white", "house"): "us",
    ("south", "korea"): "south korea", ("south", "korean"): "south korea", ("north", "korea"): "north korea",
    ("north", "korean"): "north korea", ("south", "africa"): "south africa", ("south", "african"): "south africa",
    ("ivory", "coast"): "ivory coast", ("cote", "divoire"): "ivory coast", ("new", "zealand"): "new zealand",
    ("sri", "lanka"): "sri lanka", ("saudi", "arabia"): "saudi", ("united", "nations"): "un",
    ("european", "union"): "eu", ("african", "union"): "au",
}  # fmt: skip
