//! Places and the adjectives made of them. Written from general knowledge.

/// Countries, states, cities and seats of government, word by word; capitals may speak for their governments.
pub(super) const PLACE: &str = "
    new
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
    bolivia bosnia botswana brazil britain bulgaria cambodia cameroon canada chile china colombia congo croatia cuba cyprus
    czechia denmark ecuador egypt england eritrea estonia ethiopia europe finland france gambia germany ghana greece
    guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
    kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia
    madagascar malawi malaysia mali malta mauritania mexico moldova mongolia montenegro morocco mozambique myanmar namibia
    nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal
    qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland
    syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela
    vietnam wales yemen zambia zimbabwe zealand africa asia america americas antarctica
    u.s. u.s us usa u.k. u.k uk eu e.u. uae u.n. u.n un
    kyiv kiev moscow kremlin beijing brussels paris london berlin washington tehran ankara warsaw rome madrid vienna
    budapest prague bucharest sofia athens lisbon dublin oslo stockholm copenhagen helsinki tallinn riga vilnius minsk
    tbilisi yerevan baku cairo damascus baghdad riyadh jerusalem beirut amman doha dubai islamabad delhi mumbai kolkata
    dhaka colombo bangkok hanoi jakarta manila tokyo seoul pyongyang taipei hong kong sydney melbourne canberra ottawa
    toronto montreal vancouver havana bogota lima santiago caracas nairobi lagos pretoria johannesburg addis ababa
    geneva zurich hague strasbourg munich frankfurt hamburg milan barcelona istanbul gaza crimea donbas
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
    iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont
    virginia wisconsin wyoming d.c. d.c
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo n.h. n.j. n.m. n.y. n.c. n.d. s.c. s.d. r.i. w.va
    chicago houston phoenix philadelphia antonio diego dallas austin jacksonville francisco columbus charlotte indianapolis
    seattle denver boston detroit nashville memphis portland vegas louisville baltimore milwaukee albuquerque tucson fresno
    sacramento atlanta miami oakland minneapolis cleveland tampa orlando pittsburgh cincinnati manhattan brooklyn bronx
    queens hollywood angeles moines orleans
    birmingham manchester liverpool glasgow edinburgh belfast cardiff leeds sheffield bristol
";

/// Adjectives and nouns for who comes from where, votes for what or believes in what.
pub(super) const DEMONYM: &str = "
    afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian azerbaijani
    bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian cambodian canadian chilean chinese colombian
    congolese croatian cuban cypriot czech danish dutch egyptian english estonian ethiopian european filipino finnish french
    georgian german ghanaian greek haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli
    italian jamaican japanese jordanian kenyan korean kurdish kuwaiti latvian lebanese libyan lithuanian malaysian mexican
    moldovan mongolian moroccan nepali nigerian norwegian pakistani palestinian peruvian polish portuguese qatari romanian
    russian rwandan saudi scottish serbian slovak slovenian somali spanish sri sudanese swedish swiss syrian taiwanese thai
    tunisian turkish ugandan ukrainian venezuelan vietnamese welsh yemeni zimbabwean western soviet
    republican democrat democratic labour conservative liberal tory green libertarian communist socialist
    christian muslim jewish catholic protestant hindu buddhist sikh orthodox evangelical mormon islamic
    hispanic latino latina black white
    texan californian floridian
";

/// The same in the plural: people who may say something together.
pub(super) const PEOPLE: &str = "
    afghans africans americans arabs asians australians britons canadians cubans egyptians europeans germans greeks indians
    iranians iraqis israelis italians koreans kurds mexicans pakistanis palestinians poles russians saudis scots swedes syrians
    turks ukrainians democrats republicans conservatives liberals tories libertarians socialists christians muslims jews
    catholics protestants evangelicals hindus mormons hispanics latinos texans californians
";
