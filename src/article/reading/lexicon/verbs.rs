//! Verbs and nouns that report what somebody said. Written from general knowledge of English news copy.

/// Verbs that can carry a whole quotation: `“…,” she said`.
pub(super) const SAY: &str = "
    say says said saying
    tell tells told telling
    add adds added adding
    write writes wrote written writing
    tweet tweets tweeted tweeting
    post posts posted posting
    email emails emailed emailing
    text texted texting
    ask asks asked asking
    reply replies replied replying
    respond responds responded responding
    answer answers answered answering
    explain explains explained explaining
    note notes noted noting
    argue argues argued arguing
    insist insists insisted insisting
    declare declares declared declaring
    announce announces announced announcing
    state states stated stating
    continue continues continued continuing
    conclude concludes concluded concluding
    recall recalls recalled recalling
    remember remembers remembered remembering
    remark remarks remarked remarking
    observe observes observed observing
    comment comments commented commenting
    quip quips quipped quipping
    joke jokes joked joking
    crack cracked
    deadpan deadpans deadpanned
    admit admits admitted admitting
    acknowledge acknowledges acknowledged acknowledging
    concede concedes conceded conceding
    confess confesses confessed confessing
    confide confides confided confiding
    claim claims claimed claiming
    contend contends contended contending
    assert asserts asserted asserting
    allege alleges alleged alleging
    maintain maintains maintained maintaining
    stress stresses stressed stressing
    emphasize emphasizes emphasized emphasizing
    emphasise emphasises emphasised emphasising
    warn warns warned warning
    caution cautions cautioned cautioning
    predict predicts predicted predicting
    promise promises promised promising
    vow vows vowed vowing
    pledge pledges pledged pledging
    swear swears swore sworn swearing
    suggest suggests suggested suggesting
    propose proposes proposed proposing
    urge urges urged urging
    implore implores implored imploring
    complain complains complained complaining
    lament laments lamented lamenting
    grumble grumbles grumbled grumbling
    protest protests protested protesting
    object objects objected objecting
    counter counters countered countering
    retort retorts retorted retorting
    snap snaps snapped snapping
    shout shouts shouted shouting
    yell yells yelled yelling
    cry cries cried crying
    scream screams screamed screaming
    whisper whispers whispered whispering
    mutter mutters muttered muttering
    murmur murmurs murmured murmuring
    exclaim exclaims exclaimed exclaiming
    chant chants chanted chanting
    react reacts reacted reacting
    agree agrees agreed agreeing
    confirm confirms confirmed confirming
    repeat repeats repeated repeating
    reiterate reiterates reiterated reiterating
    elaborate elaborates elaborated elaborating
    clarify clarifies clarified clarifying
    boast boasts boasted boasting
    brag brags bragged bragging
    muse muses mused musing
    wonder wonders wondered wondering
    inquire inquires inquired inquiring
    interject interjects interjected interjecting
    interrupt interrupts interrupted interrupting
    chime chimes chimed
    begin begins began begun
    finish finished
    report reports reported reporting
    testify testifies testified testifying
    plead pleads pleaded pleading
    beg begs begged begging
    demand demands demanded demanding
    order orders ordered ordering
    advise advises advised advising
    recommend recommends recommended recommending
    assure assures assured assuring
    reassure reassures reassured reassuring
    inform informs informed informing
    remind reminds reminded reminding
    tease teases teased teasing
    opine opines opined opining
    speculate speculates speculated speculating
    reason reasons reasoned reasoning
    theorize theorizes theorized theorizing
    venture ventured
    volunteer volunteered
    reckon reckons reckoned reckoning
    proclaim proclaims proclaimed proclaiming
    pronounce pronounces pronounced pronouncing
    profess professes professed professing
    declaim declaimed
    thunder thunders thundered thundering
    bellow bellows bellowed bellowing
    roar roars roared roaring
    fume fumes fumed fuming
    gush gushes gushed gushing
    enthuse enthuses enthused enthusing
    marvel marvels marveled marvelled marveling
    laugh laughs laughed laughing
    sigh sighs sighed sighing
    groan groans groaned groaning
    scoff scoffs scoffed scoffing
    sniff sniffs sniffed
    sneer sneers sneered sneering
    shrug shrugged
    implied imply implies implying
    hint hints hinted hinting
    reveal reveals revealed revealing
    disclose discloses disclosed disclosing
    pray prays prayed praying
    sing sings sang singing
    narrate narrates narrated
    recite recites recited reciting
    dictate dictated
    shoot shoots shot
    fire fires fired firing
    apologize apologizes apologized apologizing
    apologise apologises apologised apologising
    thank thanks thanked thanking
    predicted foresaw
    rejoin rejoined
    riposte riposted
    chide chides chided chiding
    scold scolds scolded scolding
    relate relates related
    recount recounts recounted recounting
    deny denies denied denying
    offer offers offered offering
    read reads
    summarize summarizes summarized summarizing
    summarise summarises summarised summarising
    theorise theorised
    tells blogged blog blogs blogging
    captioned
    joked enquired enquire enquires
    signed
    quoth
";

/// Verbs that name who listens, and so never stand before their subject.
pub(super) const TELL: &str = "
    tell tells told telling
    thank thanks thanked thanking
    inform informs informed informing
    assure assures assured assuring
    reassure reassures reassured reassuring
    remind reminds reminded reminding
";

/// Verbs that report speech only where nothing is said to begin or go on: *she continued: “…”*, not *she continued to call*.
pub(super) const ONSET: &str = "
    continue continues continued continuing begin begins began begun finish finished conclude concludes concluded concluding
";

/// Words that make a cue together with those behind them: *put it*, *made it clear*, *according to*.
pub(super) const IDIOM: &str = "put puts putting make makes made making according";

