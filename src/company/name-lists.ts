import { listed } from './listed.ts';

/**
 * Names of persons, as words.ts writes them, written for this project from general knowledge: enough to tell most persons
 * from companies in the countries whose registers we read.
 */

/** First names that are hardly anything else. */
export const FIRST_NAMES: ReadonlySet<string> = listed(`
  areg khaleel edileuza evaristo connor gualberto sajjaad arturs ailson alec nathen sebastiaan seymen milad nicolo bent oystein haavard mantas svens hidenori alyx gerson rein seojun minjun jiwoo haruto riku takumi kenta daiki naoya shun hayato kaito arlindo jaqueline icaro evelin lavrentyev lavrentiy gabino fernanda kauan thiago joaozinho josefa severino raimunda cicero damiao francinaldo genilson gilvan ivanildo jackson jailton jandson janderson joelma josivaldo jucelino leandra lindalva luzia manoel marinalva marinaldo nivaldo orivaldo osvanildo rivaldo ronildo rosimar rubenilson sebastiana silvano uilson valdenice vanessa veronilda wilton welton wendell wellinton weslley willian
  agus slamet wahyu dewi siti rizky eko bambang yusuf hendra andi rudi dedi asep ujang fitri ayu rina yanti ratna indah budi joko nimal sunil nuwan chaminda
  ruwan kasun dilshan lakmal sanath kumari jomar rodel arnel rommel jayson maricel analyn rowena somchai somsak somporn suchart prasert wichai surachai anong
  malee guadalupe yelitza yamileth milagros yolimar hernan osvaldo edgardo leandro facundo agustina micaela ximena jimena nayeli xochitl citlali itzel lizbeth
  yesenia yadira maribel griselda rosalba graciela mirta nelida haydee zulma zoraida nilda edilberto heriberto eustaquio isidro porfirio fidencio abelardo
  aurelio baldomero celso crescencio eleuterio gumercindo hipolito macario nazario rutilio saturnino wenceslao jhon jhonatan brayan yeison yerson maikol
  joaquim armenio adelino albano amandio belmiro elisio florbela graca ilidio jandira jussara laercio lucilene luciene marilda marli neusa nilson odair osmar
  roseli rosimeire sueli tarcisio vanderlei wagner wanderley zelia edmilson edson gilson jailson joelson josenildo josue juscelino kleber lindomar marcio
  nilton reginaldo robson sidnei vagner valdeci valmir gleison cleiton clayton aparecida edivaldo genivaldo anderson angus niamh ciaran cormac declan eamon
  fergus lorcan malachy oisin padraig ruairi tadhg turlough alasdair callum iain murdo ruaridh struan dafydd emlyn geraint gwilym huw ieuan iolo rhodri
  annegret annegrit ortrud edeltrud dietlinde xiaoming xiaoyan xiaoli jianguo weiming zhiqiang guoqiang haiyan yanling lijuan minghua harpreet gurmeet jaswant
  manpreet kulwinder baljit navjot parminder abdul mohd mohammad muhamad nurul noraini zulkifli khairul azman rosli rahim faridah suhaimi kamaruddin shamsul
  hafiz deanna renat ruslana rinat ildar ilnur ayrat marat timofey yegor egor demyan arseny nazar ostap taras yurii anatolii ivanna solomiya khrystyna bohdana
  zoryana olha yuliya mariia nataliya dariia sofiia kateryna tetyana lyudmyla halyna nadiia jelle sjoerd wybe siebe gerhardus hendricus johannus cornelis
  adriana wilhelmus jannie truus femke lieke sanne fleur maaike mieke ilse hanneke marloes gijsbert jurriaan bartel anouk lotte roos noor jochem stijn thijmen
  luuk teun daan bram sander pieterjan jeroen wilco rutger sietske hiltje tjitske aad arie joop wim henk cor gerrit jaap kees nico toon ton theo deandre
  tyrone jamal latoya keisha tamika darnell marquis terrell demetrius rashad kwame kofi ama akosua adwoa yaa abla afia chiamaka nneka ifeoma obinna emeka uche
  chukwudi tunde segun bola folake yemi kunle femi gbenga babajide olusegun olumide temitope oluwaseyi aminu sani bashir halima zainab hauwa wanjiku njeri
  wambui mwende atieno achieng akinyi wafula barasa kiprop kipchoge chebet jepkemboi tendai tatenda rudo chipo farai thandiwe nomvula sipho themba bongani
  lungile nkosinathi zanele lindiwe ntombi mandla sibusiso vusi jabulani kagiso lerato tshepo palesa refilwe mpho johan hennie gert fanie pieter koos sarel
  hendrik danie jaco riaan francois petronella mariette elmarie annelie aaliyah aaron abbas abdallah abdel abdelaziz abdelkader abdellah abdelrahman
  abderrahim abdul abdulaziz abdulla abdullah abdulrahman abdurrahman abebe abel abena abhay abhijit abhishek abigail abimbola abiodun abraham absalom achille
  achim adalberto adam adama adan adebayo adekunle adela adelaide adele adelheid adelina aden adnan adolf adolfo adriaan adrian adriana adrianna adriano
  adrien aegidius aenne afonso agata agathe aggeliki agnese agnieszka agostino agustin ahmad ahmed ahmet aicha aida aidan aiko aileen aimee aina ainhoa aino
  aisha aishwarya aitor ajay ajit akash akin akinwale akira akmal aksel akshay alaa alain alan alban albert alberto albrecht aldo aled alejandra alejandro
  aleksandar aleksander aleksandr aleksandra aleksandras aleksei aleksey aleksi alena alessandra alessandro alessia alessio alex alexa alexander alexandr
  alexandra alexandre alexandrina alexandros alexandrov alexandru alexei alexey alexis alf alfons alfonso alfred alfredas alfredo algirdas ali alice alida
  alin alina aline alireza alison alistair aljaz allan allison almut alois aloisia aloys alphonse altan alvaro alwin alyssa amadeo amadou amalia amalie amanda
  amar amaury amaya ambrogio ambroise amelia amelie amina aminata amine amir amit amjad amr amy ana anabel anabela anais anand ananda anastasia anastasios
  anastasiya anatole anatolie anatolii anatolij anatoly anca anders andja andra andras andre andrea andreas andree andreea andrei andreia andreina andrej
  andrejs andres andrew andrey andreya andria andrii andris andrius andriy andro andrzej andy aneta angela angelica angelika angeline angelo angelos angie
  anibal aniela aniello anik aniko anil animesh anisa anish anita anja anjali anka anke ankit ann anna annabel annaliese annalisa annamaria annamarie anne
  anneke annelie annelies anneliese annelore annemarie annemieke annette annick annie annika annina anselm anselmo ansgar antal antanas antero anthonis
  anthony antje antoine antoinette anton antonela antonella antoni antonia antonie antonietta antonin antonina antonino antonio antonios antti anu anuj anup
  anupam anurag anwar aoife apolinario apostolos appu aquilino arabella araceli aram arash arek arend ari arianna arjan arjen arjun arka arkadi arkadiusz
  arkadiy arkady arlene arlette armand armando armen armin arnaldo arnau arnaud arndt arne arno arnold arnoldas arnulf aron arpad arsen arseniy arslan artem
  artemio arthur artjom arto artur arturas arturo artyom arun arunas arvid arvind aryan asen asha ashish ashley ashok ashraf asif aslan aslihan asma assunta
  astrid asuncion atanas athanasios athina atif atilla attila aubrey audrey augustin augusto aurel aurelia aurelie aurelien aurelio aureliusz aurica austeja
  avelino avi avraham awa axelle ayako ayan ayaz ayca aydin ayesha ayhan ayla ayman ayodele ayse aysegul aysel aytac azad aziz azizbek azra babak babatunde
  babette baerbel balazs balint baltasar baptiste barbara barbel barbora baris barnabas barry bart bartholomaus bartlomiej bartolo bartolome bartolomeo
  bartosz bas bashir basil basile basilio bassam bastian bastien batuhan beat beata beate beatrice beatrix beatriz becky bela belen belinda ben benas
  benedetta benedetto benedicte benedikt benedita benedykt bengt beniamino benita benito benjamin benno benny benoit bente berend berenice berit bernadeta
  bernadette bernard bernardino bernardo bernat bernd bernhard bernhardt bert berta berthold bertil bertram bertrand bethany betina bettina betty beverley
  bharat bhaskar bhavesh bhupendra biagio bianca bilal bill birger birgit birgitta birgitte birgul birte birthe bjarke bjarne bjarni bjoern bjorn blagoy
  blanca blandine blaz blazej blerim bob bobby bodil bodo bogdan boglarka bogumil boguslaw bohdan bohumil bojan bojana boleslaw bolette bonifacio borbala
  borge boris borislav boriss borivoj borja boryana bozena bozidar bradley bram brandon branimir branislav branko bratislav brecht brenda brendan brett brian
  brice bridget brigida brigita brigitta brigitte britt britta broder bronislav bronislaw bruce brunella brunhilde bruno bryan bryony bulent burak burcu
  burhan burkhard burkhart byron caetano caitlin calin calogero calvin camelia cameron camila camilla camille camillo camilo candida candido carina carine
  carita carl carla carlo carlos carlota carlotta carly carme carmela carmelo carmine carol carola carolien carolin caroline carolyn carrie carsten casimir
  casimiro caspar caspian cassandra catalin catalina catarina cathal catharina catherina catherine cathrin cathrine cathy catia catriona cecile cecilia
  cecilie cedric celal celeste celestino celia celina celine cem cemal cengiz cenk cesar cesare ceyda chad chaim chandan chandra chandrakant chandrasekhar
  chanel chantal charbel charlene charles charlie charlotta cheikh cheryl chiara chidi chidiebere chike chikwado chinedu chinonso chinwe chiranjeevi chris
  christa christel christelle christen christer christiaan christian christiana christiane christianne christie christin christina christine christl christoph
  christophe christopher christos chrysanthos chukwuemeka cian ciara cihan cindy ciprian ciro cisse claes claire clare clarissa claude claudette claudia
  claudine claudio claudiu claus clelia clemence clemens clement clemente clementine clifford clive cloe clotilde coen colette colin colleen collin concepcion
  concetta connie conor conrad constance constant constantijn constantin constantine constanze consuelo coralie cordelia cordula corentin corey corina corinna
  corinne cornel cornelia cornelis cornelius corrado corrie cosima cosimo cosmin costantino costas costel costin courtney craig crispin cristhian cristian
  cristiana cristiano cristina cristobal cristofer csaba csilla curtis cvetan cynthia cyprian cyril cyrille cyrus czeslaw daan dace daf dagmar dagny dagobert
  daire daisuke daiva dalia dalibor damian damiana damiano damianos damien damir damjan damla dancho danica daniel daniela daniele danielle danijel danijela
  danil danila danilo danita danka danny danut danuta daphne darek daria dariela darina dario darius dariusz darja darko darlene darrell darren darryl darya
  dashiell dave david davidas davide davit davor davorin dawid debbie debora deborah debra deepa deepak deepika deirdre dejan dejana delfim delfina delfino
  delphine demetrio demetrios demetris denes denis denisa denise deniz dennis denys derek derk dermot derya desiree desmond despina detlef detlev devendra
  dezso dhanraj dharmendra dhruv diarmuid didier diederik diego dieter dieterich diethelm dietmar dietrich dilek dilip dilshod dima dimitar dimitra dimitri
  dimitrios dimitris dimka dimo dina dinesh dino diogo dionisio dionysios dirce dirk dmitri dmitrii dmitrijs dmitriy dmitry dmytro dobromir dolf domagoj
  domenica domenico domingos dominic dominik dominika dominique domnica donal donald donata donatas donatella donatien donato donka donna donovan doreen dores
  dorian dorin dorina doris dorota dorotea dorothea dorothee dorothy dorte dorthe douglas douwe dragan dragana dragica dragomir dragos dragoslav drahomir
  dries duarte dubravka ducu dulce dumitru duncan dunja dursun dusan duygu dwayne dwight dylan dzmitry ebenezer ebony ebrahim ebru ecaterina eckart eckehard
  eckhard edda eddie eddy edelgard edeltraud edeltraut edgar edison edita edith edmond edmondo edmund edmundas edna edo edoardo edouard eduard eduardo eduards
  edvard edvin edvinas edward edwige edwin edyta eelco eero efim efraim efren efstathios efthymios egbert egidio egil egle egon egor eike eileen eilish einar
  eino eirik eirini eisuke ekaterina ekkehard ekrem elaine elchin eleanor eleftherios elek eleni eleonora eleonore elfi elfriede elham eliane elias elie
  eliezer elif eligio eline elio eliot elisa elisabet elisabeth elisabetta elise eliseo elisha eliska eliza elizabeta elizabeth elizaveta elke ellen elli
  ellie elliot elliott elly elmar elmer elmira elodie eloi eloy elsa elsbeth elspeth elton elvin elvira elvis elza elzbieta emad emanuel emanuela emanuele
  emelie emer emerson emiel emiko emil emile emilia emiliana emiliano emilie emilija emilio emiliya emily emine emir emma emmanuel emmanuelle emmerich emmi
  emrah emre enda endre engelbert enida enis ennio enno enoch enric enrica enrico enrique enver enzo eoghan eoin ephraim epifanio erasmo ercan erdal erdem
  erdinc erhan erhard eric erich erick erik erika eriko erkan erkki erland erling ermanno erminia erna ernest ernestina ernestine ernesto erno ernst ersin
  ervin erwan erwin erzsebet esa esin eskil esma espen esperanza esra esteban estefania estela estella estelle ester esther ethan etienne etsuko ettore eudald
  eugen eugene eugenia eugenie eugenio eugeniu eugeniusz eulalia eunice eusebio eustachio evald evan evangelia evangelista evangelos evariste evelien evelin
  evelina eveline evelyn evelyne everardo evert evgeni evgenia evgenii evgenij evgenios evgeniy evgeniya evgeny evi evita evzen ewa ewald ewan ewelina
  ezequiel ezio ezra fabian fabiana fabiano fabien fabienne fabio fabiola fabrice fabrizia fabrizio fadi fahad faisal farah farhad farid farida farouk faruk
  fatemeh fathi fatih fatima fatma fatou fatoumata faustino fausto faye fayez federica federico federigo fedor fekete felicia feliciano felicitas felicity
  felicja feliks felipe felisa felix femi femke fenna ferdi ferdinand ferdinando ferenc ferhat ferid fermin fernand fernanda fernande fernando ferran
  ferruccio fevzi fidel fien fikret filiberto filip filipa filipe filippa filippo filippos filiz filomena finbarr finn fiodor fiorella fiorenzo firat firmino
  flavia flavien flavio flavius fleur florent florentin florentina florentino florian floriane floriano florica florin florina floris folke folkert fotini
  fotios fotis francesc francesca franceschina francesco francine francis francisca francisco franciscus francisek franciszek franck francois franjo frank
  franka franko frans franti frantisek franz franziska franziskus frauke fred freddie freddy frederic frederick frederico frederieke frederik frederike
  frederique fredrik fredrika freja freya frida frieda friedemann friederike friedhelm friedrich frithjof fritz fritzi frode fulgencio fulvio fumiko furkan
  fyodor gabi gabino gabor gabriel gabriele gabriella gabrielle gabrijel gabrijela gaby gadi gael gaelle gaetan gaetana gaetano gail galia galina galo gamze
  ganesh gareth garret garrett gary gaspar gaspard gaspare gaston gaurav gavin gavriil gavril gaye gebhard geert geertje geir genaro genevieve gennadi
  gennadiy gennady gennaro genny genoveva geoff geoffrey geoffroy georg george georgeta georgette georgi georgiana georgina georgios georgiy georgs georgy
  gerald geraldine geraldo gerard gerasimos gerben gerd gerda gergely gergo gerhard gerhardt gerlinde germain germaine germano gernot gero gerold geronimo
  gerrit gerry gershon gert gertjan gertraud gertrud gertrude gervais gesine gesualdo geza ghassan gheorghe ghislain ghislaine giacinto giacomo giada
  giampaolo giampiero gian giancarlo gianfranco gianluca gianmarco gianmaria gianna gianni giannis gianpaolo gianpiero gideon gigi gijs gilbert gilberto gilda
  gilles gillian gilmar ginette ginevra gino gintaras gintare gioacchino gioele gioia giordano giorgia giorgio giorgos giosue giovanna giovanni giovannina
  girish girolamo gisela gisele giselle gislinde gita giuditta giulia giuliana giuliano giulietta giulio giuseppa giuseppe giuseppina giustino gizem gjergji
  gladys glauco glenda glenn godfrey godwin gokce gokhan golo gonca gonzague gonzalo goran gordana gordon gorka gosia gottfried gotthard gotthilf gotz graca
  graciela graeme graham grainne grazia graziano graziella grazyna greg gregoire gregor gregorio gregorios gregory gregorz gretchen grete grethe grietje
  grigor grigore grigori grigoris grigory grisha gro grzegorz gualtiero gudmundur gudrun guenter guenther guglielmo guido guilherme guillaume guillem
  guillermina guillermo guiomar gulay gulnara gulsah gulsen gunilla gunnar gunter gunther guntram gunvor gurbuz gurpreet gursel gustaf gustav gustave gustavo
  gustavs gusztav guus gwen gwenael gwendolyn gyorgy gyula gzim haakon habib habibe hacer hadrien haidar haider haim hajime hakan hakim hakon halil halina
  halldor halvor hamdi hamed hamid hamish hamza hana hande hania hanna hannah hanne hanneke hannele hannelore hannes hannie hannu hans hansi hansjoerg
  hansjorg hanspeter hanuman harald haris harish harold harpreet harri harrie harriet harrison harry harsh harsha hartmut hartwig haruka haruki harumi haruo
  harutyun harvey hasan hashim hassan hatem hatice haydar haykel hector hedda hedi hedvig hedwig hedy hege heide heidemarie heidi heidrun heike heikki heiko
  heiner heino heinrich heinrike heinz hekmat hela helder helen helena helene helga helge heli helio hella helle hellen hellmut helma helmut hema hemant
  hendrik hendrika hendrikje hendrikus henk henning henny henri henrico henrie henriette henrik henrike henrique henry henryk heorhii herbert herculano
  herfried heribert herlinde herman hermann hermano hermanus hermenegildo hermien hermine herminia hernan hernando herta hertha herve hesham heshan hester
  hetty hicham hidayet hideki hideo hiedi hikmet hilario hilary hilda hilde hildegard hildegarde hildegund hille hilmar hilmi hinrich hippolyte hiroaki hiroko
  hiromi hiroshi hiroyuki hisashi hjalmar hjordis hoang holger homer honorata honore horacio horatio horia horst hortense hortensia howard hristina hristo
  hryhorii hubert hubertus hugh hugo hugues huguette humberto humphrey hunor huriye husam huseyin husnu hussein huy hyacinthe iacopo iago ian ianis ibolya
  ibon ibrahim ibtissam idan idoia idris iduna ieva iftikhar ignace ignacio ignacy ignas ignasi ignatius ignazio igor igors iker ikram ilan ilana ilaria ilda
  ildefonso ildiko ileana ilia ilias ilie ilija ilir iliya ilja ilka ilkay ilker ilkka ilknur illia ilona ilse ilya ilyas imad imane imants immacolata
  immanuel imogen imran imre inacio inaki indira indra indre ineke ines inez inga inge ingeborg ingeburg inger ingmar ingo ingolf ingrid ingrida ingvar inigo
  inken inna innocent innocenzo inocencio ioan ioana ioanna ioannis ionel ionela ionut iosif ioulia ipek iracema iraklis irena irene ireneusz irfan iria irina
  irma irmela irmgard irmhild irmtraud irvin irving isaac isaak isabeau isabel isabela isabell isabella isabelle isadora isaiah ishaan isidor isidora isidoro
  isidro isil iskander ismael ismail ismet isobel isolde issa istvan italo itziar iulia iulian iuliana iurii ivan ivana ivanka ivann ivano ivar ivars ivaylo
  iveta ivette ivica ivo ivona ivonne iwan iwona izabela izabella izaskun izzet jaak jaakko jaap jacek jacinta jacinto jack jackie jaco jacob jacobo jacobus
  jacopo jacqueline jacques jadranka jadwiga jagdish jago jaime jakob jakov jakub jale jamal jameel jamel james jamie jamila jamshid jan jana jane janek janet
  janette janez janice janick janin janina janine janis janka janko janna janne jannes jannik janos janou janusz jaqueline jared jarek jarkko jarle jarmila
  jarmo jarno jaroslav jaroslava jaroslavs jaroslaw jarrod jas jasmin jasmina jasna jason jasper jaswinder jatin jaume javier jaya jayant jayesh jayne jayson
  jean jeanette jeanine jeanne jeannette jeannine jeannot jef jeferson jeff jefferson jeffrey jelena jelka jelle jelmer jenna jennie jennifer jenny jeno jens
  jeppe jere jeremiah jeremias jeremie jeremy jerko jermaine jerneja jerney jeroen jerome jerry jerzy jesper jess jesse jessica jessy jesus jeta jette jie
  jill jillian jim jimmy jindrich jiri jiten jitendra jitka jnanesh joachim joan joana joanna joanne joao joaquin joaquina jochem jochen jody joe joel joelle
  joerg joergen joeri joern joey johan johana johann johanna johannah johanne johannes johannis john johnathan johnnie johnny johnson joke jolan jolana
  jolanda jolanta jolien joline jomo jon jona jonah jonas jonathan jonna jonny joost joran jordi jordy jorg jorge jorgen jorgos jorina joris jorma jorn jorrit
  joscha joschka jose joseba josef josefa josefin josefina josefine joselito josep joseph josephine josephus josette joshua josi josiah josiane josie josif
  josip jostein josue josune jouni jovan jovana jovica joyce jozef jozefa jozsef juan juana juanita juca judit judita judith judy juerg juergen juha juhani
  jukka jule juli juliaan julian juliana juliane julianna julien juliet julieta juliette julija julio julita julius juliusz juliya jun junior junko juraj
  jurate jure jurg jurgen jurgita juri jurica jurij jurjen jurriaan juste justin justina justine justo justus jutta juuso juvenal jytte kaarina kaarle kabir
  kacper kadir kadri kaisa kaja kajetan kalev kalina kalle kalman kaloyan kalpana kamal kamala kamil kamila kamile kamilla kamran kara karan kareem karel
  karele karen karena karim karima karin karina karine karl karla karlheinz karlijn karlis karlo karmen karol karola karolina karoline karolis karoly karri
  karsten karthik kasia kasimir kaspar kasparas kasper katalin katarina katarine katarzyna kate katell katerina katharina kathe katherine kathi kathleen
  kathrin kathrine kathryn kathy kati katia katie katinka katja katka kato katri katrien katrin katrine katsiaryna katy katya kaur kaushik kavita kaye
  kazimieras kazimierz kazimir kazuhiro kazuki kazuko kazuo kees keijo keiko keiran keita keith kelechi kelemen kelly kemal ken kenan kendra kenichi kenji
  kenneth kenta kerem keren keri kerry kerstin kerttu keshav ketevan ketil kevin keyla khadija khaled khalid khalil khanh khrystyna kiara kieran kikka kilian
  kimberley kimberly kimmo kinga kiran kiriakos kirill kirk kirsi kirsten kirstin kirstine kirsty kishore kitty kjartan kjeld kjell kjersti kjetil klaar klaas
  klaudia klaudiusz klaus klavs klemen klemens klementina klotilde knud knut kobus koen koffi kofi kofoed koji kolja kolyo konrad konradas konstadinos
  konstantin konstantinos konstantins konstanty konstanze koray kornel kornelia kornelis kosta kostadin kostas kostiantyn kostyantyn kouadio kouame koula
  krasimir krassimir kresimir kreszentia krishna krishnan krisjanis kriss krista kristaps kristel kristen kristiaan kristian kristijan kristin kristina
  kristine kristjan kristof kristoffer kristupas kristy kristyna krisztian krunoslav krystian krystyna krzysztof ksawery ksenia kseniya kubra kumar kunal kurt
  kurtis kwabena kwaku kwame kyle kylie kyra kyriaki kyriakos kyrylo lachlan lada ladislao ladislas ladislav laila lajos lakshmi lalit lambert lamberto lamia
  lara lari larisa larissa larry lars lasse laszlo latifa latoya laure laureen lauren laurens laurent laurentia laurentiu lauri laurie lauritz laurynas
  lautaro lavinia lavrentis lawrence layla lazar lazare lazaro lazaros leah leander leandre leandro leanne leela leena leendert lefteris leif leila leilani
  lene lenka lennard lennart lenny lenore leny leocadia leokadia leon leonard leonarda leonardas leonardo leone leonel leonhard leonid leonida leonidas leonie
  leonilde leonor leonora leonore leontine leontyna leopold leopoldine leopoldo leroy lesia lesley leslie lesya leszek leticia letizia leto levan levent
  levente lewis lex leyla lia liam liana liane libero libor liborio libuse licia lidia lidija lidiya lidwina lien liene lies liesbeth liesel lieselotte lieve
  lieven ligia lili lilia lilian liliana liliane lilija lilla lilli lillian lilly lilo lina linas linda lindsay lindsey linus lioba lionel lionello lior
  lisandro lisbeth lise liselotte lisette lissi liubov liudmila liudmyla liv livio liviu liza lizette ljiljana ljubica ljubisa ljubomir ljudmila llewellyn
  lluis loes loic lois lora loredana loreen lorens lorentz lorenz lorenza lorenzo loreta loretta lori lorna lorraine lothar lotta lotte louella louis louisa
  louise loukas loyd lubomir lubos lubov luc luca lucca lucette lucian luciana luciano lucie lucien lucienne lucija lucile lucilia lucille lucinda lucio
  lucjan lucretia lucy ludek ludger ludivine ludmila ludmilla ludo ludovic ludovica ludovico ludvig ludvik ludwig ludwik ludwika luic luigi luis luisa luise
  luiz luiza lukas lukass lukasz luke luminita lurdes lutfi lutz luuk lyazzat lydia lydie lyn lynda lyndon lynette lynn lynne lyubomir lyubov lyudmila maarit
  maarten maartje macarena maciej maciek madalena madalina maddalena madeleine madeline madelon madhav madhu madhuri madhusudan mads mael mafalda magali
  magalie magaly magda magdalena magdalene magnus maha mahdi mahendra mahesh mahmood mahmoud mahmud mahmut maialen maiara maija maik maikel maiken maila
  mailis maire mairead maite maj majda majid majken makis maksim maksims maksym malcolm malene malgorzata malik malika malin malina malkhaz mallory malte
  malthe mamadou mamoun manel manfred manfredi manfredo mani manish manja manjit manjula manjunath mannix manoj manolis manolo manon mansoor mansour manuel
  manuela manuele marc marcel marcela marcelina marcelino marcelle marcellin marcellino marcello marcellus marcia marcial marciano marcie marcin marco marcos
  marcus marek maren margaret margareta margarete margaretha margarethe margarida margarita margaux margherita margit margita margitta margo margot margret
  margriet margrit margrith marguerite mari maria mariagrazia mariah marialuisa mariam mariama marian mariana mariane mariangela mariann marianna marianne
  mariano mariarosa maribel marica maricica marie mariek marieke mariel mariela marielle marieluise marietta mariette marijan marijana marije marijke marijo
  marijus marika mariko marilena marilia marilyn marinela marinella marinko marino marinos marinus mario mariola marion marios mariou marisa marisol marissa
  marit marita maritta marius mariusz mariya mariyan marja marjan marjana marjatta marjo marjolaine marjolein marjorie marjut mark marketa markku marko markus
  marlen marlena marlene marlies marliese marlis marloes marlon marnix marsel marte marten martha marthe marti martien martijn martin martina martine martino
  martins martinus martti martyn martyna martynas marusa maruta marvin marwa marwan marya maryam maryanne maryla maryline maryse maryvonne marzena marzia
  masahiro masaki masako masanori masao masato masoud massimiliano massimo mate matea matei matej mateja mateo mateus mateusz mathew mathias mathieu mathilde
  mathis mathys matias matic matija matilda matilde matjaz mats matt mattea matteo matteus matthaus matthew matthias matthieu matti mattia mattias matyas maud
  maude mauno maura maureen maurice mauricio maurilio maurits mauritz maurizio mauro maury maxence maxime maximilian maximiliano maximillian maximo mayank
  maybritt mayra maytham mechthild mechtild medard meghan mehdi mehmed mehmet mehmood mehran meike meinhard meinolf meinrad melania melanie melchior melih
  melina melinda melis melisa melita mellony melvin melvyn memduh menachem menno merav meredith merete meri meriam merih meritxell merja merle mert merve
  mervi mervyn meryem meryl messaoud metin metka mette meysam micaela micha michael michaela michail michal michala micheal michel michela michelangelo
  michele michelina micheline michelle michiel michio mick mickael mickey miguel miguela mihaela mihai mihail mihails mihajlo mihal mihaly mihnea mika mikael
  mikaela mikail mikalai mikel mikelis mikhail miki mikita mikkel mikko mikolaj mikulas mila milada miladin milagros milana milda mildred milen milena milenko
  mileva milica milivoj miljan miljana millicent milomir milorad milos miloslav miloslava milovan milton mimi mimoun minh minna mioara miodrag miquel mira
  mirabela miranda mircea mirei mireia mireille mirek mirela mirella mireya miri miriam mirian mirja mirjam mirjana mirka mirko miroslav miroslava miroslavs
  miroslaw miroslawa mirta mirza misael mischa mislav misty mitar mitch mitchell mitja mitko mitsuru mizuki mladen modestas modesto mohamad mohamed mohammad
  mohammadreza mohammed mohan mohanad mohit mohsen moira moises momchil monica monika monique monir monserrat montserrat mor morag morana mordechai moreno
  morgane moritz moriz morris mort morten morteza mose moses moshe moustafa muammer mubarak muhammad muhammed muhammet muharrem mukesh mukhtar munir murad
  murat muriel murtaza musa mustafa mustapha mykhailo mykola mylene myles myra myriam myrna myron myrtle myrto naama nada nadege nadejda nadezda nadezhda
  nadia nadija nadim nadine nadir nadiya nadja nael nagendra naiara naim najib nalan nanda nandini nanette nanna nannette naoki naoko naomi narayan narcisa
  narciso narendra naresh nasir nasreen nasser nassim nastasia natacha natalia natalie nataliia natalija natalina nataliya natalya natanael natasa natascha
  natasha nathalia nathalie nathan nathanael nathaniel nava naveed naveen navid navneet nazim nazli nebojsa necati necla necmettin nectarios neda nedelcho
  nedeljko nedim nedko neelam neha neil nelio nelli nellie nello nemanja nenad neng nerea nereo nerijus nerina nerio nesrin nessim neus nevena neville nevin
  nevzat ngoc ngozi nicanor niccolo nicholas nicholaus nichole nick nickolas niclas nicodemo nicola nicolaas nicolae nicolai nicolaj nicolaos nicolas nicolau
  nicolaus nicole nicoleta nicoletta nicolette nicolina nicolino nidal niels nieves nigel nihal nihat niilo niina nijole nik nikhil niki nikica nikifor nikita
  nikki niklas niko nikol nikola nikolai nikolajs nikolaos nikolas nikolay nikolett nikoletta nikolina nikos nilesh nilgun nils nilton nilufer nimrod ninetta
  ninon nir niranjan nisha nitin nives noa noah noel noelia noelle noemi noemie nolan nolwenn nona noora norah norbert norbertas norberto nordine noreen
  noriko norma norman norris norton nour nouria nuala nuno nuray nurcan nurettin nurhan nuri nuria nursel nurten nwankwo nyree oana obed obinna octave
  octavian octavio odd oddvar oded odeta odette odile odilia odilo odin ofelia ofer ofir ognjen ohad oier oihane okan okechukwu oksana oktay olaf olav olavi
  oldrich ole oleg olegs oleh oleksandr oleksandra oleksii oleksiy olena olesia olesya olfa olgica olgun olimpia oliver olivera olivia olivier oliviero olle
  olli olof oluf oluwaseun oluwatobi omar omayra omkar ondina ondrej onno onofre onofrio onur oona ophelia orest oreste orestis orhan oriana oriane orianna
  orietta oriol ornella orsola orsolya ortensia ortwin orville osama osamu osborne oskar osman osvaldo oswald oswaldo oswin otakar otar otfried othmar otilia
  otmar otokar ottavio ottilie ottmar ottokar oumar ousmane ovidio ovidiu owen oxana oyvind ozan ozcan ozden ozgur ozkan ozlem paavo pablo paddy palle palmiro
  pamela panagiota panagiotis pancho pandora pankaj pantelimon pantelis paola paolina paolo paras paraskevi parth parvez parvin pascal pasi pasqua pasquale
  pasqualina patrice patricia patricio patrick patrik patrycja patryk pattabhi patty pau paul paula paulette pauli pauliina paulina pauline paulino paulius
  paullina paulo paulos paulus pavao pavel pavle pavlina pavlo pavlos pavol pawel payam pearse peder pedram pedro peeter peggy peio pekka pelagia pelin
  penelope penka penko per perica perla pernilla pernille perry pertti pervaiz pervin petar peter petera peteris petko petr petrica petronela petronella
  petros petru petrus petter petteri petya peyman phanis phil philibert philip philipp philippa philippe philippos phillip phillipa philomena phoebe phuong
  phyllis piera pierangelo pierfrancesco piergiorgio pierina pierino pierluigi piero pierpaolo pierre pierrette piet pieter pieternella pietro pinar pini pino
  pinuccia piotr pippa piroska plamen polina polona polyxeni pooja poul prabhakar prabhu pradeep prakash pramod pranav prasad prasanna prasanth prashant
  pratik praveen pravin preben predrag preeti premysl priit prisca priscila priscilla pritam priya priyanka prokop prokopios protap przemek przemyslaw pulkit
  purificacion purushottam qasim qiang quentin quinten quintino quirin quirino rabea rabia rabindra rachael rachel rachele rachid rada rade radegund radek
  radka radko radmila radomir radoslav radoslava radoslaw radostina radovan rae raf rafael rafaela rafaelle rafal raffaela raffaele raffaella rafiq raghu
  ragna ragnar ragnhild rahel rahim rahma rahman rahul raif raija raimo raimon raimond raimonda raimondo raimonds raimund raimundo raine rainer rainier raisa
  raivis raj rajan rajat rajeev rajendra rajesh rajiv rajkumar rajnish rakel rakesh ralf ralitsa ralitza ralph ramakrishna raman ramazan ramesh rami ramin
  ramiro ramiz ramon ramona ramunas ramune ramya randy rani ranieri ranjan ranjit ranko raphael raphaela raphaelle raquel rashad rashed rashid rasim rasmus
  rastislav raul ravindra raya raymond raymonde raymundo raza razvan rea rebecca rebekah rebekka recep refik reginald reginaldo regine regis regula reha
  reidar reijo reimund reinaldo reinder reiner reinhard reinhilde reinhold reinis reino rejane rekha remco remigio remigius remigiusz remo rena renae renan
  renars renata renate renato renaud rene renee renu renzo reshma reto reuben reuven reyes reyhan reynaldo rhea rhiannon rhoda rhona rhonda rhys riadh riana
  ricarda ricardo riccarda riccardo richard richarda richie rick rickard ricky rieke rifat rigas rigoberto riho rikard rikke riku rima rimantas rimma rina
  rinaldo rinat rinske riordan risa risto rita ritesh ritva riu riyad riza roar robbert robbie robert roberta robertas roberto roberts robertus robson rocco
  rocio roddy rodica rodney rodolfo rodolphe rodrigo rodrigue roel roeland roelof rogelio roger rogerio rogier rohan rohit rok roksana roland rolande rolando
  rolands rolf roli romain romaine romano romas romeo romina romuald romualdas romualdo ron ronald ronaldo ronan ronen ronit ronja ronnie ronny roope roos
  roqaya roque rory rosalba rosalia rosalie rosalind rosalinda rosamaria rosana rosangela rosanna rosanne rosaria rosaura roseanne rosella roselle roselyne
  rosemarie rosemary rosen rosetta rosi rosina rosita rositsa ross rossana rossano rossella rossen rostislav roswitha roxana roxane roxanne roy roza rozalia
  ruben rubens rudi rudiger rudo rudolf rudolfo rudolfs rudolph rudolphe rudy ruediger rufino ruggero rugile rui rukhsana rumen rumyana rune rupert ruprecht
  ruslan russ russell rustam ruta rutger ruth ruud ruxandra ruza ryan ryo ryszard ryszarda ryuichi saad sabah sabina sabine sabino sabri sabrina sachin sadik
  sadullah saeed saeid safa safak saheed sahil said saida saim sakari salah saleh salim salima sally salma salman salome salomon salvatora salvatore salvo
  samantha samar samet sami samina samir samira sammy samo sampath sampo samppa samu samual samuel samuele samuli sandeep sander sandie sandip sandis sandor
  sandra sandrine sandro sang sangeeta sanja sanjay sanjeev sanjin sanket sanna sanne santeri santhosh santi santino santosh sapna sara sarah sarai saran
  sarika sarita sasa sascha sasha sasho saskia satish satoshi satu saul saulius saurabh sava savas saveria saverio savina savino savitri savo savvas sayed
  scarlett scilla scott sead seamus sean sebahattin sebastian sebastiano sebastiao sebastien sebastijan sebiha seda sedat sefa sefer segismundo segolene
  segundo seher selahattin selcuk selda selene selim selin selina selma semen semih semiha semra semyon senad senem senthil seppo septimiu serafim serafin
  serafina serafino serap serban serdar serge sergei sergej sergejs sergey sergii sergio sergiu serguei serhan serhat serhii serhiy serkan serpil servet seth
  sevda severina severine severino sevgi sevil sevim seyed seyit shahid shahin shahram shahrukh shahzad shaikh shalini shamil shane shankar shanti sharad
  sharif sharon shashank shashi shaun shauna shavkat shawn shawna shay shayne sheela sheena sheikh sheila shelley shelly sheri sherif sherry sheryl shigeru
  shila shilpa shimon shinichi shinji shinya shiori shira shiraz shirin shirley shiv shiva shivaji shizuka shlomi shlomo shoaib shona shoshana shreya shu
  shubham shui shyam sian siarhei sibel sibilla sibylle siddharth sidney sidonie sidse siegbert siegfried sieglinde siegmar siegmund siegrid siena sietse
  sigfrido sigga sigismondo sigismund sigita sigitas siglinde sigmund signe sigrid sigrun sigurd sigurdur sigurjon siiri sikandar silas sile silja silje silke
  silvana silvano silvester silvestra silvestre silvestro silvia silviana silvie silvija silvina silvio silviu simas simen simeon simge simin simo simon
  simona simonas simone simonetta simonne simran sina sinan sindre sinead sinem sinikka sinisa siobhan siranush siri sirje sirkka sirpa siska sissel siv
  sixten slaven slavica slavka slavko slavoljub slavomir slawomir slobodan slobodanka smadar smail smiljana snezana snezhana snjezana soeren sofie sofija
  sofiya sofoklis sohail soile solange soledat solene solomon solveig somchai sona sondre soner songul sonia sonja sonny sonya sophia sophie sophus sorana
  soraya soren sorin sorina soroush soterios sotiria sotirios sotiris souad soufiane spiridon spiridoula spiro spiros spyridon spyros srdan srdjan srecko
  sreenivas sridevi sridhar srinivas srinivasan stacey stacy stamatis stana stanimir stanislao stanislas stanislav stanislava stanislavs stanislaw stanislawa
  stanka stanko stanley stanoje stasys stathis stavros stefaan stefan stefana stefani stefania stefanie stefanija stefano stefanos stefany steffan steffen
  steffi steffie stefka stefko stein steinar steinunn stelian stelios stellan sten stepan stepanka stephan stephane stephania stephanie stephanos stephen
  sterre stevan steve steven stevo stewart stig stijn stilian stina stine stipan stipe stjepan stojan stoyan strahinja stratos stuart sture styliani stylianos
  subhash sudarshan sudha sudhakar sudhir suha suhail sujata sukhwinder sukru sulejman suleyman suman sumit sumitra sunil sunita sunniva suraj surendra suresh
  surinder surya susan susana susann susanna susannah susanne sushant sushil susi susie sussan sutapa suvi suzana suzanna suzanne suzette suzie svante svein
  sven svend svenja sverre sverrir svetislav svetla svetlana svetlin svetlozar svetoslav svetozar svitlana swantje swapnil swati swen swetlana sybil sybille
  sydnee syed sylvain sylvana sylver sylvester sylvestre sylvia sylviane sylvie sylwester sylwia szabolcs szczepan szilard szilvia szymon taavi tabea tabitha
  tadas tadashi tadej tadeusz tahar tahir tahsin taina taisto tajana takahiro takashi takeshi takis takuya talal talib talip talita tama tamara tamas tamer
  tamika tammy tamsin tancredi tanel taneli taner tanguy tania tanja tanju tanya tapani tapio taras tarek tariku tariq tarja tarmo taru tarun tasos tassilo
  tatiana tatjana tatsuo tatsuya tatyana tauno tayeb tayfun taylan tazio ted teddy teemu teet tegan teija teodor teodora teodoro teodozia teofil teofila
  teofilo terence teresa terese teresina teresita tereza terezia terezinha terhi terje terrance terrence terry tess tessa tetiana tetsuya teunis teuvo tevfik
  thabo thaddaus thaddeus thales thalia thanasis thandi thanh thanos thao tharwat theda theis thelma themis theo theodor theodora theodore theodoros theodorus
  theodosia theofanis theofilos theophile thera theres theresa therese theresia thiago thibaud thibault thibaut thierry thies thijs thilde thilo thimo thin
  thomas thomaz thoralf thorben thorbjorn thordis thore thorgeir thorsteinn thorsten thuy thyra tia tiago tiberio tiberiu tibo tibor tiemo tihana tihomir
  tiina tijana tijmen tilda tilde till tilman tilmann tilo tim timea timo timothee timothy timur tina tine tineke tino tinus tiphaine tirso tiziana tiziano
  tjarda tjark tjeerd tobi tobia tobiah tobias tobie toby todd todor todora todorka toivo tolga tom tomas tomaso tomasz tomaz tomislav tomislava tommaso tommi
  tommy tomo tone tonia tonino tonio tonje tonka tonko tonu tony toomas torben torbjorn tord tore torfinn torgeir torgny tormod torolf torquato torquil
  torstein torsten torunn toshiaki toshiko toshio tove tracey tracy traian trajan trajce trajko trang trausti travis tremaine trevor trifon trina trine
  tristan trond trude trudi trudy truls trygve tsanko tsvetan tsvetana tsvetelina tsvetomir tudor tugba tugrul tuija tulay tulio tullio tunc tuncay tuncer
  tung tuomas tuomo turan turgay turgut turid turkan tuula twan tycho tyler tyrone ubaldo udai udo ueli ufuk ugo ugur ulf ulla ulli ulrica ulrich ulrik ulrika
  ulrike ulrikke ultan ulvi ulyana umar umberto umesh umit umut unai unni uranus urbano uriah uriel uros urs ursel ursina ursula urszula urte urvashi urve
  usama usman ute utku uwe uzma vaclav vadim vadims vadym vahagn vahid vaida vaidas vaidotas valdas valdemar valdemaras valdir valdis valentin valentina
  valentino valentyn valentyna valere valeri valeria valerian valeriano valerie valerii valerija valerijs valerio valeriu valeriy valeriya valerka valery
  valon valter valther vanda vandana vanessa vangelis vania vanja vanni varghese varun varvara vasco vasil vasile vasilica vasilii vasilij vasilije vasiliki
  vasilios vasilis vasiliy vasilka vasily vassil vassilios vassilis vasyl vazha veaceslav vedat vedran veera veerle veikko vekoslav veli velibor velichko
  velimir velizar velko velma vendula venelin venera venetia venkat venkata venkatesh ventsislav verena verginia verica verner vernon veronica veronika
  veronique veselin veselina vesna vessela vibeke vicenc vicenta vicente vicenza vicky victoire victoriano victorino vidal vidar viesturs vigdis viggo vigo
  vijay vijaya vikas vikki vikram viktor viktoras viktoriia viktorija viktoriya viktors vilberto vilhelm vilhelmas vilho viliam vilja viljem viljo villem
  vilma vilmos vinay vincas vincenc vincent vincenta vincentas vincenza vincenzo vinko vinod vinoth violaine violeta violetta violette viorel viorica vipin
  vipul virag virender virgil virgilijus virgilio virgiliu virginie virpi visar vishal vishnu vitalia vitaliano vitalie vitalii vitalija vitalijs vitalijus
  vitalina vitaliy vitaly vitold vitor vitoria vittore vittoria vittorio vivek viveka vivian viviana viviane vivien vivienne vjekoslav vlad vladan vladas
  vladimir vladimira vladimirs vladislav vladislava vladislavs vladko vladlen vlado vladyslav vlasta vlastimil vlatka vlatko voitto vojislav vojtech volha
  volkan volker volkert volkhard volkmar volodymyr vratislav vsevolod vuk vukasin vyacheslav vygantas vytas vytautas wael wafa wahid walburga waldemar waldo
  waldtraut walid walkiria wallace wally walter waltraud waltraut wanda waqar warren warwick wasim wassim wawrzyniec wayne wenche wendelin wendy wenzel werner
  weronika wesley wessel whitney wictor wiebke wieland wies wieslaw wieslawa wietske wiktor wiktoria wilbert wilco wilfred wilfredo wilfrid wilfried wilhelm
  wilhelmina wilhelmine wilhelmus wilko willeke willem willemijn willi william willibald willie willis willy wilma wilmar wilson wim wincenty winfred winfried
  winifred winnie wioletta witold wladimir wladyslaw wladyslawa wojciech wojtek wolfdieter wolfgang wolfram wouter wulf xander xanthi xaver xavi xavier
  xenofon xhevdet ximena xoan xose yaakov yael yagiz yahya yair yakov yakub yakup yan yana yanick yanik yanis yaniv yanko yann yanni yannick yannik yannis
  yaroslav yaroslava yaroslavna yasar yasemin yaser yash yashwant yasin yasmin yasmina yasmine yasser yasuo yasushi yatin yavor yavuz yeghia yehia yehuda
  yelena yelizaveta yener yesim yevgen yevgeni yevgenia yevhen yevheniia yigal yigit yildiray yildiz yilmaz yin yitzhak yldiz ylva yngve yoan yoana yoann yoav
  yochanan yogesh yohan yohann yohannes yoko yolanda yolande yonas yonatan yoni yonko yordan yordanka yorgos yosef yoshi yoshihiro yoshiko yossi yotam youcef
  younes youri yousef youssef yrjo ysaline yuichi yuka yukari yuki yukiko yukio yuko yulia yuliana yuliia yuliya yumi yumiko yunus yuri yuriko yuriy yury
  yusra yusuf yusuke yvan yvana yveline yves yvette yvon yvonne zacarias zachariah zachary zafer zaheer zahid zahir zahra zaid zaira zakaria zakarya zaki
  zaklina zaneta zbigniew zbynek zdenek zdenka zdenko zdravko zdzislaw zdzislawa zeev zehra zeina zeki zeljka zeljko zelma zena zenobia zenon zenonas zerrin
  zeynep zhanna zhenya zhivko ziad zijad zilvinas ziv zivile ziya zlata zlatan zlatica zlatka zlatko zofia zoheir zohra zoia zoja zoltan zoran zorana zoriana
  zorica zoya zrinka zsofia zsolt zsuzsa zsuzsanna zubair zuhal zulema zuleyha zulfiqar zuzana zuzanna zvi zvika zvonimir zvonko zydrunas zygfryd zygmunt
`);

