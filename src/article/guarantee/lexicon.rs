//! The words that the rules know, and what each of them is for a commitment.
//!
//! English only; written from general knowledge of the language. A word may be several things (`promises` is a verb and a
//! noun); the rules decide by its place. What is in no list is taken for a noun, an adjective or a name.

use std::sync::LazyLock;

use bitflags::bitflags;

use super::cue::{self, Cue};
use super::key::{Key, KeyMap};

bitflags! {
    /// What a word can be.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(super) struct Tags: u64 {
        const DETERMINER = 1;
        /// `my`, `their`, and the `’s` of a name.
        const POSSESSIVE = 1 << 1;
        /// `I`, `he`, `who`: what can be a subject alone.
        const SUBJECT = 1 << 2;
        /// `I` and `we`.
        const FIRST = 1 << 3;
        const OBJECT = 1 << 4;
        const REFLEXIVE = 1 << 5;
        const PREPOSITION = 1 << 6;
        const AND = 1 << 7;
        const CONTRAST = 1 << 8;
        const SUBORDINATOR = 1 << 9;
        /// What makes a clause a condition.
        const CONDITION = 1 << 10;
        const RELATIVE = 1 << 11;
        const BE = 1 << 12;
        const HAVE = 1 << 13;
        const DO = 1 << 14;
        const MODAL = 1 << 15;
        /// Modals of duty and of possibility: what they say is not yet bound.
        const DUTY = 1 << 16;
        const MAYBE = 1 << 17;
        /// `will`, `shall` and their short forms.
        const WILL = 1 << 18;
        const NEGATION = 1 << 19;
        const ADVERB = 1 << 20;
        /// Common verbs that are hardly ever anything else.
        const VERB = 1 << 21;
        const REPORT = 1 << 22;
        const BELIEF = 1 << 23;
        /// Verbs that want somebody else to act.
        const DIRECTIVE = 1 << 24;
        /// Verbs after which somebody else does act.
        const PERSUASION = 1 << 25;
        const REFUSAL = 1 << 26;
        /// What stands before `to` when something is about to be bound.
        const READY = 1 << 27;
        /// What stands before `to` when it happens.
        const ONWARD = 1 << 28;
        const GIVING = 1 << 29;
        const KEEPING = 1 << 30;
        const BREAKING = 1 << 31;
        const SECURING = 1 << 32;
        const GETTING = 1 << 33;
        /// Agreements and the papers that hold them.
        const INSTRUMENT = 1 << 34;
        /// What such a paper does to those who sign it.
        const BINDING = 1 << 35;
        /// What a list under such a paper begins with.
        const CONTENTS = 1 << 36;
        const TIME = 1 << 37;
        /// Words that make something a proposal.
        const HEDGE = 1 << 38;
        /// Words that put something at second hand.
        const HEARSAY = 1 << 39;
        /// Acts that whoever announces them controls.
        const ACTION = 1 << 40;
        /// Nouns and adjectives that look like something else.
        const NOMINAL = 1 << 41;
        const TO = 1 << 42;
        const THAT = 1 << 43;
        const CAPITAL = 1 << 44;
        const NUMBER = 1 << 45;
        /// A word that ends as past forms do.
        const PAST = 1 << 46;
        /// A word that ends in `-ing`.
        const GERUND = 1 << 47;
        const YOU = 1 << 48;
        /// Bodies and offices: who can act for itself.
        const BODY = 1 << 50;
        /// The `’s` of a name, which may be short for `is`.
        const OWNER = 1 << 51;
        /// Inside quotation marks.
        const QUOTED = 1 << 49;
        /// `anyone`: nobody in particular.
        const ANYONE = 1 << 52;
        /// Those to whom terms and notices speak.
        const READER = 1 << 53;
        /// Laws and their parts: what they lay down is nobody’s promise.
        const LAW = 1 << 54;
        /// Things that are said to do something, and do not choose to.
        const THING = 1 << 55;
        /// Verbs of states and of talk, which nobody can promise by `will` alone.
        const STATE = 1 << 56;
        /// `going` and `gonna`.
        const GOING = 1 << 57;
        /// `ready` and the like: who is so would do it.
        const WILLING = 1 << 58;

        /// The small words that every English sentence has.
        const FUNCTION = Self::DETERMINER.bits() | Self::POSSESSIVE.bits() | Self::SUBJECT.bits()
            | Self::OBJECT.bits() | Self::PREPOSITION.bits() | Self::AND.bits() | Self::CONTRAST.bits()
            | Self::SUBORDINATOR.bits() | Self::RELATIVE.bits() | Self::BE.bits() | Self::HAVE.bits()
            | Self::DO.bits() | Self::MODAL.bits() | Self::TO.bits() | Self::THAT.bits();
        const AUXILIARY = Self::BE.bits() | Self::HAVE.bits() | Self::DO.bits() | Self::MODAL.bits();
        /// What never stands inside a noun phrase.
        const NO_NOUN = Self::SUBJECT.bits() | Self::OBJECT.bits() | Self::PREPOSITION.bits() | Self::AND.bits()
            | Self::CONTRAST.bits() | Self::SUBORDINATOR.bits() | Self::RELATIVE.bits() | Self::AUXILIARY.bits()
            | Self::NEGATION.bits() | Self::TO.bits() | Self::THAT.bits() | Self::REPORT.bits()
            | Self::VERB.bits() | Self::REFLEXIVE.bits() | Self::CONDITION.bits();
    }
}

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) tags: Tags,
    pub(super) cue: Option<Cue>,
}

