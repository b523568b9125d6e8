//! The small words of English, and others that can stand with a capital without being a name. Written from general knowledge.

/// Forms of *to be*: before a past participle they make it passive.
pub(super) const BE: &str =
    "am is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t";

/// Other auxiliaries.
pub(super) const AUXILIARY: &str = "
    has have had having do does did will would can could may might must shall should ought
    hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't
    hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t cannot
";

/// What may begin a noun phrase.
pub(super) const DETERMINER: &str = "
    the a an this that these those his her its their our my your whose
    one another some many several few most all both each every any no other
    two three four five six seven eight nine ten dozen dozens hundreds thousands
";

/// Prepositions.
pub(super) const PREPOSITION: &str = "
    of for from at in on with by to about against among amid around as after before behind below beneath beside besides
    between beyond despite during except inside into like near off onto out outside over past per since through throughout
    toward towards under unlike until up upon via within without versus vs alongside across along above regarding
    concerning than
";

/// Conjunctions, subordinators and relatives.
pub(super) const CONJUNCTION: &str = "
    and but or nor yet so if when while because although though unless whereas where whether why how what that which
    who whom once lest
";

/// Adverbs and other words that may stand between a subject and its verb, or open a sentence. What ends in *-ly* need not be listed.
pub(super) const ADVERB: &str = "
    also then later once again still just only even ever never always often sometimes soon now here there already
    almost quite rather very too perhaps maybe instead moreover furthermore however meanwhile nevertheless nonetheless
    otherwise therefore thus hence indeed afterward afterwards earlier first last next not further back aloud online
    publicly today tonight yesterday tomorrow altogether anyway elsewhere abroad both simply ago
    monday tuesday wednesday thursday friday saturday sunday
";

/// Pronouns, with or without a verb drawn into them.
pub(super) const PRONOUN: &str = "
    he she they it i we you him them me us himself herself themselves itself myself ourselves yourself
    he's she's it's they're we're you're i'm i've i'd i'll he'd she'd they'd we'd he'll she'll they'll we'll they've we've
    he’s she’s it’s they’re we’re you’re i’m i’ve i’d i’ll he’d she’d they’d we’d he’ll she’ll they’ll we’ll they’ve we’ve
    who who's who’s someone somebody anyone anybody everyone everybody nobody
    mine yours hers ours theirs something anything nothing everything
";

/// Months, days and feasts: capitals that name nobody.
pub(super) const CALENDAR: &str = "
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    easter christmas thanksgiving halloween ramadan hanukkah
    a.m p.m a.m. p.m. am pm est edt gmt utc bst
";

/// Other words that often open a sentence.
pub(super) const OPENER: &str = "
    yes no well oh ok okay hey please thank thanks welcome good great bad big new old asked given speaking citing
    according like unlike such same much more less least own let let's let’s make take get look see watch read listen
    there's here's that's what's there’s here’s that’s what’s people things one's
    dear half part full abstract correction updated update exclusive video photo photos opinion analysis
";

/// Adjectives and nouns that stand before the word for an office: *a senior campaign official*.
pub(super) const MODIFIER: &str = "
    senior junior top prime former ex late current then acting interim deputy assistant associate vice co chief lead leading veteran
    longtime long-time onetime one-time retired outgoing incoming newly elected appointed prominent influential powerful
    federal state local national international regional foreign domestic municipal provincial
    military defense defence intelligence security police campaign government administration party cabinet court
    legal political economic financial fiscal medical scientific academic religious civil human public private
    law enforcement election congressional senatorial presidential parliamentary legislative judicial executive
    senate house white press media news television tv radio newspaper newsroom communications policy campaign finance
    business industry trade labor labour union energy health education environment environmental climate transport
    high-ranking high-level low-level mid-level anonymous unnamed unidentified
    conservative liberal moderate progressive left-wing right-wing centrist far-right far-left
    some many several other few most more rival fellow early potential likely prospective would-be
    young old older younger local american british european russian western eastern northern southern
    department ministry agency company city county district town village school university college hospital
    republican democratic democrat gop labour tory
    first second third minority majority
";

/// Words that announce a name or a term: *the film*, *entitled*, *so-called*.
pub(super) const NAMING: &str = "
    titled entitled called named dubbed nicknamed termed so-called as word words term phrase
    movie film book novel memoir song album series show program programme play musical drama documentary podcast newsletter
    magazine blog column comedy sitcom episode game poem painting ballad hit thriller starred click
    perform performs performed performing
";

/// Small numbers, and parts of many.
pub(super) const AMOUNT: &str = "
    two three four five six seven eight nine ten half third quarter two-thirds majority
";