/** First names that companies and places like as well: they count where no word of a trade stands beside them. */
export const MILD_FIRST_NAMES: ReadonlySet<string> = listed(`
  ion romana
  dan pal sultan else birk agnes alba ali ariel axel bea bluma brooke carmen charlotte chloe clara clay colt cora dane dante dean delia demet diana dick
  dolores domingo dora drew eda edina ela elan elena eli ella erica eros eva eve felice fern fiona floyd ford gemma gene gil gina guy heather ida inka iris
  isis jasmine jay jo jules julia kay kaya kim kira lana laura laurence lea leda lee lena leo lida lila lisa livia lola lorena lou lucas lucia luka maja mara
  marta max maxim melissa mia mike miles milo mimosa mina minerva molly mona morgan napoleon nella nelly nelson nestor nina nino noble noor nora olga oren
  orla oscar otto parker pat patience patria petra pia pierce pilar placido prudence radu rama ravi ray regina remi ren reza rob robin rocky roman romy rosa
  rosario saba salvador sam sana sandy serena severin silva sima sita soledad spencer stan sue tamar thea tiana toni tosca tyra uma usha uta valentine vera
  vero victor viktoria vince will winston xenia zeno zita zoe
`);

/** First names that are ordinary words or brands first of all: they count only beside a known surname. */
export const DOUBTFUL_FIRST_NAMES: ReadonlySet<string> = listed(`
  vic
  dana
  lone rocky prudence angeles
  ada ala alma amber angel apollo april ara art asa ash astra atlas august aurora austin autumn bay bell bo bonn boston brandy brook can carolina carter
  castor chance charity chase chelsea cliff coral crystal daisy dakota dale dallas dawn delta derby diamond dorado duke earl eden elite ema ember emerald
  essen europa faith flora florence forest fortuna franklin gala geneva georgia german ginger glen gloria gold grace grant gul harmony harper hazel heath
  helios hope houston hunter ing ira isa israel ivory ivy jade jaguar jet jewel jordan joy june juno justice kai kappa kent kia kit lance lane laurel leader
  liberty lily lincoln linden line lino logan london lotus lourdes love lucky luna luz lynx mack madison magna major marin marina mars marvel mason maverick
  may maya mercedes mercy meta mi milan min miracle modesta montana monte mustang neo nika nike nil nor nova oasis octavia olive olympia olympus opal orchid
  orion orlando palma paloma paris paz pearl pen penny phoenix pio pius porter portia precious prem prima prince princess quality queen radio rado rain rana
  rasa rati raven regal reina reno rex ria rich ring rio river rock rod roma rose rowan royal ruby rusty ryder sage sahara saint sakura sal salem salus salvia
  samba samson san sancho santa santiago santo santos saturn savannah sculptor selena senna shell shin sierra silver simba sirius sky sofia sol solar sole st
  star stella sterling stone storm su summer sun sunny sydney tara tate tatu tea teal temple terra tex theta thor tiger titan tito titus tor toro tower trace
  trent trinidad trinity triton troy unity urban ursa val vale valencia venice venus verona vesta victoria victory vida vienna viking viola violet virginia
  virgo vis vision vita vital vito viva vulcan wade ward washington wellington west wild willow windsor winner winter wolf woody yara york yuma zara zen zion
  zora
`);