/// Looks a word up.
pub(super) fn entry(word: &str) -> Option<Entry> {
    ENTRIES.get(&Key::of(word)?).copied()
}

static ENTRIES: LazyLock<KeyMap<Entry>> = LazyLock::new(|| {
    let mut entries = KeyMap::<Entry>::default();
    for &(tags, words) in WORDS {
        for word in words.split_whitespace() {
            entries.entry(Key::of_head(word)).or_default().tags |= tags;
        }
    }
    for (word, cue) in cue::forms() {
        entries.entry(Key::of_head(word)).or_default().cue = Some(cue);
    }
    entries
});

/// The lists, one class a row; a word may stand in several.
const WORDS: &[(Tags, &str)] = &[
    (
        Tags::DETERMINER,
        "a an the this these those each every some any no all both another such several many few most more one",
    ),
    (
        Tags::NEGATION,
        "not n't never no nor neither without hardly cannot none nobody nothing",
    ),
    (Tags::POSSESSIVE, "my our your his her its their whose 's"),
    (Tags::OWNER, "'s"),
    (Tags::SUBJECT, "i we you he she it they there"),
    (Tags::FIRST, "i we"),
    (Tags::YOU, "you"),
    (Tags::OBJECT, "me us him them you it her"),
    (
        Tags::REFLEXIVE,
        "myself yourself himself herself itself ourselves yourselves themselves oneself",
    ),
    (
        Tags::PREPOSITION,
        "of in on at by for from with about into over after before between under against during through among within \
         without across toward towards upon despite since until as than like per via amid around near behind beyond \
         alongside including regarding concerning unlike outside inside throughout following",
    ),
    (Tags::TO, "to"),
    (Tags::THAT, "that"),
    (Tags::AND, "and or"),
    (Tags::CONTRAST, "but yet so then"),
    (
        Tags::SUBORDINATOR,
        "because although though while whereas when where why how as after before since once if unless until whether \
         lest whenever wherever whereby",
    ),
    (
        Tags::CONDITION,
        "if unless until provided providing once should assuming",
    ),
    (Tags::RELATIVE, "who which whom whose what whoever"),
    (Tags::BE, "is are was were be been being am 're 'm"),
    (Tags::HAVE, "have has had having 've"),
    (Tags::DO, "do does did"),
    (
        Tags::MODAL,
        "will would shall should may might can could must ought 'll 'd wo ca cannot",
    ),
    (Tags::WILL, "will shall 'll wo"),
    (Tags::GOING, "going gonna"),
    (Tags::WILLING, "ready willing prepared"),
    (Tags::DUTY, "must should ought"),
    (Tags::MAYBE, "would may might could 'd"),
    (
        Tags::ADVERB,
        "also now then again still already just hereby solemnly even only ever always often soon later earlier once twice instead \
         however therefore thus today tonight tomorrow yesterday too perhaps maybe almost repeatedly first \
         reportedly allegedly apparently supposedly purportedly far further together forever so very quite rather indeed meanwhile abroad anyway",
    ),
    (
        Tags::BODY,
        "government governments administration ministry minister ministers president premier mayor governor senator state \
         states country countries nation nations city council parliament congress senate cabinet court party parties \
         coalition bloc alliance union unions company companies firm firms bank banks lender lenders airline airlines \
         maker makers group groups agency agencies authority authorities board committee commission club clubs team \
         university school hospital police army military regime rebels leader leaders official officials sides partners \
         allies members member owner owners operator operators manufacturer retailer retailers charity foundation fund \
         organisation organisations organization organizations association federation institute developer developers \
         candidate candidates spokesman spokeswoman director chancellor pontiff taliban winner brand studio store network \
         staff workers management publisher publishers insurer insurers landowner tenant contractor seller buyer purchaser \
         licensor signatory signatories territories council councils mayors teams chief executive executives chairman chairwoman secretary king \
         queen prince pope church people man woman men women family families landlord landlords employer employers donor \
         donors investor investors supplier suppliers league leagues museum museums railway railways carrier carriers utility utilities \
         regulator regulators commissioner commander bishop archbishop broadcaster organiser organisers organizer organizers vendor vendors \
         cooperative festival bureau",
    ),
    (
        Tags::TIME,
        "today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday mondays sundays \
         january february march april june july august september october november december jan feb aug sept oct nov dec \
         week month year weekend morning afternoon evening night last earlier recently late early then meanwhile \
         monday's tuesday's wednesday's thursday's friday's",
    ),
    (
        Tags::VERB,
        "went go goes gone got get gets came come comes took take takes gave give gives made make makes kept keep keeps \
         became become becomes began begin begins held hold holds brought bring brings bought buy left leave leaves led \
         lost lose won win wins met meet meets paid pay pays put ran run runs sat see sees saw seen sent send sends \
         stood stand stands spent spend told tell tells thought think thinks believe believes believed know knows knew \
         known need needs needed want wants wanted seem seems seemed remain remains remained include includes included \
         continue continues continued become let lets start starts started stop stops stopped try tries tried use uses used \
         using making taking giving getting going seeking locking holding bringing keeping calling asking raising \
         failed fails fail refused refuses declined declines helped help helps provide provides provided allow allows allowed \
         receive received receives obtain obtained follow followed follows marked marks reached reach reaches \
         signed sign signs add adds added create creates created call calls called ask asks asked urge urges urged \
         demand demanded demands describes described view views viewed views considers considered remains \
         expects expected expect hopes hoped plans planned intends intended appears appeared grew grows rose fell \
         depends depend explain explained binds bind represents",
    ),
    (
        Tags::REPORT,
        "said says say saying told tells tell telling stated announced announces announcing added adds insisted \
         insists wrote writes tweeted noted notes argued argues claimed claims declared declares explained explains \
         confirmed confirms suggested suggests stressed emphasized emphasised indicated revealed reported recalled \
         acknowledged admitted replied responded warned warns maintained reiterated highlighted",
    ),
    (
        Tags::BELIEF,
        "think thinks thought believe believes believed hope hopes hoped guess suppose suspect expect expects expected \
         predict predicts predicted fear fears feared doubt doubts doubted imagine bet wish hopefully wonder know say see means",
    ),
    (
        Tags::DIRECTIVE,
        "urge urges urged urging ask asks asked asking call calls called calling demand demands demanded demanding press \
         presses pressed pressing push pushed pushing pressure pressured want wants wanted wanting need needs needed beg \
         begged challenge challenged challenging encourage encouraged invite invited advise advised require requires \
         require implore implored plead pleaded request requests requested seek expects lobby lobbied expect",
    ),
    (
        Tags::PERSUASION,
        "got persuaded convinced forced led prompted compelled pushed pressured induced allowed brought",
    ),
    (
        Tags::REFUSAL,
        "refuse refuses refused refusing refusal decline declines declined declining fail fails failed failing failure \
         unwilling reluctant reluctance hesitate hesitated hesitant neglect neglected unable stopped short stop reject \
         rejected rejects deny denied denies avoid avoided avoiding balk balked resist resisted unlikely unwillingness \
         inability impossible hard difficult lack lacks lacking absent absence regret regretted",
    ),
    (
        Tags::READY,
        "ready prepared preparing prepares willing expected expects likely set poised plan plans planned planning intend intends intended \
         about considering mull mulling going willingness close scheduled due hoping hopes hoped offering offered offers \
         offer supposed",
    ),
    (
        Tags::ONWARD,
        "went on continued continues moved rushed came began begun hastened used first latest last only hurried \
         chose decided elected managed joined reason together quick forced able happy glad proud pleased",
    ),
    (
        Tags::GIVING,
        "make makes made making give gives gave given giving sign signs signed signing take takes took taken taking issue \
         issues issued issuing extend extended announce announces announced announcing reaffirm reaffirmed reaffirms \
         reaffirming reiterate reiterated reiterates reiterating renew renewed renews renewing repeat repeated repeats \
         repeating restate restated underline underlined underscored underscore stress stressed provide provides provided \
         providing offer offers offered offering reach reaches reached reaching strike struck forge forged broker brokered \
         swear swore conclude concluded approve approved ratify ratified seal sealed enter entered have has had double \
         doubled doubling unveil unveiled unveiling deliver delivered include includes included add added negotiated",
    ),
    (
        Tags::KEEPING,
        "keep keeps kept keeping honor honors honored honoring honour honours honoured honouring fulfill fulfills \
         fulfilled fulfilling fulfil fulfils deliver delivers delivered delivering stick sticks stuck sticking stand \
         stands stood meet meets met meeting uphold upholds upheld maintain maintains maintained follow followed",
    ),
    (
        Tags::BREAKING,
        "break breaks broke broken breaking renege reneges reneged reneging abandon abandoned abandoning violate violated \
         violating drop dropped back backed retreat retreated withdraw withdrew walked walking betray betrayed forget \
         forgot forgotten reverse reversed scrap scrapped ignore ignored",
    ),
    (
        Tags::SECURING,
        "secure secures securing obtain obtains obtaining negotiate negotiates negotiating negotiations win winning get \
         getting seek seeks seeking sought extract extracting gain gaining discuss discusses discussing discussed \
         negotiated talks locking lock work working works worked drafting debating weighing",
    ),
    (
        Tags::GETTING,
        "secured won received receive receives got obtained extracted gained accepted accept welcomed welcomes hailed \
         praised called cited noted",
    ),
    (
        Tags::INSTRUMENT,
        "agreement agreements deal deals pact pacts accord accords treaty treaties contract contracts truce ceasefire \
         compact memorandum settlement arrangement charter convention protocol communique communiqué",
    ),
    (
        Tags::BINDING,
        "requires require required requiring obliges oblige obliged obligates obligate obligated commits commit committed \
         binds bind bound stipulates stipulate stipulated forbids forbid prohibits prohibit bars bar",
    ),
    (
        Tags::CONTENTS,
        "include includes included including require requires required cover covers covered contain contains contained \
         comprise comprises consist consists provide provides provided stipulate stipulates stipulated call calls are is \
         were was offer offers offered follow follows following say says cover entail entails envisage envisages foresee \
         foresees grant grants granted outline outlines outlined mean means specify specifies",
    ),
    (
        Tags::HEDGE,
        "proposed potential possible draft planned would could may might negotiated negotiating negotiation negotiations \
         discussion discussions discussed considered consideration proposal proposals proposes propose talks tentative \
         prospective envisaged suggested offer offers offered offering seek seeks seeking strive strives aim aims hope hopes \
         intend intends plan plans",
    ),
    (
        Tags::HEARSAY,
        "reportedly allegedly apparently supposedly purportedly rumored rumoured alleged supposed reported",
    ),
    (
        Tags::ACTION,
        "abolish accept accelerate acknowledge acquire act add address adjust administer adopt allocate allow amend announce apologize apologise appeal apply appoint \
         approve arrange assign assist attend audit award back ban bear begin block bring build bury buy campaign cancel cap change charge check clean clear close collect combat compensate comply \
         compensate complete conduct confront consult contact continue contribute cooperate correct create crush curb cut debate dedicate \
         defeat defend delete deliver demand demolish deploy deport design destroy devote do disclose dismantle dispatch distribute divest donate double drop educate eliminate enable \
         encourage end endorse enforce ensure establish evacuate exchange exclude expand expose extend fight file feed fill finance fire fix follow forgive \
         free freeze fulfill fulfil fund give grant halt halve handle hand help hire hold honor honour host implement impose improve incorporate \
         increase inform insist inspect install introduce invest investigate invite join keep launch lead leave let lift limit \
         lower maintain make match meet modernize monitor move negotiate nominate notify offer oppose open order organise organize \
         participate pass pay permit phase plant prepare preserve prevent print prioritize proceed produce promote propose prosecute \
         protect provide publish pull punish purchase pursue push raise ratify rebuild recruit recycle reduce refer reform refrain refund refuse reinstate \
         reject release remain rescue remove renegotiate renew reopen repair repay repeal report replace reply reschedule reserve resettle resign resist resolve respect resume retain respond \
         restore restrict return reveal reverse review revoke reward run safeguard save scrap secure seek seize sell send serve set share ship shut sign slash \
         simplify spend stand stabilise stabilize stay step stick stop store strengthen submit subsidise subsidize sue supervise supply support suspend tackle take tax teach \
         tear terminate test track train transfer transform treat unify unite update upgrade uphold use vacate verify veto vote waive withdraw work write \
         decommission demobilise demobilize dig disarm escort exempt expel extradite forgo guard inject insulate insure lease legalise \
         legalize lend loan mend nationalise nationalize outlaw overhaul pardon patrol pave pool privatise privatize recognise recognize \
         refurbish regulate rehire reimburse relocate renovate rescind restart retrain sanction settle shelter sponsor stockpile swap triple \
         underwrite vaccinate widen withhold sack dismiss visit",
    ),
    (
        Tags::ANYONE,
        "anyone anybody everyone everybody someone somebody whoever those",
    ),
    (
        Tags::READER,
        "you user users applicant applicants participant participants visitor visitors contributor contributors entrant entrants \
         renter renters borrower borrowers licensee licensees researcher researchers reader readers subscriber subscribers customer \
         customers passenger passengers guest guests bidder bidders attendee attendees shopper shoppers",
    ),
    (
        Tags::LAW,
        "law laws amendment constitution act article clause bill statute rule rules regulation regulations directive code",
    ),
    (
        Tags::THING,
        "it this that these which there what price prices cost costs rate rates storm weather rain economy market markets \
         inflation growth demand year season day week weekend month match game film show book series album event line road \
         technology app device drug treatment method approach idea project move change changes win victory result results \
         success course guide chapter page report study data evidence vote election debate meeting session future",
    ),
    (
        Tags::STATE,
        "be have see need know look talk say tell find learn get become win lose like love want think believe understand \
         discuss explore cover start begin feel happen admit forget remember miss regret call assume consider mean seem \
         appear remain depend grow fall rise face hear enjoy come go mention describe explain note show wake predict speak hope sleep die live",
    ),
    (
        Tags::NOMINAL,
        "family supply ally rally reply assembly bully belly italy july anomaly monopoly folly jelly lily fly early daily \
         weekly monthly likely only friendly elderly costly deadly lonely ugly holy united states thing something anything \
         nothing everything king spring string ring being meeting sweeping building funding training hearing spending binding housing \
         bed need speed seed deed breed creed feed weed red hundred sacred",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_be_several_things() {
        let found = entry("no").map(|entry| entry.tags);
        assert_eq!(found, Some(Tags::DETERMINER | Tags::NEGATION));
        assert!(entry("promises").is_some_and(|entry| entry.cue.is_some()));
        assert!(entry("zebra").is_none());
    }

    #[test]
    fn lists_are_in_small_letters() {
        for (_, words) in WORDS {
            assert_eq!(words.to_lowercase(), **words);
            assert!(words.split_whitespace().all(|word| Key::of(word).is_some()));
        }
    }
}
