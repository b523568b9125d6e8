//! Words for what people and bodies are. Written from general knowledge of English news copy.

/// Forms of address that tell a man.
pub(super) const MISTER: &str = "mr sir lord monsieur herr señor";

/// Forms of address that tell a woman.
pub(super) const MISTRESS: &str = "mrs ms miss mme madam dame lady frau señora mlle";

/// Forms of address.
pub(super) const ADDRESS: &str = "
    mr mrs ms miss mx messrs dr drs sir dame lord lady rev hon fr st mme mlle monsieur herr frau señor señora
";

/// Abbreviated titles and others that only stand before a name.
pub(super) const TITLE: &str = "
    prof sen sens rep reps gov govs pres amb atty adm gen lt maj col
    capt cmdr sgt cpl pvt insp supt del cllr pope saint sheikh ayatollah
    imam rabbi emperor
";

/// One person: offices, trades and relations.
pub(super) const ROLE: &str = "
    president vice-president chancellor minister premier governor senator congressman congresswoman representative
    lawmaker legislator councilman councilwoman councillor councilor councilmember mayor ambassador envoy diplomat secretary
    undersecretary treasurer chairman chairwoman chairperson chair chief director head leader speaker whip commissioner
    administrator superintendent inspector deputy
    spokesman spokeswoman spokesperson representative official aide adviser advisor strategist consultant counsel counselor
    counsellor operative organizer organiser activist campaigner candidate nominee contender frontrunner front-runner hopeful
    challenger incumbent opponent rival running-mate mate delegate donor fundraiser pollster volunteer staffer surrogate
    lawyer attorney prosecutor solicitor barrister judge justice magistrate sheriff detective officer policeman policewoman
    constable marshal agent investigator analyst expert specialist scientist researcher scholar professor lecturer teacher
    academic historian economist sociologist psychologist psychiatrist biologist physicist chemist astronomer geologist
    epidemiologist virologist ecologist climatologist engineer architect doctor physician surgeon nurse dentist pharmacist
    veterinarian paramedic
    executive ceo cfo coo cto cio cmo cpo ciso evp svp vp founder co-founder cofounder owner manager entrepreneur businessman businesswoman billionaire
    millionaire magnate mogul tycoon banker broker trader investor accountant economist realtor developer contractor employer
    employee worker farmer rancher fisherman miner driver pilot captain sailor soldier marine veteran general admiral colonel
    major lieutenant sergeant commander commandant corporal private
    journalist reporter correspondent editor columnist commentator anchor host presenter broadcaster blogger author writer
    novelist poet playwright critic reviewer translator photographer filmmaker director producer actor actress comedian comic
    singer musician composer conductor rapper artist painter sculptor designer model dancer choreographer curator chef
    athlete player coach trainer manager goalkeeper striker midfielder defender quarterback pitcher batsman bowler captain
    referee umpire cyclist runner swimmer golfer boxer champion winner
    priest pastor bishop archbishop cardinal pope rabbi imam minister reverend preacher evangelist monk nun theologian
    king queen prince princess duke duchess emperor
    student pupil graduate intern resident neighbor neighbour tenant voter supporter follower fan witness survivor victim
    patient suspect defendant plaintiff prisoner inmate refugee migrant immigrant citizen
    man woman boy girl child person father mother dad mom mum son daughter brother sister husband wife uncle aunt cousin
    nephew niece grandfather grandmother grandson granddaughter friend colleague partner boss widow widower
    insider source whistleblower newcomer native outsider
    dean provost principal headteacher headmaster librarian registrar ombudsman auditor comptroller
    ally booster backer detractor guru pioneer mastermind star legend veteran personality hero pundit skeptic sceptic cleric
    protester protestor demonstrator negotiator nanny teen teenager youth loyalist stalwart heavyweight insider maverick icon
    mayor-elect president-elect chieftain warlord warrior chairman-elect superstar heir successor predecessor rep
    committeeman committeewoman assemblyman assemblywoman alderman selectman
    narrator announcer commenter user tweeter heckler troll fundamentalist traditionalist
    advocate voice lobbyist regulator
    moderator interviewer guest caller participant customer client shopper passenger tourist visitor
    foreman forewoman supervisor docker electrician plumber mechanic welder fishmonger grocer shopkeeper bookkeeper beekeeper
    firefighter lifeguard caretaker hairdresser bartender publican landlord landlady bailiff juror vicar curate midwife carer
    apprentice trainee trucker commuter motorist hiker homeowner pensioner retiree stallholder clerk striker
";