/** Surnames frequent in their countries. */
export const SURNAMES: ReadonlySet<string> = listed(`
  barreto evaristo cerqueira portela porath queirolo figueredo viana caamal nonnenmacher goldsborough invernizzi cunha mimura nordstrand jansons matsuo lihners ciftci farzad benton
  abdullah abramov abubakar acar adam adamczyk adams addo adebayo adeyemi aebi aerts aeschlimann afanasiev agafonov agarwal ageev aggarwal aguilar agyeman
  ahmed ahonen aigner akhtar akimov aksenov aksoy aktas alekseev alexandrov alghamdi alharbi alhassan ali allen almeida almutairi alotaibi alqahtani alvarado
  alvarez alves amaral amato ammann andersen anderson andersson andrade andre andreassen andreev andres andrianov angelov anisimov ansari antal antipov
  antonov antunes aoki appiah aquino araujo arias arkhipov arnaud arnold arroyo arslan artamonov arvidsson asante aslan assis ates aubert aubry auer avci
  avdeev awad axelsson aydin azevedo babic bachmann baert bailey baker bakken bakker balashov balaz balazs balog balogh balogun bandara banerjee baptista
  baran baranov barbier barbieri barbosa barbu barker barnes baron barone barre barros barry basile bassi batista battaglia bauer baumann bautista bazhenov
  beck becker beek begum bellini belousov belov belyaev belyakov benali benedetti benes bengtsson benitez benito benjelloun bennett benoit beretta berezin
  berg berger berglund bergman bergmann bergqvist bergstrom bernal bernard bernardi bertrand bezerra bhatia bianchi bianco bieri binder biro biryukov biton
  bjork blanc blanchard blanco blazek blazevic blinov blom blomqvist boateng bobrov bocharov bodnar boehm boer bogaert bogdan bogdanov bogomolov bohm boiko
  bolshakov bondarenko bondarev bonnet borges borisov borodin boros bosch bose bosman botha bourgeois bouzid boxtel boyer bozic bozkurt braga brambilla brandt
  braun bravo brennan breton brinkmann brito broek brotto brouwer brown brun brunet brunner bruno buchanan bucher buchholz buehler bueno bui buining bulut
  burger burke burki burri busch butler butt bykov byrne caballero cabrera cakir caldas calvo camacho camara camargo cameron campbell campos cano caputo
  carbone cardoso carmona caron carpentier carpi carrasco carre carrillo carter caruso carvalho casado casati castillo castro cattaneo cavalcanti celik cermak
  cerny cetin chagas chapman charles charpentier chatterjee chaudhary chaudhry chauhan chauvin chavez cherkasov chernov chernyshev chevalier chistyakov chopra
  choudhury chowdhury christensen christiansen christodoulou ciobanu cisse claes claesson claeys clark clarke clement cocco coelho coetzee cohen colas collet
  collins colombini colombo constantin conte conti contreras cook cools cooper coppens coppola cordeiro cordier correia corsini cortes coskun costa costantini
  coulibaly cousin coutinho crespo cruz cunha cunningham cuypers dabrowski daems dahan dahl damico dang dangelo danielsson danilov dantas das dasilva david
  davies davis davydov deak deangelis deboer declercq decock degraaf dejong dejonge dekker delacruz delattre delgado delmas deluca dementiev demidov demin
  demir denis denisov deprez derosa desai desantis deschamps deshmukh desmedt desmet devaux devos devries dewit diallo dias diaz dietrich dietz diez dijk
  dijkstra dimitriou dimitrov dinu diop dissanayake dizon djordjevic dlamini dmitriev dogan doherty dolezal dominguez donati dorofeev doyle drescher driessen
  drozdov duarte dubey dubois dubreuil ducrocq dudek dufour duman dumas dumitrescu dumitru dumont duncan dunne duong dupont dupuis dupuy duran durand dutta
  duval dvorak dvorakova dyakonov ebert ebner eckert eder edwards efimov efremov egger egli egorov ehlers eide eklund elamrani elisseev elliott ellis
  emelyanov endo engel engelhardt engstrom erdem erden erdogan eremin eriksen eriksson ermakov ermolaev ernst ershov espinosa esposito esser esteban esteves
  estrada evans evdokimov exposito fabbri faber fabre fadeev falk fall faria farias farina farkas faure fazekas fedorov fedoseev fedotov feher fekete feldhaus
  feldmann ferguson fernandes fernandez fernando ferrara ferrari ferraro ferreira ferrer ferrero ferretti ferri fiala fiedler figueiredo filatov filimonov
  filippov fink fiore firsov fischer fitzgerald fitzpatrick fletcher fleury florea flores florindo fodor fokin fomin fonseca fontaine fontana ford forsberg
  forster foteh fourie fournier franco francois frank franke fransson fraser fredriksson freitas freund frick friedman friedrich frolov fuchs fuentes fujita
  fujiwara fulop fumagalli furtado gaillard galan galbiati galkin gallagher gallardo gallego galli gallo galvao garcia garnier garza gasser gatti gauthier
  gautier gavrilov geerts geiger geisler gentile gentili georgescu georgiev georgiou gerard gerasimov gerber gerlach gerritsen gheorghe ghosh gibson giese
  gimenez giordano girard giraud gisler giuliani goldberg golob golovin golubev gomes gomez goncalves goncharov gonzalez goossens gorbachev gorbunov gordeev
  gordon gorelov gorshkov gorski gosselin goto gottschalk graber grabowski grachev graf graham grant grassi grasso gray greco green griffiths grigoriev grimm
  grishin groen gromov grondin gruber guerin guerra guerreiro guerrero guidi guillaume guillot guimaraes guler gulyaev gulyas gunawan gundersen gunes
  gunnarsson gunter gunther gupta gusev gustafsson gutierrez guyot guzman haan haas haase haddad hagemann hagen hahn hajek hakansson hall halvorsen hamalainen
  hamel hamilton hansen hansson harris harrison hartmann harvey hasegawa hashimoto haslinger hassan haugen hauser havryliuk hayashi hayes hegedus heikkila
  heikkinen hein heinonen heinrich heinz heller hempel henderson hendriks henke henriksen henriksson henriques henry hensel heredia hermann hermans hernandez
  herrera herrero herrmann herve herzog hess hesse heuer heuvel hewstone hidalgo hidayat higgins hildebrandt hill hinterberger hinterhuber hinz hoang hoarau
  hoekstra hofer hoffmann hofman hofmann hofstetter hogan holm holmberg holmes holst holzer hoppe horak horn horst horvat horvath hossain hristov hrytsenko
  huber hubert hubner huebner huet hughes hugi huisman hunt hunziker hussain hussein huynh ibanez ibrahim iglesias ignatiev ignatov ikeda ilic ilie iliev
  ilyin imhof ince inderbitzin inoue ioannidis ionescu iqbal isaev isaksson ishii ishikawa islam iten ito ivanov iversen iyer izquierdo jablonski jackson
  jacob jacobs jacobsen jacquet jaeger jager jahn jain jakab jakobsen jakobsson jankowski jansen janssen jansson jarvinen jaworski jayasinghe jean jelinek
  jenni jensen jimenez johannessen johansen johansson john johnsen johnson johnston jokinen joly jones jonker jonsson jordan jorgensen joshi jost joubert
  jovanovic juhasz julien jung juric kaczmarek kaelin kaiser kalashnikov kalin kalinin kaltenbrunner kamau kaminski kamp kaneko kaplan kapoor kara karagiannis
  karasev kariuki karjalainen karlsen karlsson karpenko karpov kato katona katz kaufmann kavanagh kaya kazakov keita kelemen keller kelly kennedy kern kerr
  keskin kessler khan kharchenko kharitonov khokhlov khoury khumalo kilic kimani kimura king kinnunen kiraly kirchhofer kirchner kirillov kirsch kis kiselev
  kiss klaus klein klimov klose klymenko knezevic knight knoll knudsen knutsen knyazev kobayashi koc koch kochetkov kocsis koehler koenig kogler kohler kok
  kolar kolb kolesnikov kolosov komarov kondo kondratiev kone konig konovalov konstantinidis konstantinov kopecky kopp kopylov korhonen korkmaz korneev
  kornilov korolev korotkov koskinen koster kostin kotov kovac kovacevic kovacic kovacs koval kovalchuk kovalenko kovalev kowalczyk kowalski kozhevnikov
  kozlov kozlowski kraemer kraft krajnc kral kralj kramer krasnov kratochvil kratz kraus krause kravchenko krawczyk krejci kremer kretschmer krishnan
  kristensen kristiansen kristoffersen kriz kroger krol krueger krug kruger kruglov krylov kryukov kucera kudryashov kudryavtsev kuehn kuhn kuiper kuipers
  kulakov kuleshov kulikov kulkarni kumar kunz kupriyanov kurniawan kurt kuster kuzin kuzmin kuznetsov kwiatkowski lacerda lackner lacroix lahtinen laine
  laitinen lakatos lambert lange langlois lapshin laptev lara largura larin larionov larsen larsson laszlo lauer laurent lavrov lazar lazarev lebedev leblanc
  lebreton lebrun lechner leclerc leclercq lecomte leconte leduc leeuwen lefebvre lefevre legall leger legrand lehmann lehtinen lehtonen leite leitner lejeune
  lelievre lemaire lemmens lemoine lenaerts leon leone leonhardt leonov leontiev leroux leroy lesage letellier levchenko levin levy lewandowski lewis lima
  lind lindberg lindemann linden lindgren lindner lindqvist lindstrom litvinov lobanov locatelli lofgren loginov lohmann loiseau lombardi lombardo longo lopes
  lopez lorentz lorenz lorenzo louis lourenco lozano lucas ludwig luescher lukacs lukin lukyanov lund lundberg lundgren lundin lundqvist luque lusti luthi
  lutz lvov lynch lysenko lyubimov maas macdonald macedo machado macias mackay mackenzie maclean macleod madsen maeda maes magalhaes magnusson magsaysay
  maguire magyar maier maillard maillet maiorov majewski makarov makeev makela makinen makris maldonado malhotra malik malinowski mallet maltsev malyshev
  mancini mansour mantovani marchal marchand marchenko marchetti marchi marconi marcos marek mariani mariano maric marie marin marini marino markin markov
  markovic marques marquez marshall martensson marti martin martinelli martinez martini martino martins martinsen marty martynov marx maslennikov maslov mason
  masson matei mathieu matic matos matsumoto mattila mattsson matveev mauri maximov mayer mayr mazur mazza mccarthy mccormack mcdermott mcdonald mcgrath
  mcguire mckenna mckenzie mclean mcleod medeiros medina medvedev mehta meier meijer meili meireles melnikov melnyk melo meloni menard mendes mendez mendoza
  menezes menon mensah mercado mercier merino mertens meshcheryakov messina meszaros metzger meunier meyer miah michalak michalski michel michiels mielke
  mihai mikhailov mikheev milani miller millet mills milosevic minz miranda mironov mishra mitchell mitrofanov mizrahi mlakar moeller moen mohr moiseev
  mokoena molchanov moldovan molenaar molina moller molnar monnier montanari monteiro montero montes monti moore mora morales moran moreau moreira morel
  morelli moreno moretti morin moroni moroz morozov morris morrison mortensen moser mota moulin moura moya mueller mukherjee mukhin mulder muller munoz munro
  munteanu murakami muravyov murphy murray musa muth mutua mwangi nagy naidoo naidu nair nakajima nakamura nascimento nasser naumann naumov navarro navratil
  nazarov ndiaye ndlovu nechaev nefedov negri nekrasov nemec nemeth nesterov neubauer neumann neves nguyen nickel nicolas niedermayer nielsen niemi nieminen
  nieto nikiforov nikitin nikolaev nikolaou nikolic nikolov nikolsky nikonov nikulin nilsen nilsson nistor njoroge nkosi noack noel nogueira nolan nordstrom
  nosov novaes novais novak novakova novikov novotna novotny nowak nowakowski nowicki nugroho nunes nunez nussbaumer nwosu nyberg nydegger nystrom oberhuber
  obermeier obrien ocampo ochieng oconnell oconnor odermatt odhiambo odonnell odriscoll oesch ogawa ogorman ogunleye ohara oikonomou okada okafor okeefe okeke
  okonkwo olah oleary oliinyk oliveira olivier olivieri oliynyk olofsson olsen olsson olszewski omalley oneill oreilly orlando orlov orsini orsos ortega ortiz
  osei oshea osipov ostrowski osullivan oswald otero otieno otoole otto ovchinnikov ovsyannikov owusu oyelaran ozcan ozdemir ozkan ozturk pace pacheco padilha
  pagano paiva pakhomov palmer palmieri palumbo panchenko pandey panfilov pangilinan pankratov panov papadakis papadopoulos papageorgiou papp pappas pardo
  paris parisi parker parodi parra pascual pasquier pastor patel paterson patil paul pauwels pavan pavlenko pavlov pavlovic pawlak pawlowski payet pearce
  pearson pedersen peeters peixoto pellegrini pellegrino pelletier peltier pena pereira perera peretz perez perini perret perrin perrot persson peters
  petersen petit petkov petrenko petrov petrovic petrovsky pettersen pettersson petukhov pfeifer pfeiffer pfister pfoyrkas pham phan philipp philippe phillips
  picard pichler pichon pietrzak pillai pimentel pini pinter pinto piotrowski piras pires piva plas platonov plotnikov pohl poirier pokorny pokrovsky polat
  poli polishchuk polyakov ponce ponomarenko ponomarev pons ponti popa popescu popov popovic popp pospisil postma potapov potocnik poulain poulsen pozdnyakov
  pozzi prado pratama prati pretorius preuss prevost price prieto prigent prins probst prochazka prokhorov prokofiev pucher queiros queiroz quinn quintana
  qureshi racz radovic radtke radu rahman raimondi rainer ramirez ramos ramseier rangel rantanen rao rasmussen rathore rausch reddy redondo regan regnier
  rehman reichert reid reilly reimann reinhardt reis reiter remmelzwaal remy renard renaud renault rettore reuter rey reyes rezende ribeiro riccardi ricci
  richard richardson richter rinaldi rios ritter riva rivas rivera riviere rizzi rizzo rizzoli robert roberts robertson robin robinson robles rocha roche
  rodin rodionov rodrigues rodriguez roger rogers rohrer rojas rolland roman romano romanov romero rooney rose rosenberg ross rossetti rossi roth rousseau
  roussel rousset roux roy royer rozhkov rudenko rudolph rufenacht ruggeri ruggiero ruiz rumyantsev rupp russell russo rusu rutkowski ruzicka ryabov ryan
  rybakov ryser ryzhov saad saarinen sacchi saez safonov sahin saito sakamoto sakharov salazar saleh salem sales salgado salminen salo salonen salvatori salvi
  samoylov sampaio samsonov samuelsson sanchez sandberg sander sandor sandoval sanna santana santiago santini santoro santos santoso saputra sarmento sarr
  sartori sasaki sato sauer savchenko savelyev savin savolainen saxena sazonov scala schaefer schafer schar schaub schenk scherrer schiller schilling schlegel
  schlosser schmid schmidt schmitt schmitz schneider scholz schouten schramm schreiber schreiner schroder schroeder schroter schubert schuler schulte schultz
  schulz schulze schumacher schuster schutz schwab schwaiger schwarz schwarzenegger schweizer scoppa scott seabra sedlacek sedov segura seidel seifert
  seleznev selivanov semenov senn serafini serban sergeev serov serra serrano setiawan shah shapiro shapovalov sharma shaw shcherbakov sheehan sheikh sheridan
  shestakov shevchenko shevchuk shilov shimizu shirokov shishkin shmelev siddiqui sidorov siebert sierra sikora silva silvestri simoes simon simonov simpson
  simsek sinclair singer singh sipos siqueira sjoberg skvortsov smirnov smit smith smits soares sobolev soderberg sofronov sokolov solberg soler solovyov
  sommer somogyi sorensen soriano sorokin sorrentino soto sousa souza sow spengler spinelli spiridonov springer stadler stalder stan stanescu stankovic
  stauffacher stefan steffen stein steiner steinhauser steinmann stepanov stephan stepien stettler stevens stewart steyn stocker stoica stojanovic stoll
  stolyarov stoyanov strand strauss strobl suarez subramanian sukhanov susanto suter sutherland sutter suvorov suzuki svendsen svensson sviridov svoboda
  svobodova swanepoel sweeney szabo szalai szewczyk szilagyi szucs szymanski takacs takahashi takeda tanaka tarasov taskin tavares taylor tedesco teixeira
  tekin terekhov terentyev tesconi tessier testa thakur thibault thiel thiele thijs thoma thomas thompson thomsen tierney tikhomirov tikhonov timmermans
  timofeev titov tiwari tkachenko tkachev tkachuk todorov tokarev toledo toma tomaszewski tomic torok torres tosi toth toure trachsel tran traore trautmann
  tretyakov trevisan trifonov trindade trofimov trotta tschudi tsvetkov tudor tuominen turan turco turk turner turunen uddin ullrich ulrich ulyanov unal unger
  unokiwedi urban ushakov ustinov utkin valente valenti valentini valero vallee vandamme vandenberg vandenbroeck vandermeer vandermerwe vandijk vanek
  vanleeuwen vanni vanwyk varela varga vargas vasconcelos vasile vasiliev vasilyev vasquez vasseur vasylenko vazquez veen veenstra vega veiga velasco velde
  venkataraman venter ventura venturi vera verbeek verdier verhaegen verhoeven verlinden verma vermeersch vermeulen verstraete vesely viana vicente vidal
  vidmar vieira vila viljoen villa villani villanueva vincent vincze vink vinogradov viola virtanen visentin visser vitale vitali vivaldi vlachos vladimirov
  vlasov vliet vogel vogt voigt volk volkov volpe vonlanthen vorobyov voronin voronov vorontsov vos vukovic waeber wagner wal walczak walker wallace wallin
  wallner walsh walter wanjiru ward wassermann watanabe watson wauters webb weber wegner wegscheider weidner weigel weigl weis weiss weissenberger wendt
  wenzel werner wettstein whelan white wibowo widmer wieczorek wiese wieser wijk wikstrom wilhelm will willems williams wilson wimmer winkler winter wirth
  wisniewski witkowski witt wojciechowski wojcik wolf wolff wolters wood wouters wozniak wright wrobel wroblewski wulff wuthrich wyss xavier yadav yakovlev
  yamada yamaguchi yamamoto yamashita yamazaki yavuz yildirim yildiz yilmaz yoshida yudin yuksel zago zaitsev zajac zakharov zalewski zambelli zanden zander
  zanella zanetti zanini zanon zappacosta zaugg zavyalov zbinden zehetner zeller zeman zhdanov zhukov zhuravlev ziegler zielinski zijlstra zimin zimmerli
  zimmermann zinoviev zolotarev zorin zotov zubkov zubov zuccaro zucchi zuckermann zuev zupancic zurcher zverev zwart
`);

