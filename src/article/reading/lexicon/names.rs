//! Given names and what goes with names. Written from general knowledge; English news copy and the world it reports on.

/// Given names of men.
pub(super) const MEN: &str = "
    aaron abdul abdullah abraham adam adrian ahmed ahmad al alan albert alberto aldo alec alejandro aleksandr alessandro alex
    alexander alexei alexey alfred ali allan allen alvin amir anderson andre andré andreas andrei andres andrew andrii andriy andy
    angelo angus anthony antoine anton antonio antony archie ari arnold arthur arturo asif august augustus austin axel
    barack barney barry bart basil ben benedict benjamin benny bernard bernardo bernie bert bill billy bob bobby boris brad
    bradley brandon brendan brent bret brett brian bruce bruno bryan bryce burt byron caleb calvin cameron carl carlo carlos
    carter casey cecil cedric cesar chad charles charlie chester chip chris christian christoph christophe christopher chuck
    clarence clark claude claudio clay clayton cliff clifford clint clinton clive cody cole colin conor constantin corey cory
    craig curt curtis cyril cyrus dale damian damien damon dan daniel danny dante darrell darren darryl dave david dean dennis
    denis derek derrick desmond devin dexter dick diego dieter dimitri dirk dmitri dmitry dmytro dominic dominique don donald
    doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo edward edwin efraim eli elias elijah
    elliot elliott ellis elmer elon elvis emanuel emil emmanuel enrique eric erik ernest ernesto ethan eugene evan evgeny ezra
    fabio felipe felix ferdinand fernando fidel florian floyd francesco francis francisco francois françois frank franklin franz
    fred freddie frederic frederick friedrich fritz gabriel gareth garrett garry gary gavin gene geoff geoffrey george gerald
    gerard gerhard gerry giacomo gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregg gregor gregory
    guido guillermo gunter gustav guy hakeem hamid hank hans harold harris harrison harry harvey hassan heath hector heinrich
    helmut henri henrik henry herbert herman hiroshi horace howard hubert hugh hugo humphrey hussein ian ibrahim igor ilya
    imran irving isaac ismail ivan jack jackson jacob jacques jaime jair jake jakob jamal james jamie jan jared jarrod jason
    javier jay jean jeb jed jeff jefferson jeffrey jens jeremy jerome jerry jesse jesus jim jimmy jiri joachim joao joaquin joe
    joel joerg johan johann johannes john johnny jon jonah jonas jonathan jordan jorge jörg jose josé josef joseph josh joshua
    juan juergen julian julien julio julius jürgen justin karim karl kareem keith ken kenneth kent kevin khalid kim kirk klaus
    konstantin kurt kyle lamar lance larry lars laurence lawrence lee leo leon leonard leonardo leonid leopold leroy leslie
    lester levi lewis liam lindsey lionel lloyd logan lorenzo lou louis luca lucas luigi luis luiz lukas luke luther lyle
    lyndon mahmoud malcolm manfred manuel marc marcel marcelo marco marcos marcus mariano mario mark marlon marshall martin
    marvin mateo matt matteo matthew matthias maurice mauricio max maxim maximilian maxime mehmet mel melvin michael michel
    miguel mikael mike mikhail miles milton mitch mitchell mitt mohamed mohammad mohammed moses morgan morris muhammad murray
    mustafa mykhailo mykola nasser nate nathan nathaniel neal ned neil nelson nicholas nick nicolas nicolás niels nigel nikita
    nikolai noah noam noel norbert norman oleg oleksandr oleksii oleksiy oliver olivier omar orlando oscar oswald otis otto owen pablo
    paolo pascal pat patrick paul paulo pavel pedro percy perry pete peter petr petro phil philip philippe phillip pierre piotr prakash
    preston quentin quincy rafael rahul raj rajesh ralph ramon rand randall randolph randy raphael rashid raul ravi ray raymond
    reggie reginald reinhold reince rene rex ricardo rich richard rick ricky rob robby robert roberto robin rod roderick rodney
    rodrigo roger roland rolf roman romeo ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell ryan
    saeed salman salvador sam sami samuel sanjay santiago saul scott sean sebastian serge sergei sergey sergio sergiy serhii seth
    shane shaun shawn sheldon sherman sid sidney silvio simon solomon spencer stan stanley stefan stefano stephane stephen
    sterling steve steven stewart stuart sven tad takeshi tariq taylor ted terence terrence terry theo theodore thierry thomas tim
    timothy tito toby todd tom tomas tommy toni tony travis trent trevor tristan tyler tyrone ulrich umberto uwe valentin vern
    vernon victor vikram viktor vince vincent vinod vitali vitaliy vito vladimir volker volodymyr wade wallace walt walter warren
    wayne wendell werner wes wesley wilbur wilfred wilhelm will willard willem william willie wilson winston wolf wolfgang
    woodrow xavier xi yann yasser yevgeny yitzhak yuri yves zach zachary zack zbigniew
    reid trey beau brock bryant cornel dario deval dinesh eliot emmett erick ferris hal huma jorge keir kelvin kofi lanny lin
    abbas abdel adnan ajay akbar akira amit anand anwar aram arif arjun arun ashok ashraf atal ayman aziz babak bashar bashir
    benazir bilal chen daisuke deepak dev dilip djibril emre erdal faisal farid farook fathi feng fumio ganesh gamal gopal hamad
    haruki hideo humayun idris ismael jalal jamil javed jawaharlal jian jinping joko karan karl-heinz kazuo kemal kenji khizr kiran
    kofi koji krishna kumar kwame lakshman lalit li-wei mahathir mahdi majid mamadou manmohan manoj masoud mario milan mohan mukesh
    muqtada nadeem naveen nawaz nazir nikhil nitin nuri omer osama ousmane parviz pradeep pramod qasim rafiq raghuram rajiv rakesh
    ramesh rami recep riyad rohit sadiq sachin saad sajjad sameer sandeep satoshi shahid sharif shashi shigeru shivraj sunil suresh
    syed takashi tarek uday usman vijay vinay vivek wael wang yasir yasser yogi yoshihide yousef youssef yusuf zaid zhang zheng
    goran zoran dragan dusan janos laszlo istvan viktoras gintaras andrzej jaroslaw krzysztof lech mateusz wojciech zdzislaw
    bogdan ion mihai nicolae traian vaclav milos petru aleksei anatoly arkady artem artyom bohdan denys iurii kirill kyrylo leonid
    maksym mstislav myroslav nazar nikolay ostap pavlo rostyslav ruslan sergii stepan taras vadim vadym valery vasily vasyl
    viacheslav vitalii vladislav vyacheslav yaroslav yevhen yevgeni
    mahatma mehdi michal milo narendra newt nicola olaf pervez roderick rishi sajid shinzo sundar tayyip theresa tobias