/// Several people at once.
pub(super) const ROLES: &str = "
    presidents ministers governors senators congressmen congresswomen representatives lawmakers legislators councillors mayors
    ambassadors diplomats secretaries leaders officials authorities aides advisers advisors strategists consultants operatives
    organizers organisers activists campaigners candidates nominees contenders hopefuls challengers opponents rivals
    delegates donors fundraisers pollsters volunteers staffers staff surrogates spokesmen spokespeople spokespersons
    lawyers attorneys prosecutors judges justices officers police investigators detectives agents analysts experts specialists
    scientists researchers scholars professors teachers academics historians economists psychologists biologists physicists
    engineers architects doctors physicians surgeons nurses paramedics medics
    executives founders owners managers entrepreneurs bankers brokers traders investors developers employers employees workers
    farmers ranchers miners drivers soldiers troops marines veterans generals commanders
    journalists reporters correspondents editors columnists commentators pundits critics reviewers authors writers observers
    filmmakers producers actors comedians musicians artists designers athletes players coaches fans
    priests pastors bishops clerics rabbis imams
    students pupils graduates parents families residents neighbors neighbours tenants voters supporters followers protesters
    protestors demonstrators marchers witnesses survivors victims patients relatives prisoners refugees migrants immigrants
    citizens locals
    men women boys girls children people persons friends colleagues allies partners backers detractors skeptics sceptics
    insiders sources loyalists moderates members viewers readers users respondents participants customers others
    conservatives liberals negotiators mediators regulators policymakers organisers commissioners directors members
    strikers dockers firefighters jurors electricians mechanics shopkeepers commuters motorists hikers homeowners pensioners retirees
    landlords carers midwives
    skaters crowd audience attendees onlookers bystanders passers-by spectators
";

/// Last words of the names of bodies.
pub(super) const BODY: &str = "
    committee commission council congress senate house parliament assembly court department ministry agency bureau office
    administration authority service services force forces army navy guard police corps union association organization
    organisation federation confederation alliance coalition league society institute institution foundation fund trust
    center centre university college school academy hospital church museum library theatre theater
    company corporation corp inc llc ltd plc co group holdings partners capital bank insurance airlines airways motors
    tesla greenpeace amnesty industries systems technologies labs studios pictures entertainment records
    times post journal tribune herald gazette guardian telegraph mail express globe star sun chronicle observer
    register record inquirer examiner bulletin review magazine news press radio tv television network channel
    party campaign caucus pac conference convention board team club nations states kingdom republic watch
    project initiative network movement registry reserve treasury pentagon nato gop fbi cia dnc rnc nra aclu nfl nba un
    politico cnn msnbc nbc abc cbs bbc npr pbs afp reuters bloomberg breitbart buzzfeed facebook twitter google
    apple microsoft amazon youtube netflix uber instagram hamas hezbollah taliban isis
    aclu naacp opec unicef unesco imf oecd interpol
    street journal-constitution post-gazette airport ministries memorial
";

/// Bodies without a name: *the campaign said*.
pub(super) const BODY_NOUN: &str = "
    campaign administration government company corporation firm group organization organisation agency ministry department
    embassy committee commission council court panel board party union association foundation institute university
    college school church hospital police army military navy bank fund network station newspaper paper magazine team club
    office service authority bureau city county state coalition alliance movement majority minority opposition regime
    parliament congress senate cabinet task-force watchdog nonprofit charity think-tank startup retailer manufacturer airline
    tabloid daily weekly broadcaster platform
    pac super-pac delegation family jury crew
";

/// Things that can be read, and so say something.
pub(super) const TEXT: &str = "
    statement report letter memo email e-mail ad advertisement commercial spot poll survey article story column editorial
    op-ed essay book memoir headline sign banner poster placard caption tweet post blog website site page transcript
    document documents filing lawsuit complaint indictment affidavit ruling opinion decision order resolution bill law
    constitution treaty agreement study paper analysis review release note message invitation flier flyer leaflet pamphlet
    petition slogan t-shirt shirt label video film trailer speech script summary excerpt passage motto platform
    declaration communique communiqué notice bulletin piece investigation inquiry movie
";

/// Roles that tell a man.
pub(super) const MALE: &str = "
    spokesman chairman congressman councilman businessman policeman fisherman batsman newsman cameraman clergyman ombudsman
    foreman landlord
    man boy father dad son brother husband uncle nephew grandfather grandson widower gentleman guy king prince duke emperor
    monk priest pope archbishop actor waiter
";

/// Roles that tell a woman.
pub(super) const FEMALE: &str = "
    spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman
    forewoman landlady midwife
    woman girl mother mom mum daughter sister wife aunt niece grandmother granddaughter widow lady queen princess duchess
    nun actress waitress ballerina headmistress
";