/** Surnames that lead the name in China, Korea and Vietnam, transliterated; what follows is given. */
export const LEADING_SURNAMES: ReadonlySet<string> = listed(`
  bai bao cai cao chang chao chen cheng cheung chiang chin chiu cho choi chong chou chow chu chua chung dai deng ding dong du duan fan fang feng fu gao ge gong gu guo
  han hao he ho hong hou hsieh hsu hu huang hwang jang jeong ji jia jiang jin jung kang kao kim kong kung kuo kwok kwon lai lam lau lee lei leong leung li liang liao lim lin liu lo long lu luo
  ma mao meng mo ng ni nguyen niu oh ong pan park peng phan pham qian qin qiu ren rong seo shao shen shi shin song su sun tan tang tao teng tian tong tran tsai tseng tsui
  wan wang wei wen wong woo wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yoo yoon you yu yuan yun zeng zhai zhang zhao zheng zhong zhou zhu zou hoang huynh vu vo dang bui ngo duong
`);

/** Endings of surnames of six letters and more. */
export const SURNAME_ENDINGS: RegExp =
  /(?:^mc[a-z]{4,}|.{3}(?:ski|cki|dzki|czyk|enko|chuk|czuk|ovich|evich|owicz|ewicz|ovic|evic|idze|adze|escu|eanu|akis|idis|iadis|oglu|sson|ssen|aitis|auskas|icius|zadeh|nejad|szky|vsky|vskyi|vskiy|ovsky|mann|bauer|huber|meier|meyer|maier|mayr|mayer|thaler|hofer|egger|dorfer|kircher|reiter|wieser|leitner|ecker|bacher|steiner|lehner|holzer|moser|ganger|inger|berger|gruber|lechner|bichler|qvist|quist|gaard|uddin|yan|[bcdfghjklmnpqrstvwxyz]ova?|[aeilnsty]eva?)|opoulos|poulos|shvili|sdottir|dottir)$/u;