";

/// Given names of women.
pub(super) const WOMEN: &str = "
    abby abigail ada adele adriana agatha agnes aisha alexandra alexandria alexis alice alicia alina alison allison alma alyssa amanda
    amber amelia amina amy ana anastasia andrea angela angelica angelina anita ann anna annabel anne annette annie antonia
    april ariana ariel arlene ashley astrid audrey aung ava barbara beatrice becky bella berenice bernadette beth bethany betsy
    betty beverly bianca bonnie brenda bridget brigitte brittany brooke camille candace carla carly carmen carol carole caroline
    carolyn carrie catherine cathy cecile cecilia celia celine charlene charlotte chelsea cheryl chiara chloe christiane
    christina christine cindy claire clara clarissa claudia colleen condoleezza connie constance cora courtney cristina crystal cynthia daisy
    dana danielle daphne darlene dawn deb debbie deborah debra deirdre delia denise diana diane dina dolores donna dora doreen
    doris dorothy ebony edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen elsa elsie
    emilia emily emma erica erika erin esther eva eve evelyn faith fatima faye felicia fiona flora florence frances francesca
    francine freya gabriela gabrielle gail gemma genevieve georgia georgina geraldine gertrude gillian gina ginny gisele giulia
    gladys gloria grace greta gretchen gwen gwendolyn gwenda hannah harriet hazel heather heidi helen helena helga henrietta hilary
    hillary holly hope ida ilana imelda ines ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy jackie jacqueline
    jane janet janice janine jasmine jeanette jeanne jen jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi jody
    josephine joy joyce juanita judith judy julia juliana julie juliet june justine kamala karen karin karine kate katherine
    kathleen kathryn kathy katie katrina katya kay kayla kayleigh kelly kellyanne kendra kerry kim kimberly kirsten kirstjen krista kristen kristi kristin
    kristina kyrsten lara latoya laura lauren laurie laverne leah leila lena leslie leticia lilian liliana lillian lily linda lindsay
    lisa liz liza lois lola loretta lori lorraine louise lucia lucille lucinda lucy luisa lydia lynn mabel madeleine madeline
    madison maggie maia maja malala malia mandy marcia margaret margarita maria marian marianne marie mariana marilyn marina marine marion marissa
    marjorie marlene marsha martha mary maryam matilda maureen maxine maya megan meghan melania melanie melinda melissa
    mercedes meredith mia michele michelle mika mildred millie mimi miranda miriam moira molly mona monica monique muriel myra
    nadia nadine nancy naomi natalia natalie natasha nell nellie nicole nikki nina nora norma odette olena olga olive olivia
    oprah pamela patricia patsy patti patty paula pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla
    priti priya rachel ramona raquel rebecca regina renata renee rhonda rita roberta robyn rochelle ronna rosa rosalind rosanna rose
    rosemary roxanne ruth sabrina sally samantha sandra sandy sara sarah sasha savannah selena selma serena shannon sharon
    sheila shelley sherry shirley sofia sonia sophia sophie stacey stacy stella stephanie sue susan susanna susanne susie
    suzanne svetlana sybil sylvia tamara tammy tanya tara tatiana teresa tess tessa theresa thelma tiffany tina toni tracy
    tricia trish trudy tulsi uma ursula valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda
    wendy whitney whoopi wilhelmina winifred yolanda yulia yvette yvonne zahra zoe
    aishwarya akiko alena aliya anjali ayesha aziza beata begum bushra chandra deepika devi ekaterina fatema fatou ghazala gulnara
    habiba hanan hina huda indira inna iryna izabela jelena jaswant kalpana katerina khadija kirti ksenia lakshmi larysa laila layla
    lesia liudmyla ludmila magdalena malgorzata marta maryna mayawati meera mei mihaela mina mitsuko nadia nahla nasrin natalya
    nataliya neha nina nirmala noor oksana oleksandra olha padma parveen pooja pratibha qing radha rania rekha reyhan roza ruby
    samira sania sarita savita shabana shanti shirin sita smriti snezana solomiya sunita sushma svitlana tahira tanvi tetiana uzma
    valentina vandana victoire viktoriia yasmin yeon yuki yuliia yuko zainab zeynep zhanna zofia
    amal angelique annalena christa donatella elon-mae emmanuelle federica heidi jacinda jen kaja kersti laurene loretta
    mairead nicola paola rashida sanna sahra ségolène sinead siobhan sigrid theodora ulrike viktoria winnie
";

/// What stands after a name and belongs to it.
pub(super) const SUFFIX: &str = "jr sr ii iii iv";

/// Small words within names.
pub(super) const PARTICLE: &str =
    "de del della der den di da do dos das du van von zu zur la le el al bin ibn ben ter ten te y";