/// Nouns for what somebody says.
pub(super) const NOUN: &str = "
    accusation admission allegation announcement answer apology appeal argument assertion assessment assurance boast call
    challenge characterization characterisation charge claim comment comments complaint contention criticism declaration
    demand denial depiction description dismissal explanation insistence insult joke lament mantra message motto observation
    phrase plea pledge portrayal prediction proclamation promise promises proposal question quip rebuke reference refrain
    rejoinder remark remarks reply response retort slogan speech statement statements suggestion taunt testimony threat tweet
    tweets verdict view vow warning warnings word words
";

/// Verbs that work a fragment into the writer's sentence: `she called it “a mistake”`.
pub(super) const REPORT: &str = "
    call calls called calling
    label labels labeled labelled labeling labelling
    describe describes described describing
    characterize characterizes characterized characterizing
    characterise characterises characterised characterising
    brand brands branded branding
    dub dubs dubbed dubbing
    deem deems deemed deeming
    portray portrays portrayed portraying
    depict depicts depicted depicting
    paint paints painted painting
    cast casts casting
    frame frames framed framing
    introduce introduces introduced introducing
    denounce denounces denounced denouncing
    condemn condemns condemned condemning
    criticize criticizes criticized criticizing
    criticise criticises criticised criticising
    slam slams slammed slamming
    blast blasts blasted blasting
    rip rips ripped ripping
    attack attacks attacked attacking
    assail assails assailed assailing
    decry decries decried decrying
    deride derides derided deriding
    ridicule ridicules ridiculed ridiculing
    mock mocks mocked mocking
    taunt taunts taunted taunting
    heckle heckles heckled heckling
    dismiss dismisses dismissed dismissing
    reject rejects rejected rejecting
    praise praises praised praising
    hail hails hailed hailing
    laud lauds lauded lauding
    applaud applauds applauded applauding
    welcome welcomes welcomed welcoming
    commend commends commended commending
    credit credits credited crediting
    blame blames blamed blaming
    accuse accuses accused accusing
    charge charges charged charging
    cite cites cited citing
    quote quotes quoted quoting
    refer refers referred referring
    mention mentions mentioned mentioning
    express expresses expressed expressing
    voice voices voiced voicing
    signal signals signaled signalled signaling signalling
    indicate indicates indicated indicating
    insinuate insinuates insinuated insinuating
    detail details detailed detailing
    outline outlines outlined outlining
    discuss discusses discussed discussing
    speak speaks spoke spoken speaking
    talk talks talked talking
    address addresses addressed addressing
    point points pointed pointing
    highlight highlights highlighted highlighting
    underscore underscores underscored underscoring
    underline underlines underlined underlining
    compare compares compared comparing
    liken likens likened likening
    consider considers considered considering
    view views viewed viewing
    regard regards regarded regarding
    judge judges judged judging
    think thinks thought thinking
    believe believes believed believing
    feel feels felt feeling
    hope hopes hoped hoping
    fear fears feared fearing
    worry worries worried worrying
    want wants wanted wanting
    know knows knew knowing
    threaten threatens threatened threatening
    challenge challenges challenged challenging
    dare dares dared daring
    encourage encourages encouraged encouraging
    appeal appeals appealed appealing
    press presses pressed pressing
    defend defends defended defending
    justify justifies justified justifying
    congratulate congratulates congratulated congratulating
    invoke invokes invoked invoking
    echo echoes echoed echoing
    publish publishes published publishing
    tout touts touted touting
    trumpet trumpets trumpeted trumpeting
    lash lashes lashed lashing
    rail rails railed railing
    rant rants ranted ranting
    rebuke rebukes rebuked rebuking
    admonish admonishes admonished admonishing
    lecture lectures lectured lecturing
    upbraid upbraided
    berate berates berated berating
    attribute attributes attributed attributing
    dispute disputes disputed disputing
    refute refutes refuted refuting
    question questions questioned questioning
    present presents presented presenting
    issue issues issued issuing
    release releases released releasing
    sum sums summed summing
    list lists listed listing
    plan plans planned planning
    expect expects expected expecting
    support supports supported supporting
    oppose opposes opposed opposing
    lambast lambasts lambasted lambasting
    lambaste lambastes
    skewer skewers skewered skewering
    bash bashes bashed bashing
    hit hits hitting
    knock knocks knocked knocking
    chastise chastises chastised chastising
    excoriate excoriates excoriated excoriating
    vilify vilifies vilified vilifying
    lampoon lampooned
    envision envisions envisioned
    claim claims claimed claiming
    concur concurs concurred
    allow allows allowed
    stipulate stipulates stipulated
    advocate advocates advocated advocating
    advertise advertises advertised advertising
    conceive conceived
    title titles titled
    pan pans panned panning
    bills billed billing
    term terms termed terming
    nickname nicknames nicknamed nicknaming
    rate rates rated rating
    decline declines declined declining
    refuse refuses refused refusing
    seek seeks sought seeking
    propound propounded
    convey conveys conveyed conveying
    relay relays relayed relaying
    share shares shared sharing
    hear hears heard hearing
    salute salutes saluted
    celebrate celebrates celebrated celebrating
    bemoan bemoans bemoaned bemoaning
    regret regrets regretted regretting
    mourn mourns mourned mourning
    trash trashes trashed trashing
    savage savages savaged
    single singled
    weigh weighs weighed weighing
    cheer cheers cheered cheering
    jeer jeers jeered jeering
    caricature caricatured
    parrot parroted parroting
    imitate imitated imitating
    recommend recommends recommended
    preach preaches preached preaching
    sound sounds sounded sounding
    warn warns warned warning
";
